import type { Settings } from "../schemas/settings.ts";
import { openEngine } from "../workers/engine.ts";
import { dropLetters, type LetterFilter, lettersIn, retryLetters } from "../workers/failed.ts";
import { grid } from "./grid.ts";

export interface FailedOptions {
  readonly settings: Settings;
  readonly filter: LetterFilter;
}

/** `jingjian failed`: dead letters with reason, attempts and remedy. @returns exit code: 1 where there is one */
export async function failedCommand(options: FailedOptions & { readonly json: boolean; readonly drop: boolean }) {
  const engine = await openEngine(options.settings.queue);
  try {
    if (options.drop) {
      const { done } = await dropLetters(engine, options.filter);
      process.stdout.write(`dropped ${done}\n`);
      return 0;
    }
    const rows: string[][] = [];
    for await (const { id, collection, letter } of lettersIn(engine, options.filter)) {
      const { source, code, message, remedy, attempts = 1, at } = letter.failure;
      if (options.json) process.stdout.write(`${JSON.stringify({ id, collection, ...letter.failure })}\n`);
      rows.push([id, code, String(attempts), at ?? "-", source, `${message}. ${remedy}`]);
    }
    if (!options.json && rows.length > 0)
      process.stdout.write(grid([["id", "error", "attempts", "given up", "source", "what to do"], ...rows]));
    if (!options.json && rows.length === 0) process.stdout.write("nothing failed\n");
    return rows.length > 0 ? 1 : 0;
  } finally {
    await engine.close();
  }
}

/** `jingjian retry`: puts failed documents back into their queues. @returns exit code: 1 where none was meant */
export async function retryCommand({ settings, filter }: FailedOptions): Promise<number> {
  const engine = await openEngine(settings.queue);
  try {
    const { done, kept } = await retryLetters(engine, filter);
    const rest = kept === 0 ? "" : `; ${kept} could not even be listed: mend the source and enqueue it`;
    process.stdout.write(`enqueued ${done}${rest}\n`);
    return done > 0 ? 0 : 1;
  } finally {
    await engine.close();
  }
}
