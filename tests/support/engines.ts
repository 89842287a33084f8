import { join } from "node:path";
import { afterAll } from "@jest/globals";
import { type RunningServer, startPostgres, startRedis } from "../../bench/servers.ts";
import { tempFolder } from "./temp.ts";

/** One of the engines that users run, with a real server where it needs one. */
export interface EngineUnderTest {
  readonly name: "embedded" | "postgres" | "redis";
  /** Starts its server when first called. @returns the engine's URL */
  readonly url: () => Promise<string>;
  /** Its server, once started; null for the embedded one. */
  readonly server: () => RunningServer | null;
}

const STOP_MS = 60_000;

/** All engines, for `describe.each`; their servers end with the test file. */
export function enginesUnderTest(): EngineUnderTest[] {
  const folder = tempFolder();
  return [
    { name: "embedded", url: async () => `embedded:${join(folder, "queue")}`, server: () => null },
    served("postgres", startPostgres),
    served("redis", startRedis),
  ];
}

function served(name: EngineUnderTest["name"], start: () => Promise<RunningServer>): EngineUnderTest {
  let server: RunningServer | null = null;
  afterAll(() => server?.stop(), STOP_MS);
  return {
    name,
    url: async () => {
      server ??= await start();
      return server.url;
    },
    server: () => server,
  };
}
