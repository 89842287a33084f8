import { type Logger, pino } from "pino";
import { JingjianError, UnexpectedError } from "../schemas/errors.ts";
import { clearLine } from "./terminal.ts";

export type Log = Logger;

/**
 * Log lines on standard error: one JSON object a line, or readable lines on a terminal.
 * @param level least severe level that is shown
 */
export async function openLog(level: string): Promise<Log> {
  const options = { level, base: null, formatters: { level: (label: string) => ({ level: label }) } };
  if (!process.stderr.isTTY) return pino(options, pino.destination({ dest: 2, sync: true }));
  const { default: pretty } = await import("pino-pretty");
  return pino(
    options,
    pretty({
      colorize: true,
      singleLine: true,
      ignore: "time,source,code,remedy,documents,facts,failed",
      messageFormat: "{msg}{if code}. {remedy} [{code}]{end}",
      destination: clearLine(process.stderr),
    }),
  );
}

/** One line for what went wrong with one source: code, problem and remedy. */
export function logFailure(log: Log, source: string | null, error: unknown): void {
  const known = error instanceof JingjianError ? error : new UnexpectedError(source ?? "The command", { cause: error });
  const { code, problem, remedy } = known;
  log.error({ ...(source === null ? {} : { source }), code, remedy }, problem);
  if (known instanceof UnexpectedError && error instanceof Error)
    log.debug({ stack: error.stack }, "stack of the defect");
}
