import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { UnreadableInputError } from "../../schemas/errors.ts";
import { isCompanionName } from "./form.ts";
import { assignIds } from "./ids.ts";
import type { InputFailure } from "./index.ts";

/** A file to read, with the id that its document gets; `-` is standard input. */
export interface InputFile {
  readonly path: string;
  readonly id: string;
}

interface Found {
  readonly path: string;
  /** What the id is made of: the path below the folder that was named, or the file's own name. */
  readonly name: string;
}

/** Every file that the inputs name, in their order, each once; and the inputs that cannot be read. */
export async function listInputs(inputs: readonly string[]): Promise<(InputFile | InputFailure)[]> {
  const items = new Map<string, Found | InputFailure>();
  for (const input of inputs) {
    for await (const item of expand(input)) {
      const key = "error" in item ? `cannot read ${item.source}` : item.path === "-" ? "-" : resolve(item.path);
      if (!items.has(key)) items.set(key, item);
    }
  }
  const found = [...items.values()];
  const ids = assignIds(found.filter((item) => "name" in item));
  return found.map((item) => ("error" in item ? item : { path: item.path, id: ids.get(item.path)! }));
}

async function* expand(input: string): AsyncGenerator<Found | InputFailure> {
  if (input === "-") return yield { path: "-", name: "stdin" };
  try {
    if ((await stat(input)).isDirectory()) yield* folder(input, "");
    else yield { path: input, name: basename(input) };
  } catch (cause) {
    // A file may be called `a[1].txt`, so a pattern is one only where no file has its name.
    if (isDynamicPattern(input)) yield* matches(input);
    else yield unreadable(input, cause);
  }
}

/** Files of a folder and of those below it, in the order of their names. Links to folders could lead in a circle. */
async function* folder(root: string, below: string): AsyncGenerator<Found | InputFailure> {
  const path = join(root, below);
  const entries = await readdir(path, { withFileTypes: true }).catch((cause: unknown) => cause);
  if (!Array.isArray(entries)) return yield unreadable(path, entries);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) yield* folder(root, name);
    else if (!isCompanionName(name) && !(await isFolder(join(root, name)))) yield { path: join(root, name), name };
  }
}

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isDirectory(),
    () => false, // reading it will say why it cannot be read
  );

async function* matches(pattern: string): AsyncGenerator<Found | InputFailure> {
  const paths = await glob(pattern, { onlyFiles: true, expandDirectories: false });
  if (paths.length === 0) yield unreadable(pattern, new Error("no file matches"));
  for (const path of paths.sort()) yield { path, name: basename(path) };
}

const unreadable = (source: string, cause: unknown): InputFailure => ({
  source,
  error: new UnreadableInputError(source, { cause }),
});
