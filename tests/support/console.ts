import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll } from "@jest/globals";
import type { RunningServer } from "../../bench/servers.ts";
import type { PageJob } from "../../schemas/job.ts";
import { parseSettings, type Settings } from "../../schemas/settings.ts";
import type { ConsoleOptions } from "../../workers/console/deps.ts";
import { type EngineDeps, engineDeps } from "../../workers/console/engine-deps.ts";
import { WorkMetrics } from "../../workers/console/metrics.ts";
import { type Console, openConsole } from "../../workers/console/server.ts";
import { type Engine, openEngine } from "../../workers/engine.ts";
import { closeQueues, openQueues, type QueueSet } from "../../workers/queues.ts";
import { tempFolder } from "./temp.ts";

/** A real engine, and as many consoles on it as a test wants. */
export interface Place {
  readonly engine: Engine;
  readonly settings: Settings;
  readonly deps: EngineDeps;
  /** What requests failed at inside the console. */
  readonly defects: unknown[];
  console(options?: Partial<ConsoleOptions>): Promise<Console>;
  /** Queues of a collection, opened anew and closed with the place. */
  queues(collection: string): QueueSet;
  close(): Promise<void>;
}

/** @param queue another engine than the one in the folder */
export async function openPlace(folder: string, queue = `embedded:${join(folder, "engine")}`): Promise<Place> {
  const settings = parseSettings({}, { queue, archive: join(folder, "archive", "pages") });
  const engine = await openEngine(queue);
  const defects: unknown[] = [];
  const deps = engineDeps(engine, settings, {
    metrics: new WorkMetrics(),
    onDefect: (error) => defects.push(error),
    onTrouble: () => {},
  });
  const consoles: Console[] = [];
  const sets: QueueSet[] = [];
  return {
    engine,
    settings,
    deps,
    defects,
    console: async (options = {}) => {
      const opened = await openConsole(deps, { listen: "127.0.0.1:0", token: "", ...options });
      consoles.push(opened);
      return opened;
    },
    queues: (collection) => {
      const queues = openQueues(engine, collection);
      sets.push(queues);
      return queues;
    },
    close: async () => {
      for (const queues of sets) await closeQueues(queues);
      for (const opened of consoles) await opened.close();
      await deps.close();
      await engine.close();
    },
  };
}

/** A place in a new folder, and one console on it, for all tests of a file or a block. */
export interface PlaceUnderTest extends Place {
  readonly folder: string;
  /** Where the console answers. */
  readonly base: string;
}

/** @param start starts the server of the queue, for another engine than the one in the folder */
export function placeUnderTest(start?: () => Promise<RunningServer>): PlaceUnderTest {
  const found = { folder: tempFolder() } as PlaceUnderTest;
  let server: RunningServer | undefined;
  beforeAll(async () => {
    server = await start?.();
    const place = await openPlace(found.folder, server?.url);
    Object.assign(found, place, { base: (await place.console()).url });
  });
  afterAll(async () => {
    await found.close();
    await server?.stop();
  });
  return found;
}

/** A page that was named by hand, as it stands in its queue. */
export const pageJob = (url: string): PageJob => ({
  url,
  given: url,
  from: null,
  depth: 0,
  enqueued: "2025-11-20T07:00:00.000Z",
});

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** One request as written: unlike `fetch` it sends any `Host`, any path and any cookie, and follows nothing. */
export function ask(
  base: string,
  target: string,
  { method = "GET", headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const sent = request({ host: hostname, port, path: target, method, headers, agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk: string) => {
        text += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      answer.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Code of an answer in the form of all our errors, or null. */
export function codeOf({ text }: Answer): string | null {
  try {
    const { code, message, remedy } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return typeof message === "string" && typeof remedy === "string" ? String(code) : null;
  } catch {
    return null;
  }
}

/** What a refusal is told by. */
export const statusAndCode = (answer: Answer): [status: number, code: string | null] => [answer.status, codeOf(answer)];

/** One request with a JSON body, or a text that passes for one. */
export const send = (base: string, path: string, body: unknown, method = "POST"): Promise<Answer> =>
  ask(base, path, { method, headers: JSON_TYPE, body: typeof body === "string" ? body : JSON.stringify(body) });

export const JSON_TYPE = { "content-type": "application/json" };
