import type { SqlSession } from "./pglite-pool.ts";

/** Those who listen to a session with a database. */
export class SessionListeners implements Pick<SqlSession, "onNotification" | "onLost"> {
  private readonly hearers = new Set<(channel: string, payload: string) => void>();
  private readonly losers = new Set<(error: Error) => void>();

  onNotification(listener: (channel: string, payload: string) => void): () => void {
    this.hearers.add(listener);
    return () => this.hearers.delete(listener);
  }

  onLost(listener: (error: Error) => void): () => void {
    this.losers.add(listener);
    return () => this.losers.delete(listener);
  }

  /** Passes on what the database announced. */
  protected notify(channel: string, payload: string): void {
    for (const listener of this.hearers) listener(channel, payload);
  }

  /** Says that something may not have been heard. Whoever hears it may begin to listen anew at once. */
  protected lose(error: Error): void {
    for (const listener of [...this.losers]) listener(error);
  }
}
