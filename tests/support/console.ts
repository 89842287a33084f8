import { request } from "node:http";
import { join } from "node:path";
import { parseSettings, type Settings } from "../../schemas/settings.ts";
import type { ConsoleOptions } from "../../workers/console/deps.ts";
import { type EngineDeps, engineDeps } from "../../workers/console/engine-deps.ts";
import { WorkMetrics } from "../../workers/console/metrics.ts";
import { type Console, openConsole } from "../../workers/console/server.ts";
import { type Engine, openEngine } from "../../workers/engine.ts";

/** A real engine, and as many consoles on it as a test wants. */
export interface Place {
  readonly engine: Engine;
  readonly settings: Settings;
  readonly deps: EngineDeps;
  /** What requests failed at inside the console. */
  readonly defects: unknown[];
  console(options?: Partial<ConsoleOptions>): Promise<Console>;
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
    close: async () => {
      for (const opened of consoles) await opened.close();
      await deps.close();
      await engine.close();
    },
  };
}

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

export const JSON_TYPE = { "content-type": "application/json" };
