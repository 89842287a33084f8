import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { install, isRoot, missing } from "./debian-packages.ts";

/** A real server on a free port of 127.0.0.1, with a folder of its own. */
export interface RunningServer {
  readonly url: string;
  /** Ends the server and removes its folder; so does the end of this process, however it comes. */
  stop(): Promise<void>;
  /** Ends the server; its data stay. */
  pause(): Promise<void>;
  /** Ends it as a power cut would; its data stay. */
  kill(): Promise<void>;
  /** Starts it again on the same port. */
  resume(): Promise<void>;
}

const READY_MS = 30_000;

/**
 * Redis that writes each command to its log at once, as those who must not lose jobs run it.
 * @param flags further settings, as `--cluster-enabled`, `yes`
 */
export async function startRedis(flags: readonly string[] = []): Promise<RunningServer> {
  const durable = ["--appendonly", "yes", "--save", "", "--maxmemory-policy", "noeviction"];
  return startRedisServer((port, folder) => [
    ...["--port", String(port), "--bind", "127.0.0.1", "--dir", folder],
    ...durable,
    ...flags,
  ]);
}

/** A Sentinel that watches the Redis on a port, under the name `mymaster`. */
export async function startSentinel(masterPort: number): Promise<RunningServer> {
  return startRedisServer((port, folder) => {
    const file = join(folder, "sentinel.conf");
    const lines = [
      `port ${port}`,
      "bind 127.0.0.1",
      `dir ${folder}`,
      `sentinel monitor mymaster 127.0.0.1 ${masterPort} 1`,
    ];
    writeFileSync(file, [...lines, "sentinel down-after-milliseconds mymaster 1000", ""].join("\n"));
    return [file, "--sentinel"];
  });
}

async function startRedisServer(args: (port: number, folder: string) => readonly string[]): Promise<RunningServer> {
  const binary = needed("redis-server", ["/usr/bin/redis-server", "/usr/local/bin/redis-server"]);
  const folder = mkdtempSync(join(tmpdir(), "jingjian-redis-"));
  const port = await freePort();
  const start = async () => {
    const child = spawn(binary, args(port, folder), { stdio: "ignore" });
    await untilOpen(port, child, "redis-server");
    return child;
  };
  return running(start, folder, `redis://127.0.0.1:${port}`, "SIGTERM");
}

/** PostgreSQL with a database of its own. */
export async function startPostgres(): Promise<RunningServer> {
  const bin = postgresFolder();
  const folder = mkdtempSync(join(tmpdir(), "jingjian-postgres-"));
  // PostgreSQL refuses to run as root.
  const user = isRoot ? idsOf("nobody") : null;
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const env = { ...process.env, LC_ALL: "C" };
  const init = ["-D", data, "-U", "jingjian", "--auth=trust", "--encoding=UTF8", "--no-sync"];
  execFileSync(join(bin, "initdb"), init, { ...(user ?? {}), env, cwd: folder, stdio: "ignore" });
  const port = await freePort();
  const start = async () => {
    const args = [
      "-D",
      data,
      "-p",
      String(port),
      "-h",
      "127.0.0.1",
      "-k",
      folder,
      "-c",
      "fsync=off",
      "-c",
      "max_connections=200",
    ];
    const child = spawn(join(bin, "postgres"), args, { ...(user ?? {}), env, cwd: folder, stdio: "ignore" });
    await untilOpen(port, child, "postgres");
    return child;
  };
  // SIGINT is the fast shutdown: SIGTERM waits for clients to leave.
  return running(start, folder, `postgres://jingjian@127.0.0.1:${port}/postgres`, "SIGINT");
}

async function running(
  start: () => Promise<ChildProcess>,
  folder: string,
  url: string,
  signal: NodeJS.Signals,
): Promise<RunningServer> {
  let child: ChildProcess | null = null;
  let forget = () => {};
  const resume = async () => {
    if (child !== null) return;
    child = await start();
    forget = endWithUs(child, folder);
  };
  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    child = null;
    if (ending === null) return;
    forget();
    if (ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((resolve) => ending.once("exit", resolve));
    ending.kill(signal);
    await ended;
  };
  await resume();
  return {
    url,
    resume,
    pause: () => end(signal),
    kill: () => end("SIGKILL"),
    stop: async () => {
      await end(signal);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Leaves no server behind, even where this process is killed: a shell waits for the end of its input, which comes with
 * our end, and then cleans up.
 * @returns calls the shell off
 */
function endWithUs({ pid }: ChildProcess, folder: string): () => void {
  const script = 'read -r _; kill -9 "$1"; rm -rf "$2"';
  const shell = spawn("sh", ["-c", script, "sh", String(pid), folder], { stdio: ["pipe", "ignore", "ignore"] });
  shell.unref();
  (shell.stdin as Socket | null)?.unref();
  return () => {
    shell.kill("SIGKILL");
    shell.stdin?.destroy();
  };
}

/** The port answers, and on PostgreSQL that is so before it takes queries: clients wait for the rest themselves. */
async function untilOpen(port: number, child: ChildProcess, name: string): Promise<void> {
  const until = Date.now() + READY_MS;
  while (child.exitCode === null && Date.now() < until) {
    if (await answers(port)) return;
    await sleep(50);
  }
  child.kill("SIGKILL");
  throw new Error(`${name} did not start on port ${port}`);
}

const answers = async (port: number): Promise<boolean> => {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { readonly port: number };
      server.close(() => resolve(port));
    });
  });

function idsOf(user: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, user], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function postgresFolder(): string {
  const root = "/usr/lib/postgresql";
  const versions = () =>
    existsSync(root) ? readdirSync(root).map((version) => `${root}/${version}/bin/postgres`) : [];
  const config = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" });
  const own = config.status === 0 ? [join(config.stdout.trim(), "postgres")] : [];
  const found = () => [...own, ...versions(), "/usr/local/pgsql/bin/postgres"].find((path) => existsSync(path));
  if (found() === undefined) install("postgresql");
  return join(found() ?? missing("postgresql"), "..");
}

function needed(name: string, paths: readonly string[]): string {
  const found = () => paths.find((path) => existsSync(path));
  if (found() === undefined) install(name);
  return found() ?? missing(name);
}
