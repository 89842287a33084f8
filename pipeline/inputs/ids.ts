import { relative } from "node:path";

interface Named {
  readonly path: string;
  readonly name: string;
}

/** What an id can be made of, the shortest first; the last is unique. */
const CANDIDATES: readonly ((file: Named) => string)[] = [
  ({ name }) => withoutEnding(name),
  ({ name }) => name,
  ({ path }) => withoutEnding(relative("", path)),
  ({ path }) => relative("", path),
];

/**
 * Ids of files: the name without its ending; files that would share it take more of their path, all of them alike,
 * so that the order of the inputs changes no id.
 * @returns ids by path
 */
export function assignIds(files: readonly Named[]): Map<string, string> {
  const ids = new Map<string, string>();
  let open = files;
  for (const candidate of CANDIDATES) {
    const taken = new Set(ids.values());
    const shared = counted(open.map(candidate));
    for (const file of open) {
      const id = candidate(file);
      if (shared.get(id) === 1 && !taken.has(id)) ids.set(file.path, id);
    }
    open = open.filter(({ path }) => !ids.has(path));
  }
  return ids;
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const withoutEnding = (name: string): string => name.replace(/(?<=[^/\\])\.[A-Za-z0-9]{1,8}$/, "");
