import { describe, expect, test } from "@jest/globals";
import { HostLabels, OTHER } from "../../workers/console/host-labels.ts";
import { WorkMetrics } from "../../workers/console/metrics.ts";
import { statusMetrics } from "../../workers/console/status-metrics.ts";
import { samplesOf } from "../support/prometheus.ts";

describe("labels of hosts", () => {
  test("are given until there are enough; then the heaviest keep them", () => {
    const hosts = new HostLabels(2);
    const rows: [host: string, weight: number, label: string, replaced: string | null][] = [
      ["a", 5, "a", null],
      ["b", 1, "b", null],
      ["c", 1, OTHER, null],
      ["c", 1, "c", "b"],
      ["b", 0.5, OTHER, null],
      ["b", 1, "b", "c"],
      ["a", 1, "a", null],
      ["d", 0, OTHER, null],
      ["d", 100, "d", "b"],
    ];
    for (const [host, weight, label, replaced] of rows) {
      expect([host, hosts.label(host, weight)]).toEqual([host, { label, replaced }]);
    }
  });

  test("stay few over a million waits at a hundred thousand hosts", async () => {
    const metrics = new WorkMetrics();
    for (let i = 0; i < 1_000_000; i++) metrics.hostWait(`host-${i % 100_000}.example`, 0.01);
    for (let i = 0; i < 100; i++) metrics.hostWait("busy.example", 10);
    const waits = [...samplesOf(await metrics.registry.metrics())].filter(([name]) => name.startsWith("jingjian_host"));
    expect(waits.length).toBeLessThanOrEqual(21);
    expect(waits.map(([name]) => name)).toContain('jingjian_host_wait_seconds_total{host="busy.example"}');
    expect(waits.map(([name]) => name)).toContain(`jingjian_host_wait_seconds_total{host="${OTHER}"}`);
  });

  test("whose name is strange are still one sample", async () => {
    const metrics = new WorkMetrics();
    for (const host of ['a"b', "a\\b", "a\nb", "例え.example", ""]) metrics.hostWait(host, 1);
    expect(samplesOf(await metrics.registry.metrics()).size).toBe(6);
  });
});

test("two sets of metrics in one process know nothing of each other", async () => {
  const [one, other] = [new WorkMetrics(), new WorkMetrics()];
  one.fetched(7);
  expect(samplesOf(await one.registry.metrics()).get("jingjian_fetched_bytes_total")).toBe(7);
  expect(samplesOf(await other.registry.metrics()).get("jingjian_fetched_bytes_total")).toBe(0);
});

test("a status that cannot be read is one sample", async () => {
  expect([...samplesOf(await statusMetrics(null))]).toEqual([["jingjian_queue_up", 0]]);
});
