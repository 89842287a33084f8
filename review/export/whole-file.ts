import { realpath, rename, rm, stat } from "node:fs/promises";
import { JingjianError, OutputFailedError } from "../../schemas/errors.ts";

/**
 * Lets `write` fill a file that takes its name only when it is whole; what stood there before stays until then.
 * @throws {OutputFailedError} when it cannot be written, or is a device or pipe, where no archive can be built
 */
export async function wholeFile(path: string, write: (partial: string) => Promise<void>): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const there = await stat(target).catch(() => null);
  if (there !== null && !there.isFile())
    throw new OutputFailedError(path, { cause: new Error("it is no regular file") });
  const partial = `${target}.part`;
  try {
    await write(partial);
    await rename(partial, target);
  } catch (cause) {
    await rm(partial, { force: true });
    throw cause instanceof JingjianError ? cause : new OutputFailedError(path, { cause });
  }
}
