/** Real ESM: sources are TypeScript modules, stripped by swc, run with --experimental-vm-modules (see package.json). */
export default {
  testEnvironment: "node",
  roots: ["<rootDir>/tests"],
  testMatch: ["**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2023", parser: { syntax: "typescript" } }, module: { type: "es6" } },
    ],
  },
  testTimeout: 120_000,
  // Small machines too have two of everything that a test waits for; what a test file leaves in memory goes with its worker.
  maxWorkers: 2,
  workerIdleMemoryLimit: "1GB",
};
