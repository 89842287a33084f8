import { Writable } from "node:stream";
import type { SingleBar } from "cli-progress";

const ERASE_LINE = "\r\u001b[2K";

/** A stream whose lines replace a progress bar that may stand on the terminal; the bar draws itself anew below. */
export function clearLine(terminal: NodeJS.WriteStream): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      terminal.write(`${ERASE_LINE}${chunk.toString()}`, done);
    },
  });
}

/** What a progress bar shows. */
export interface Tally {
  documents: number;
  facts: number;
  failed: number;
}

export interface Progress {
  readonly show: (tally: Readonly<Tally>) => void;
  readonly stop: () => void;
}

const SILENT: Progress = { show: () => {}, stop: () => {} };
const FORMAT = "{bar} {documents} documents · {facts} facts · {failed} failed · {duration_formatted}";

/**
 * A progress bar on standard error, where that is a terminal and standard output is not: facts on the same terminal
 * show progress enough.
 * @param total number of inputs, as far as it is known
 */
export async function openProgress(total: number, ownsTerminal: boolean): Promise<Progress> {
  if (!process.stderr.isTTY || !ownsTerminal) return SILENT;
  const { default: progress } = await import("cli-progress");
  const bar: SingleBar = new progress.SingleBar(
    { format: FORMAT, stream: process.stderr, clearOnComplete: true, hideCursor: true },
    progress.Presets.shades_classic,
  );
  bar.start(total, 0, { documents: 0, facts: 0, failed: 0 });
  return {
    show: (tally) => {
      const done = tally.documents + tally.failed;
      // A JSONL file holds more documents than the inputs counted before it was read.
      if (done > bar.getTotal()) bar.setTotal(done);
      bar.update(done, tally);
    },
    stop: () => bar.stop(),
  };
}
