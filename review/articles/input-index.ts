import { type Input, readInputs } from "../../pipeline/inputs/index.ts";
import type { RawPage } from "../../schemas/document.ts";
import type { DocumentReference } from "../../schemas/job.ts";
import type { Settings } from "../../schemas/settings.ts";
import { ReferenceReader, referTo } from "../../workers/references.ts";

/** Finds documents among inputs by their ids. What is kept of each is where it lies. */
export class InputIndex {
  private readonly references = new Map<string, DocumentReference>();
  private readonly reader: ReferenceReader;
  private reading: AsyncIterator<Input> | null = null;
  /** One reads at a time, and whoever comes meanwhile finds what was read. */
  private turn: Promise<unknown> = Promise.resolve();

  /**
   * @param inputs as `extract` takes them, but for standard input, which cannot be read twice
   * @param onFailure told of each document that cannot be read
   */
  constructor(
    private readonly inputs: readonly string[],
    private readonly settings: Settings,
    private readonly onFailure: (source: string, error: unknown) => void,
  ) {
    this.reader = new ReferenceReader(settings);
  }

  /**
   * The inputs are read no further than to the document.
   * @returns null where they do not hold it
   * @throws {UnreadableInputError} when the document's file is gone
   * @throws {InputChangedError} when it is not what it was when it was found
   */
  async page(id: string): Promise<RawPage | null> {
    const known = this.references.get(id);
    if (known !== undefined) return this.reader.read(known);
    const found = this.turn.then(() => this.search(id));
    this.turn = found.catch(() => {});
    const reference = await found;
    return reference === null ? null : this.reader.read(reference);
  }

  private async search(id: string): Promise<DocumentReference | null> {
    const known = this.references.get(id);
    if (known !== undefined) return known;
    this.reading ??= readInputs(this.inputs, { stdin: nothing(), settings: this.settings })[Symbol.asyncIterator]();
    for (;;) {
      const { value: input, done } = await this.reading.next();
      if (done === true) return null;
      if ("error" in input) {
        this.onFailure(input.source, input.error);
        continue;
      }
      const reference = referTo(input, { spooled: null, base: process.cwd() });
      this.references.set(input.id, reference);
      if (input.id === id) return reference;
    }
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
