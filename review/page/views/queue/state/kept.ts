/** Answers by key, the latest `size` of them; asked once however many want them. */
export class Kept<T> {
  private readonly asked = new Map<string, Promise<T>>();
  private readonly here = new Map<string, T>();

  constructor(
    private readonly ask: (key: string) => Promise<T>,
    private readonly size: number,
  ) {}

  /** The answer if it is here already: no wait, not even for a moment. */
  known(key: string): T | undefined {
    return this.here.get(key);
  }

  get(key: string): Promise<T> {
    const asked = this.asked.get(key);
    if (asked !== undefined) return asked;
    const answer = this.ask(key);
    this.asked.set(key, answer);
    answer.then(
      (value) => {
        if (this.asked.get(key) === answer) this.keep(key, value);
      },
      () => this.asked.delete(key),
    );
    return answer;
  }

  /** Takes an answer that came another way. */
  set(key: string, value: T): void {
    this.asked.set(key, Promise.resolve(value));
    this.keep(key, value);
  }

  forget(key: string): void {
    this.asked.delete(key);
    this.here.delete(key);
  }

  private keep(key: string, value: T): void {
    this.here.delete(key);
    this.here.set(key, value);
    for (const oldest of this.here.keys()) {
      if (this.here.size <= this.size) break;
      this.forget(oldest);
    }
  }
}
