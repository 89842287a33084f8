import { JingjianError, reason } from "./error.ts";

export { JingjianError, type Retry } from "./error.ts";
export * from "./fetch-errors.ts";
export * from "./review-errors.ts";

/** A file or line without any character that could be read. */
export class EmptyInputError extends JingjianError {
  readonly code = "EMPTY_INPUT";
  readonly retry = "never";
  constructor(source: string) {
    super(`${source} is empty`, "Remove it, or fetch it again");
  }
}

/** Bytes that are no text in any charset (an image, an archive, a PDF). */
export class BinaryInputError extends JingjianError {
  readonly code = "BINARY_INPUT";
  readonly retry = "never";
  constructor(source: string, kind: string) {
    super(`${source} is not text but ${kind}`, "Convert it to text or HTML first");
  }
}

export class CharsetUndecidedError extends JingjianError {
  readonly code = "CHARSET_UNDECIDED";
  readonly retry = "never";
  constructor(source: string, tried: readonly string[], options?: ErrorOptions) {
    super(`No charset decodes ${source} (tried ${tried.join(", ")})`, "Convert the file to UTF-8", options);
  }
}

/** A document past one of its budgets: bytes, characters, nodes, depth or milliseconds. */
export class BudgetExceededError extends JingjianError {
  readonly code = "BUDGET_EXCEEDED";
  readonly retry = "never";
  constructor(source: string, what: string, found: number, limit: number, setting: string) {
    super(`${source} has ${found} ${what}, over the limit of ${limit}`, `Cut it, or raise ${setting}`);
  }
}

/** A line of a documents JSONL that is no JSON object of the documented form. */
export class InvalidLineError extends JingjianError {
  readonly code = "INVALID_LINE";
  readonly retry = "never";
  constructor(source: string, why: string, options?: ErrorOptions) {
    super(
      `${source} is not a document line: ${why}`,
      "See schemas/document-line.schema.json; a cut last line means a cut file",
      options,
    );
  }
}

export class DuplicateIdError extends JingjianError {
  readonly code = "DUPLICATE_ID";
  readonly retry = "never";
  constructor(source: string, id: string, first: string) {
    super(`${source} has the id ${id} of ${first}, with other content`, "Give each document an id of its own");
  }
}

export class UnreadableInputError extends JingjianError {
  readonly code = "UNREADABLE_INPUT";
  readonly retry = "never";
  constructor(source: string, options?: ErrorOptions) {
    super(`${source} cannot be read${reason(options)}`, "Check that it exists and that you may read it", options);
  }
}

export class OutputFailedError extends JingjianError {
  readonly code = "OUTPUT_FAILED";
  readonly retry = "backoff";
  constructor(path: string, options?: ErrorOptions) {
    super(
      `${path} cannot be written${reason(options)}`,
      "Free disk space or choose another --out; then run the same command again",
      options,
    );
  }
}

/** Another process writes the same output. */
export class OutputLockedError extends JingjianError {
  readonly code = "OUTPUT_LOCKED";
  readonly retry = "backoff";
  constructor(path: string, holder: string) {
    super(`${path} is being written by ${holder}`, "Wait for it to end, stop it, or choose another --out");
  }
}

/** The output holds something else than what its journal says was written. */
export class OutputChangedError extends JingjianError {
  readonly code = "OUTPUT_CHANGED";
  readonly retry = "never";
  constructor(path: string, why: string) {
    super(`${path} ${why}`, "Nothing was changed. Move it and its .journal away, or choose another --out");
  }
}

/** A file that changed between being listed and being read. */
export class InputChangedError extends JingjianError {
  readonly code = "INPUT_CHANGED";
  readonly retry = "never";
  constructor(source: string) {
    super(`${source} changed while the run was under way`, "Run the same command again");
  }
}

/** The queue engine cannot be opened or has stopped working. */
export class QueueFailedError extends JingjianError {
  readonly code = "QUEUE_FAILED";
  readonly retry = "backoff";
  constructor(url: string, remedy: string, options?: ErrorOptions) {
    super(`The queue ${url} does not work${reason(options)}`, remedy, options);
  }
}

/** A job that took its worker's life again and again. */
export class StalledError extends JingjianError {
  readonly code = "STALLED";
  readonly retry = "never";
  constructor(source: string, options?: ErrorOptions) {
    super(
      `${source} was in work each time its worker died or stood still${reason(options)}`,
      "Extract it by itself to see what happens; where workers are only slow, raise --stall-ms; then retry it",
      options,
    );
  }
}

/** A record that its schema refuses: a defect of ours, kept out of the output. */
export class InvalidRecordError extends JingjianError {
  readonly code = "INVALID_RECORD";
  readonly retry = "never";
  constructor(source: string, why: string) {
    super(
      `A fact of ${source} breaks schemas/fact.schema.json: ${why}`,
      "Report it with the document; the rest of the output stands",
    );
  }
}

/** A document that made the program itself fail: a defect of ours, which stops no other document. */
export class UnexpectedError extends JingjianError {
  readonly code = "UNEXPECTED";
  readonly retry = "never";
  constructor(source: string, options?: ErrorOptions) {
    super(
      `${source} made the program fail${reason(options)}`,
      "Report it with the document; --log-level debug shows where",
      options,
    );
  }
}

/** A line on standard input of `quantities` that is not of the documented form. */
export class InvalidRequestError extends JingjianError {
  readonly code = "INVALID_REQUEST";
  readonly retry = "never";
  constructor(source: string, why: string, options?: ErrorOptions) {
    super(
      `${source} is no request: ${why}`,
      'Write one {"id": "a1", "input": "36个", "reference": "2022-08-02"} a line; reference may be left out',
      options,
    );
  }
}

export class SegmenterUnavailableError extends JingjianError {
  readonly code = "SEGMENTER_UNAVAILABLE";
  readonly retry = "never";
  constructor(options?: ErrorOptions) {
    super(
      `The native segmenter (nodejieba) is not built${reason(options)}`,
      "Install python3, make and g++ (Debian: apt-get install python3 make g++), then run: npm ci && npm rebuild nodejieba",
      options,
    );
  }
}

/** Another process holds the embedded engine's folder. */
export class FolderLockedError extends JingjianError {
  readonly code = "FOLDER_LOCKED";
  readonly retry = "backoff";
  constructor(folder: string, holder: string) {
    super(
      `${folder} is held by ${holder}`,
      "Wait for it to end, stop it, or choose another folder with --queue embedded:DIR",
    );
  }
}

/** A line of an output that is no fact. */
export class InvalidFactError extends JingjianError {
  readonly code = "INVALID_FACT";
  readonly retry = "never";
  constructor(source: string, why: string, options?: ErrorOptions) {
    super(
      `${source} is no fact: ${why}`,
      "Give the JSONL that extract, run or work wrote; see schemas/fact.schema.json",
      options,
    );
  }
}

/** A mistake in a lexicon or a file of examples, and where it stands. */
export interface LexiconProblem {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly problem: string;
  readonly remedy: string;
}

const told = ({ path, line, column, problem, remedy }: LexiconProblem): string =>
  `${path}:${line}:${column} ${problem}; ${remedy}`;

/** A lexicon, or a file of examples, that cannot be used: every mistake in it, one a line. */
export class InvalidLexiconError extends JingjianError {
  readonly code = "INVALID_LEXICON";
  readonly retry = "never";
  constructor(
    readonly problems: readonly LexiconProblem[],
    options?: ErrorOptions,
  ) {
    super(problems.map(told).join("\n"), "Mend it; docs/lexicon.md describes the format", options);
  }

  /** For a line of its own, where the mistakes have been told. */
  get summary(): string {
    const { length } = this.problems;
    return `${length} ${length === 1 ? "mistake" : "mistakes"}. ${this.remedy}`;
  }
}

export class InvalidSettingError extends JingjianError {
  readonly code = "INVALID_SETTING";
  readonly retry = "never";
  constructor(name: string, value: string, why: string) {
    super(`${name}=${value}: ${why}`, "See `jingjian --help` or the settings table in the README");
  }
}

export class UsageError extends JingjianError {
  readonly code = "USAGE";
  readonly retry = "never";
}
