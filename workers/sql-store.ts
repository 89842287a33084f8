import { randomUUID } from "node:crypto";
import { DEFAULT_SCHEMA } from "bullmq";
import type { Lease } from "./engine.ts";

/** A PostgreSQL as far as ours asks it something itself. */
export interface SqlClient {
  query<Row>(text: string, params?: readonly unknown[]): Promise<{ readonly rows: Row[] }>;
}

/** Tables of our own beside BullMQ's; two processes may make them at once. */
const TABLES = `
  CREATE TABLE IF NOT EXISTS ${DEFAULT_SCHEMA}.jingjian_host (host text PRIMARY KEY, next_at double precision NOT NULL);
  CREATE TABLE IF NOT EXISTS ${DEFAULT_SCHEMA}.jingjian_lease (
    host text NOT NULL, place int NOT NULL, token text NOT NULL, until double precision NOT NULL, PRIMARY KEY (host, place));
`;
const NOW = "(extract(epoch from clock_timestamp()) * 1000)";

export const makeTables = (client: SqlClient): Promise<unknown> => client.query(TABLES);

/** Every queue that BullMQ's tables know. */
export async function sqlQueueNames(client: SqlClient): Promise<string[]> {
  const { rows } = await client.query<{ queue: string }>(`SELECT DISTINCT queue FROM ${DEFAULT_SCHEMA}.job`);
  return rows.map(({ queue }) => queue);
}

/** One statement, so that two workers never take the same slot. */
export async function sqlSlot(client: SqlClient, host: string, delayMs: number): Promise<number> {
  const { rows } = await client.query<{ wait: number | string }>(
    `INSERT INTO ${DEFAULT_SCHEMA}.jingjian_host AS h (host, next_at) VALUES ($1, ${NOW} + $2::float8)
     ON CONFLICT (host) DO UPDATE SET next_at = greatest(h.next_at, ${NOW}) + $2::float8
     RETURNING greatest(0, next_at - $2::float8 - ${NOW}) AS wait`,
    [host, delayMs],
  );
  return Number(rows[0]?.wait ?? 0);
}

/** A host has `limit` places; a place is free where nobody holds it or its holder's time is over. */
export async function sqlLease(client: SqlClient, host: string, limit: number, forMs: number): Promise<Lease | null> {
  const token = randomUUID();
  for (let place = 0; place < limit; place++) {
    const { rows } = await client.query(
      `INSERT INTO ${DEFAULT_SCHEMA}.jingjian_lease AS l (host, place, token, until)
       VALUES ($1, $2::int, $3, ${NOW} + $4::float8)
       ON CONFLICT (host, place) DO UPDATE SET token = excluded.token, until = excluded.until WHERE l.until < ${NOW}
       RETURNING place`,
      [host, place, token, forMs],
    );
    if (rows.length === 0) continue;
    const release = async () => {
      await client.query(
        `DELETE FROM ${DEFAULT_SCHEMA}.jingjian_lease WHERE host = $1 AND place = $2::int AND token = $3`,
        [host, place, token],
      );
    };
    return { release };
  }
  return null;
}
