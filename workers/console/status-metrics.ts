import { Gauge, Registry } from "prom-client";
import type { CollectionStatus, Status } from "../../schemas/status.ts";

/**
 * What the queues hold, in the text form of Prometheus.
 * @param status null where it cannot be read: then only `jingjian_queue_up` says so
 */
export function statusMetrics(status: Status | null): Promise<string> {
  // A registry for each time: what is gone from the queues must be gone from the answer.
  const registers = [new Registry()];
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name, help, labelNames: [...labelNames], registers });
  gauge("jingjian_queue_up", "1 where the queue engine answers").set(status === null ? 0 : 1);
  if (status !== null) {
    const depth = gauge("jingjian_queue_jobs", "Jobs in the queues, by collection and state", ["collection", "state"]);
    const age = gauge("jingjian_queue_oldest_seconds", "Age of the oldest job that waits", ["collection"]);
    const dead = gauge("jingjian_dead_letters", "Documents given up, by collection and error code", [
      "collection",
      "code",
    ]);
    const members = gauge("jingjian_members", "Processes alive, by collection and role", ["collection", "role"]);
    for (const row of status.collections) {
      for (const [state, count] of depths(row)) depth.set({ collection: row.name, state }, count);
      for (const [code, count] of Object.entries(row.failures)) dead.set({ collection: row.name, code }, count);
      age.set({ collection: row.name }, row.oldest === null ? 0 : secondsBetween(row.oldest, status.at));
      for (const role of ["worker", "writer"]) members.set({ collection: row.name, role }, 0);
    }
    for (const { alive, collection, role } of status.members) if (alive) members.inc({ collection, role });
    gauge("jingjian_settled_per_second", "Documents settled a second by all processes").set(status.rate);
  }
  return registers[0]!.metrics();
}

const depths = ({ waiting, active, delayed, unwritten, failed }: CollectionStatus): [string, number][] =>
  Object.entries({ waiting, active, delayed, unwritten, failed });

const secondsBetween = (from: string, to: string): number => Math.max(0, (Date.parse(to) - Date.parse(from)) / 1_000);
