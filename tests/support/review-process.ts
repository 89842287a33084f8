import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { builtCli, builtPage } from "./build.ts";

/** `jingjian review` as a user starts it. */
export interface ReviewProcess {
  readonly url: string;
  /** What it said on standard error so far. */
  readonly said: () => string;
  /** @param signal SIGKILL is no warning. @returns exit code; null where a signal ended it */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** @param args what stands behind `jingjian review` */
export async function startReview(args: readonly string[], cwd = process.cwd()): Promise<ReviewProcess> {
  builtPage();
  const child = spawn(process.execPath, [builtCli(), "review", ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stderr.on("data", (piece: Buffer) => {
    said += piece.toString();
  });
  const url = await Promise.race([
    firstLine(child),
    once(child, "exit").then(([code]) => Promise.reject(new Error(`it ended with ${String(code)}: ${said}`))),
  ]);
  return { url, said: () => said, stop: (signal = "SIGTERM") => stop(child, signal) };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = once(child, "exit");
  child.kill(signal);
  const [code] = (await gone) as [number | null];
  return code;
}

async function firstLine(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) return line;
  throw new Error("it said no address");
}

/** A port that nobody has now, for a server that must come back at the same address. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { readonly port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
