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
  /** Absent where the command looks for no facts. */
  facts?: number;
  failed: number;
  /** Bytes of input behind us. */
  bytes: number;
}

export interface Progress {
  readonly show: (tally: Readonly<Tally>) => void;
  readonly stop: () => void;
}

const SILENT: Progress = { show: () => {}, stop: () => {} };

/** A tally in words. */
export const counted = ({ documents, facts, failed }: Readonly<Tally>): string =>
  [`documents ${documents}`, ...(facts === undefined ? [] : [`facts ${facts}`]), `failed ${failed}`].join(", ");

/**
 * A progress bar on standard error, where that is a terminal and the data goes elsewhere: facts that run over the same
 * terminal show progress enough.
 * @param totalBytes size of all input, or null where it has no known end: then there are counts and no bar
 */
export async function openProgress(totalBytes: number | null): Promise<Progress> {
  const { default: progress } = await import("cli-progress");
  const bar: SingleBar = new progress.SingleBar(
    {
      format:
        totalBytes === null ? "{counts}, {duration_formatted}" : "{bar} {percentage} %, {counts}, {duration_formatted}",
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
    },
    progress.Presets.shades_classic,
  );
  bar.start(totalBytes ?? 1, 0, { counts: "" });
  return {
    show: (tally) =>
      bar.update(totalBytes === null ? 0 : Math.min(tally.bytes, totalBytes), { counts: counted(tally) }),
    stop: () => bar.stop(),
  };
}

/** Progress is shown on a terminal that the data does not run over. */
export const progressFor = async (
  out: string | undefined,
  totalBytes: () => Promise<number | null>,
): Promise<Progress> =>
  process.stderr.isTTY && (out !== undefined || !process.stdout.isTTY) ? openProgress(await totalBytes()) : SILENT;
