import { realpath, rename, rm, stat } from "node:fs/promises";
import { OutputFailedError } from "../../schemas/errors.ts";

/**
 * Lets `write` fill a file that takes its name only when it is whole; what stood there before stays until then.
 * @throws {OutputFailedError} when it cannot be put there, or is a device or pipe, where no archive can be built
 */
export async function wholeFile<T>(path: string, write: (partial: string) => Promise<T>): Promise<T> {
  const target = await realpath(path).catch(() => path);
  const there = await stat(target).catch(() => null);
  if (there !== null && !there.isFile())
    throw new OutputFailedError(path, { cause: new Error("it is no regular file") });
  const partial = `${target}.part`;
  try {
    const result = await write(partial);
    await rename(partial, target).catch((cause) => {
      throw new OutputFailedError(path, { cause });
    });
    return result;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
