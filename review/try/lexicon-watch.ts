import { statSync } from "node:fs";
import { basename } from "node:path";
import { loadLexicon, useLexicon } from "../../pipeline/lexicon/index.ts";
import { InvalidLexiconError, type LexiconProblem } from "../../schemas/errors.ts";
import type { LexiconState } from "./tried.ts";

/** A lexicon's file, read again when it has changed. What cannot be read leaves in use what was read before. */
export class LexiconWatch {
  private version = 0;
  private problems: readonly LexiconProblem[] = [];
  private stamp: string;

  /** @param path null where there is no lexicon; the one that is in use was read from it */
  constructor(private readonly path: string | null) {
    this.stamp = this.stampNow();
  }

  /** The lexicon as its file has it now; from now on all texts are read with it. */
  now(): LexiconState {
    const stamp = this.stampNow();
    if (stamp !== this.stamp) {
      this.stamp = stamp;
      this.version++;
      this.problems = this.path === null ? [] : problemsOf(this.path);
    }
    const { version, problems } = this;
    return { file: this.path === null ? null : basename(this.path), version, problems };
  }

  /** An editor may write twice within a tick of the clock: the size and the inode tell more. */
  private stampNow(): string {
    const stat = this.path === null ? undefined : statSync(this.path, { throwIfNoEntry: false, bigint: true });
    return stat === undefined ? "" : `${stat.mtimeNs} ${stat.size} ${stat.ino}`;
  }
}

function problemsOf(path: string): readonly LexiconProblem[] {
  try {
    useLexicon(loadLexicon(path));
    return [];
  } catch (error) {
    if (!(error instanceof InvalidLexiconError)) throw error;
    return error.problems.map((problem) => ({ ...problem, path: basename(path) }));
  }
}
