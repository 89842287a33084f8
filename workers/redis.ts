import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { type ConnectionOptions, type Processor, Queue, Worker } from "bullmq";
import { Cluster, Redis } from "ioredis";
import { QueueFailedError } from "../schemas/errors.ts";
import {
  type Engine,
  type JobQueue,
  type JobWorker,
  pinging,
  reasonOf,
  SPOOL_FOLDER,
  within,
  withoutPassword,
} from "./engine.ts";

type Connection = Redis | Cluster;

/** One hash slot holds all keys of ours, which scripts over several keys need on a cluster. */
const PREFIX = "{jingjian}";
const CONNECT_MS = 10_000;
const LONGEST_RETRY_MS = 2_000;

/** A Redis that is away is asked again for ever. */
const retryStrategy = (times: number): number => Math.min(LONGEST_RETRY_MS, 50 * times);
/** Workers wait for it as long as it takes. */
const FOR_EVER = null;
/** Others wait ten minutes, which is this many connections; on a cluster they wait as workers do. */
const TEN_MINUTES = 320;
/** After a failover the old master answers so; whoever is master now is looked up again. */
const reconnectOnError = (error: Error): 2 | false => (error.message.startsWith("READONLY") ? 2 : false);
const PATIENT = { enableReadyCheck: true, retryStrategy, reconnectOnError } as const;
const TLS = { tls: {}, sentinelTLS: {}, enableTLSForSentinelMode: true } as const;
const CLOSE_MS = 2_000;

/** Takes the next slot of a host by the server's clock, which all workers share. */
const SLOT = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + time[2] / 1000
  local at = tonumber(redis.call('GET', KEYS[1]) or now)
  if at < now then at = now end
  redis.call('SET', KEYS[1], at + ARGV[1], 'PX', math.ceil(at + ARGV[1] - now) + 60000)
  return math.ceil(at - now)`;

/** Takes a share of a host; shares whose time is over are free again. */
const LEASE = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + time[2] / 1000
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
  if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[1]) then return 0 end
  redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[3])
  redis.call('PEXPIRE', KEYS[1], ARGV[2] + 60000)
  return 1`;

/**
 * BullMQ on Redis: one server, Sentinel or Cluster.
 * @param url `redis://HOST:PORT/DB`, `rediss://…`, `redis+sentinel://HOST:PORT,HOST:PORT/NAME/DB`,
 *   `redis+cluster://HOST:PORT,HOST:PORT`
 * @throws {QueueFailedError} when the server cannot be reached at the start; later it is waited for
 */
export async function openRedis(url: string): Promise<Engine> {
  const shown = withoutPassword(url);
  const folder = resolve(SPOOL_FOLDER);
  const open: Connection[] = [];
  let reason: Error = new Error("no answer");
  try {
    for (const retries of [FOR_EVER, TEN_MINUTES]) {
      const connection = connect(url, retries);
      open.push(connection);
      // BullMQ and ping report trouble; without a listener it would be fatal.
      connection.on("error", (error: Error) => {
        reason = error;
      });
    }
    const [forWorkers, forOthers] = open as [Connection, Connection];
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const reached = Promise.all([forWorkers.ping(), forOthers.ping()]);
    await within(CONNECT_MS, reached, () => reason);
    const warnings = await policyWarnings(forOthers);
    return engineOn({ forWorkers, forOthers }, { url: shown, folder, warnings });
  } catch (cause) {
    for (const connection of open) connection.disconnect();
    throw new QueueFailedError(shown, "Check that Redis runs, and its address and password", {
      cause: reasonOf(cause),
    });
  }
}

function connect(url: string, maxRetriesPerRequest: number | null): Connection {
  const patient = { ...PATIENT, maxRetriesPerRequest };
  const [, scheme = "", authority = "", path = ""] = /^(\w+(?:\+\w+)?):\/\/([^/]*)\/?(.*)$/.exec(url) ?? [];
  if (!scheme.includes("+")) return new Redis(url, patient);
  const at = authority.lastIndexOf("@");
  const [username = "", password = ""] = at < 0 ? [] : authority.slice(0, at).split(":").map(decodeURIComponent);
  const account: { username?: string; password?: string } = {};
  if (username !== "") account.username = username;
  if (password !== "") account.password = password;
  const options = { ...patient, ...account, ...(scheme.startsWith("rediss") ? TLS : {}) };
  const nodes = authority
    .slice(at + 1)
    .split(",")
    .map((node) => ({
      host: node.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1"),
      port: Number(/:(\d+)$/.exec(node)?.[1] ?? DEFAULT_PORT[scheme]),
    }));
  if (scheme.endsWith("cluster"))
    return new Cluster(nodes, {
      redisOptions: options,
      clusterRetryStrategy: retryStrategy,
    });
  const [name = "mymaster", db = "0"] = path.split("/").filter((part) => part !== "");
  return new Redis({ ...options, sentinels: nodes, name, db: Number(db) });
}

const DEFAULT_PORT: Readonly<Record<string, number>> = {
  "redis+sentinel": 26_379,
  "rediss+sentinel": 26_379,
  "redis+cluster": 6_379,
  "rediss+cluster": 6_379,
};

/** A Redis that drops keys when memory is short loses jobs without a word. */
async function policyWarnings(connection: Connection): Promise<string[]> {
  try {
    const [, policy] = (await connection.config("GET", "maxmemory-policy")) as [string, string];
    if (policy === "noeviction") return [];
    return [`maxmemory-policy is ${policy}: jobs may be lost. Set it to noeviction`];
  } catch {
    return ["maxmemory-policy cannot be read here; make sure that it is noeviction"];
  }
}

interface Place {
  readonly url: string;
  readonly folder: string;
  readonly warnings: readonly string[];
}

interface Connections {
  readonly forWorkers: Connection;
  readonly forOthers: Connection;
}

function engineOn({ forWorkers, forOthers }: Connections, { url, folder, warnings }: Place): Engine {
  const optionsOn = (connection: Connection) => ({
    connection: connection as unknown as ConnectionOptions,
    prefix: PREFIX,
  });
  const key = (kind: string, host: string) => `${PREFIX}:${kind}:${host}`;
  return {
    url,
    folder,
    warnings,
    queue: <Data, Result>(name: string, options = {}) =>
      new Queue<Data, Result>(name, { ...options, ...optionsOn(forOthers) }) as unknown as JobQueue<Data, Result>,
    worker: <Data, Result>(name: string, processor: Processor<Data, Result>, options = {}) =>
      new Worker<Data, Result>(name, processor, {
        ...options,
        ...optionsOn(forWorkers),
        autorun: false,
      }) as unknown as JobWorker<Data, Result>,
    ping: pinging(url, "Check that Redis runs", () => forOthers.ping()),
    queueNames: async () => {
      const masters = forOthers instanceof Cluster ? forOthers.nodes("master") : [forOthers];
      return [...new Set((await Promise.all(masters.map(namesOn))).flat())];
    },
    slot: async (host, delayMs) => Number(await forWorkers.eval(SLOT, 1, key("slot", host), delayMs)),
    lease: async (host, limit, forMs) => {
      const token = randomUUID();
      const taken = await forWorkers.eval(LEASE, 1, key("lease", host), limit, forMs, token);
      if (Number(taken) !== 1) return null;
      const release = async () => {
        await forWorkers.zrem(key("lease", host), token);
      };
      return { release };
    },
    close: async () => {
      await Promise.all([forWorkers, forOthers].map(disconnected));
    },
  };
}

/** A server that is away hears no goodbye. */
async function disconnected(connection: Connection): Promise<void> {
  try {
    await within(CLOSE_MS, connection.quit(), () => new Error("no answer"));
  } catch {
    connection.disconnect();
  }
}

/** Every queue leaves a key for its metadata. */
async function namesOn(node: Redis): Promise<string[]> {
  const names: string[] = [];
  let cursor = "0";
  do {
    const [next, keys] = await node.scan(cursor, "MATCH", `${PREFIX}:*:meta`, "COUNT", 500);
    cursor = next;
    names.push(...keys.map((key) => key.slice(PREFIX.length + 1, -":meta".length)));
  } while (cursor !== "0");
  return names;
}
