import { resolve } from "node:path";

interface Named {
  readonly path: string;
  readonly name: string;
}

const MAX_FOLDERS = 20;

/**
 * Ids of files: the name without its ending; files that would share it take more of their path, all of them alike,
 * so that the order of the inputs changes no id.
 * @returns ids by path
 */
export function assignIds(files: readonly Named[]): Map<string, string> {
  const ids = new Map<string, string>();
  let open = files;
  for (let folders = 0; open.length > 0; folders++) {
    const taken = new Set(ids.values());
    const candidate = (file: Named) => candidateOf(file, folders);
    const shared = counted(open.map(candidate));
    for (const file of open) {
      const id = candidate(file);
      if (shared.get(id) === 1 && !taken.has(id)) ids.set(file.path, id);
    }
    open = open.filter(({ path }) => !ids.has(path));
  }
  return ids;
}

/** The name, then the name with its ending, then with one folder more each time; at last the path, which is unique. */
function candidateOf({ name, path }: Named, step: number): string {
  if (step === 0) return withoutEnding(name);
  if (step === 1) return name;
  if (step > MAX_FOLDERS) return path;
  const parts = resolve(path).split(/[\\/]/);
  return withoutEnding(parts.slice(-Math.max(step, name.split("/").length)).join("/"));
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const withoutEnding = (name: string): string => name.replace(/(?<=[^/\\])\.[A-Za-z0-9]{1,8}$/, "");
