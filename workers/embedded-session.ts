import { setTimeout as sleep } from "node:timers/promises";
import type { PgQueryResult } from "bullmq";
import { QueueFailedError } from "../schemas/errors.ts";
import { HolderGoneError, type Seat } from "./embedded-interface.ts";
import { SessionListeners } from "./session-listeners.ts";

const TRY_AGAIN_MS = 1_000;

/**
 * A session that outlives the process that holds the folder: when that ends, this process takes the folder, or joins
 * whoever was first to. A statement that was under way then may be done twice; jobs have ids of their own, so that they
 * are there once all the same.
 */
export class LastingSession extends SessionListeners implements Seat {
  /** `LISTEN` statements, which belong to the holder's session and so go with it. */
  private readonly listens = new Set<string>();
  private next: Promise<void> | null = null;
  private closed = false;

  constructor(
    private readonly url: string,
    private seat: Seat,
    private readonly sitDown: () => Promise<Seat>,
  ) {
    super();
    this.attach(seat);
  }

  async query<Row>(text: string, params: readonly unknown[]): Promise<PgQueryResult<Row>> {
    if (/^\s*LISTEN\b/i.test(text)) this.listens.add(text);
    for (;;) {
      await this.next;
      const { seat } = this;
      try {
        return await seat.query<Row>(text, params);
      } catch (error) {
        if (this.closed || !(error instanceof HolderGoneError)) throw error;
        await this.leave(seat);
      }
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.next?.catch(() => {}); // whoever asked was told
    await this.seat.close();
  }

  private attach(seat: Seat): void {
    seat.onNotification((channel, payload) => this.notify(channel, payload));
    seat.onLost(() => void this.recover(seat));
  }

  /** Nobody asks while all workers wait for jobs, so that it is not left to the next query. */
  private async recover(seat: Seat): Promise<void> {
    while (!this.closed && seat === this.seat) {
      await this.leave(seat).catch(() => sleep(TRY_AGAIN_MS, null, { ref: false }));
    }
  }

  /** Replaces a seat whose holder is gone, once however many queries found it so. */
  private leave(seat: Seat): Promise<void> {
    if (seat !== this.seat) return Promise.resolve();
    this.next ??= this.replace(seat).finally(() => {
      this.next = null;
    });
    return this.next;
  }

  private async replace(lost: Seat): Promise<void> {
    await lost.close();
    this.seat = await this.listening();
    this.attach(this.seat);
    // What was announced in between was not heard: those who wait must look again.
    this.lose(new QueueFailedError(this.url, "The process that held it ended; this one goes on without it"));
  }

  /** A new seat that hears what the lost one heard; its holder may end at once too. */
  private async listening(): Promise<Seat> {
    for (;;) {
      const seat = await this.sitDown();
      try {
        for (const text of this.listens) await seat.query(text, []);
        return seat;
      } catch (error) {
        await seat.close();
        if (!(error instanceof HolderGoneError)) throw error;
      }
    }
  }
}
