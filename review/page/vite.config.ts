import { join } from "node:path";
import { defineConfig } from "vite";

// Tests build the page that is shipped, not one for developers.
process.env.NODE_ENV = "production";

/** Nothing inline and nothing from outside, as the page's Content-Security-Policy wants it. */
export default defineConfig({
  root: import.meta.dirname,
  base: "/review/",
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: join(import.meta.dirname, "../../dist/review/page"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
  },
});
