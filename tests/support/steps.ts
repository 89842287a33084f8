import { Session } from "node:inspector";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Held here: in Jest's context each look at a global name costs more than the call that is counted. */
const [toNumber, toText, { max, min }, { apply }] = [Number, String, Math, Reflect];
const OURS = new RegExp(`^(?:file://)?${ROOT}(?:extractors|pipeline|schemas|corpus)/`);

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

/**
 * Counts the steps of a computation: how often each block of our own code ran, as the engine's precise coverage says,
 * and how many characters or elements the engine's own functions went over for it. Counts are the same on every machine
 * and every run, where times are not. To be made before the modules it counts are imported.
 */
export class StepCounter {
  private readonly session = new Session();

  constructor() {
    this.session.connect();
    this.session.post("Profiler.enable");
    this.session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  /** The steps of each of `runs`, in turn. What is made once, at first use, counts too: run it once before. */
  count(runs: readonly (() => unknown)[]): number[] {
    this.blocks();
    return runs.map((run) => {
      const native = countNative(run);
      const blocks = this.blocks();
      if (blocks === 0) throw new Error("No module of ours was counted: import them behind the counter");
      return native + blocks;
    });
  }

  close(): void {
    this.session.post("Profiler.stopPreciseCoverage");
    this.session.disconnect();
  }

  /** Runs of all blocks of our code since the last call. */
  private blocks(): number {
    let taken: Coverage = { result: [] };
    this.session.post("Profiler.takePreciseCoverage", (error, found) => {
      if (error !== null) throw error;
      taken = found;
    });
    return taken.result
      .filter(({ url }) => OURS.test(url))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((sum, { count }) => sum + count, 0);
  }
}

/** How far the engine's own functions went, by their arguments and results. */
function countNative(run: () => unknown): number {
  let steps = 0;
  const undo = [
    around(String.prototype, "indexOf", (text, found, [, from]) => {
      steps += found < 0 ? text.length - toNumber(from ?? 0) : found - toNumber(from ?? 0) + 1;
    }),
    around(String.prototype, "lastIndexOf", (text, found, [, from]) => {
      steps += min(text.length, toNumber(from ?? text.length)) - max(found, 0) + 1;
    }),
    around(String.prototype, "includes", (text, found) => {
      steps += found ? 1 : text.length;
    }),
    around(String.prototype, "replaceAll", (text) => {
      steps += text.length;
    }),
    around(String.prototype, "trim", (text, found) => {
      steps += text.length - found.length + 1;
    }),
    around(RegExp.prototype, "exec", (pattern, found, [text]) => {
      steps += found === null ? reach(pattern, toText(text)) : found[0].length + 1;
    }),
    ...(["slice", "concat", "filter", "map", "flatMap"] as const).map((name) =>
      around(Array.prototype, name, (_, found) => {
        steps += (found as readonly unknown[]).length;
      }),
    ),
    ...(["indexOf", "includes", "shift", "unshift", "splice", "sort", "join"] as const).map((name) =>
      around(Array.prototype, name, (list) => {
        steps += list.length;
      }),
    ),
    around(Array.prototype, Symbol.iterator, (list) => {
      steps += list.length;
    }),
  ];
  try {
    run();
  } finally {
    for (const restore of undo) restore();
  }
  return steps;
}

/** A pattern that is bound to a place looks at that place alone; another, in vain, at the rest of the text. */
const reach = ({ sticky, source, multiline }: RegExp, text: string): number =>
  sticky || (source.startsWith("^") && !multiline) ? 1 : text.length;

type Method<Args extends readonly unknown[], Result> = (...args: Args) => Result;

/** Calls `seen` behind each call of a method; @returns what takes it back */
function around<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  seen: (
    self: Owner,
    result: Owner[Name] extends Method<never, infer Result> ? Result : never,
    args: readonly unknown[],
  ) => void,
): () => void {
  const original = owner[name] as Method<readonly unknown[], never>;
  const counted = function (this: Owner, ...args: readonly unknown[]) {
    const result = apply(original, this, args) as never;
    seen(this, result, args);
    return result;
  };
  Object.defineProperty(owner, name, { value: counted, configurable: true, writable: true, enumerable: false });
  return () => {
    Object.defineProperty(owner, name, { value: original, configurable: true, writable: true, enumerable: false });
  };
}
