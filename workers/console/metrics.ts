import { Counter, Histogram, Registry } from "prom-client";
import type { Observer, Stage } from "../observer.ts";
import { HostLabels } from "./host-labels.ts";

/** From a commit of a millisecond to a fetch that runs into its deadline. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const HOSTS = 20;

/**
 * What one process did, for Prometheus; it counts whether or not anybody asks.
 * Error codes and metric ids are few by nature, hosts are made so: see {@link HostLabels}.
 */
export class WorkMetrics implements Observer {
  readonly registry = new Registry();
  private readonly documents = new Counter({
    name: "jingjian_documents_total",
    help: "Documents settled by this process, by outcome and error code",
    labelNames: ["outcome", "code"],
    registers: [this.registry],
  });
  private readonly stages = new Histogram({
    name: "jingjian_stage_seconds",
    help: "Time of one document in one stage",
    labelNames: ["stage"],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly found = new Counter({
    name: "jingjian_facts_total",
    help: "Facts extracted by this process, by metric",
    labelNames: ["metric"],
    registers: [this.registry],
  });
  private readonly bytes = new Counter({
    name: "jingjian_fetched_bytes_total",
    help: "Bytes of fetched pages, decompressed",
    registers: [this.registry],
  });
  private readonly hostSeconds = new Counter({
    name: "jingjian_host_wait_seconds_total",
    help: `Time waited for a host's turn; the ${HOSTS} hosts that were waited for most, the rest as other`,
    labelNames: ["host"],
    registers: [this.registry],
  });
  private readonly hosts = new HostLabels(HOSTS);

  /** @param code error code, where the document failed */
  settled(how: string, code = ""): void {
    this.documents.inc({ outcome: how, code });
  }

  stage(name: Stage, seconds: number): void {
    this.stages.observe({ stage: name }, seconds);
  }

  /** @param metric id, as in schemas/metrics.ts */
  facts(metric: string, count: number): void {
    this.found.inc({ metric }, count);
  }

  fetched(bytes: number): void {
    this.bytes.inc(bytes);
  }

  hostWait(host: string, seconds: number): void {
    const { label, replaced } = this.hosts.label(host, seconds);
    if (replaced !== null) this.hostSeconds.remove({ host: replaced });
    this.hostSeconds.inc({ host: label }, seconds);
  }
}
