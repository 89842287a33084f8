/** Documents and pages of one collection by where they stand. */
export interface CollectionStatus {
  readonly name: string;
  /** Jobs by state, of pages to fetch and of document batches together. */
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  /** Pages that are settled, those that failed included. */
  readonly pagesDone: number;
  /** Results on their way to the writer. */
  readonly unwritten: number;
  readonly failed: number;
  /** Dead letters by error code. */
  readonly failures: Readonly<Record<string, number>>;
  /** ISO 8601 of the oldest job that waits, or null. */
  readonly oldest: string | null;
}

/** A process at work on the queues, as it reported itself. */
export interface MemberStatus {
  readonly id: string;
  /** `writer` also writes the facts. */
  readonly role: "worker" | "writer";
  readonly host: string;
  readonly pid: number;
  readonly collection: string;
  /** Facts file, of the writer. */
  readonly out: string | null;
  readonly started: string;
  /** ISO 8601 of its last sign of life; it is gone where that is older than half a minute. */
  readonly seen: string;
  readonly alive: boolean;
  /** Documents settled since it started, by outcome, and facts. */
  readonly written: number;
  readonly skipped: number;
  readonly failed: number;
  readonly facts: number;
  readonly bytes: number;
}

/** What `jingjian status` prints and `serve` answers. */
export interface Status {
  /** Engine without its password. */
  readonly engine: string;
  readonly at: string;
  readonly collections: readonly CollectionStatus[];
  readonly members: readonly MemberStatus[];
  /** Documents settled a second by the members that live. */
  readonly rate: number;
  /** Seconds until the queues are empty at that rate, or null where that cannot be said. */
  readonly secondsLeft: number | null;
}
