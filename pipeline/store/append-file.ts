import { type FileHandle, open } from "node:fs/promises";

/** A file that only grows. */
export interface AppendFile {
  append(bytes: Uint8Array): Promise<void>;
  /** Returns once the bytes are on the disk, not only with the system. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export type OpenAppend = (path: string) => Promise<AppendFile>;

export const openAppend: OpenAppend = async (path) => {
  const file = await open(path, "a", 0o644);
  return { append: (bytes) => file.appendFile(bytes), sync: () => file.datasync(), close: () => file.close() };
};

/** Makes the names in a folder durable; a new file without this may be gone after a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle;
  try {
    handle = await open(folder, "r");
  } catch (error) {
    // Windows opens no folders; there the file system does it by itself.
    if (["EISDIR", "EPERM", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? "")) return;
    throw error;
  }
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
