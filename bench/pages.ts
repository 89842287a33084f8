import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../pipeline/decode.ts";
import type { RawPage } from "../schemas/document.ts";
import { parseSettings, type Settings } from "../schemas/settings.ts";

/** Default limits, whatever the environment says: figures are to be compared. */
export const settings: Settings = parseSettings({});

export interface BenchPage {
  readonly page: RawPage;
  readonly html: string;
}

/** A set of real pages beside the work tree, else the sample articles that come with the program. */
const FOLDERS = ["../shared/pages", "corpus/articles"];
export const defaultFolder = (): string => FOLDERS.find((folder) => existsSync(folder)) ?? ".";

/** @returns every .html file of a folder, with its text: peers are handed text, not bytes */
export function readPages(folder: string): BenchPage[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".html"))
    .map((name) => {
      const page: RawPage = { source: name, id: name, form: "html", bytes: readFileSync(join(folder, name)) };
      return { page, html: decode(page, settings).text };
    });
}
