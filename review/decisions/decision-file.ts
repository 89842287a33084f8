import type { Decision } from "../../schemas/decision.ts";
import { NotSavedError } from "../../schemas/errors.ts";
import type { Verdict } from "../../schemas/review.ts";
import { readDecision, writeDecision } from "./decision-line.ts";
import type { Decisions, Judgement, Standing } from "./decisions.ts";
import { type Entry, Ledger } from "./ledger.ts";
import { LineReader } from "./line-reader.ts";
import { LineWriter } from "./line-writer.ts";
import { readInto } from "./read-into.ts";

export interface DecisionFileOptions {
  /** Never writes, not even to end a line that was cut off. */
  readonly readOnly: boolean;
  /** Told of each line that counts for nothing. */
  readonly onBroken: (what: string) => void;
  /** Told where the file cannot be read while it is followed. */
  readonly onTrouble: (error: unknown) => void;
}

type Listener = (facts: readonly string[]) => void | Promise<void>;

const POLL_MS = 500;
const KEPT_BROKEN = 100;
const TRIES = 3;

/** {@link Decisions} over one file, read once and followed from then on. */
export class DecisionFile implements Decisions {
  private ledger = new Ledger();
  private readonly reader: LineReader;
  private readonly writer: LineWriter;
  private readonly listeners = new Set<Listener>();
  private brokenLines: { count: number; first: string[] } = { count: 0, first: [] };
  private reading: Promise<void> = Promise.resolve();
  private trouble = "";
  private isClosed = false;
  private timer: NodeJS.Timeout | null = null;

  private constructor(
    readonly path: string,
    private readonly options: DecisionFileOptions,
  ) {
    this.reader = new LineReader(path);
    this.writer = new LineWriter(path);
  }

  /**
   * Nothing is read before {@link start}.
   * @param path need not be there; it is made with the first decision
   * @throws {NotSavedError} where a line that was cut off cannot be ended
   */
  static async open(path: string, options: DecisionFileOptions): Promise<DecisionFile> {
    const file = new DecisionFile(path, options);
    if (!options.readOnly) await file.writer.mend();
    return file;
  }

  /**
   * Reads the file, tells the listeners, and follows it from then on.
   * @throws {UnreadableInputError}
   */
  async start(): Promise<void> {
    await this.refresh();
    if (!this.isClosed) this.follow();
  }

  get broken() {
    return this.brokenLines;
  }

  get reviewers() {
    const counts = new Map<string, number>();
    for (const { reviewer, action, undone } of this.ledger.entries())
      counts.set(reviewer, (counts.get(reviewer) ?? 0) + (action === "undo" || undone ? 0 : 1));
    return [...counts].map(([name, decisions]) => ({ name, decisions })).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async append(decision: Decision): Promise<void> {
    // Another process may be killed half way through a line of its own, onto which ours then falls: it is read back.
    for (let tries = 0; tries < TRIES; tries++) {
      await this.writer.append(writeDecision(decision));
      await this.refresh();
      if (this.ledger.get(decision.id) !== null) return;
    }
    throw new NotSavedError(this.path, { cause: new Error("the line cannot be read again") });
  }

  async find(id: string) {
    const entry = this.ledger.get(id);
    const decision = entry === null ? null : await this.whole(entry);
    return decision === null ? null : { decision, undone: entry!.undone };
  }

  async history(fact: string): Promise<readonly Decision[]> {
    const found = await Promise.all(this.ledger.of(fact).map((entry) => this.whole(entry)));
    return found.filter((decision) => decision !== null);
  }

  async verdicts(fact: string): Promise<readonly Verdict[]> {
    const last = new Set(this.ledger.last(fact).map(({ id }) => id));
    return (await this.history(fact)).filter(({ id }) => last.has(id)).map(verdictOf);
  }

  standing(fact: string): Standing {
    return this.ledger.standing(fact);
  }

  decidedFacts(): readonly string[] {
    return [...this.ledger.facts()].filter((fact) => this.ledger.isDecided(fact));
  }

  states(): readonly Standing[] {
    return [...this.ledger.facts()].map((fact) => this.ledger.standing(fact));
  }

  judgements(): readonly Judgement[] {
    return [...this.ledger.facts()].flatMap((fact) => this.ledger.judgements(fact));
  }

  onChange(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    await this.writer.close();
    await this.reading.catch(() => {});
    await this.reader.close();
  }

  /** Reads what the file has gained. One reads at a time, and who comes meanwhile has the lines that follow. */
  private refresh(): Promise<void> {
    const reading = this.reading.catch(() => {}).then(() => this.read());
    this.reading = reading;
    return reading;
  }

  private async read(): Promise<void> {
    const changed = new Set<string>();
    if (await this.reader.isAnew()) {
      for (const fact of this.ledger.facts()) changed.add(fact);
      this.ledger = new Ledger();
      this.brokenLines = { count: 0, first: [] };
    }
    for await (const found of readInto(this.ledger, this.reader)) {
      if ("broken" in found) this.tellBroken(found.broken);
      else changed.add(found.fact);
    }
    if (changed.size === 0) return;
    for (const listener of this.listeners) {
      // The decision is saved, whatever becomes of those who listen.
      await Promise.resolve(listener([...changed])).catch((error: unknown) => this.tellTrouble(error));
    }
  }

  private tellBroken(what: string): void {
    this.brokenLines.count++;
    if (this.brokenLines.first.length < KEPT_BROKEN) this.brokenLines.first.push(what);
    this.options.onBroken(what);
  }

  /** Once, and not with each look at the file. */
  private tellTrouble(error: unknown): void {
    if (this.trouble === String(error)) return;
    this.trouble = String(error);
    this.options.onTrouble(error);
  }

  private async whole(entry: Entry): Promise<Decision | null> {
    const found = readDecision(await this.reader.again(entry));
    return "why" in found ? null : found;
  }

  private follow(): void {
    this.timer = setTimeout(async () => {
      await this.refresh().then(
        () => {
          this.trouble = "";
        },
        (error: unknown) => this.tellTrouble(error),
      );
      if (!this.isClosed) this.follow();
    }, POLL_MS).unref();
  }
}

const verdictOf = ({ id, reviewer, role, action, at, reason, after }: Decision): Verdict => ({
  decision: id,
  reviewer,
  role,
  action: action as Verdict["action"],
  at,
  reason,
  after,
});
