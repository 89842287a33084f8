import type { Document } from "../../schemas/document.ts";
import type { PlaceName } from "../context/place-name.ts";
import type { Subjects } from "../context/subjects.ts";
import type { Frame } from "../linking/frame.ts";
import { onlyDivision, type Row, readTables } from "./index.ts";
import { captionOf } from "./sense.ts";

/** What the tables of a document say, by sentence, and the sentences that they take. */
export interface DocumentTables {
  readonly frames: ReadonlyMap<number, readonly Frame[]>;
  readonly read: ReadonlySet<number>;
}

/** Runs of table rows, each read with the lines around it; a short line in between names a group of rows. */
export function tablesOf(document: Document, subjects: Subjects): DocumentTables {
  const frames = new Map<number, Frame[]>();
  const read = new Set<number>();
  const { sentences } = document;
  for (let i = 0; i < sentences.length; i++) {
    if (sentences[i]!.kind !== "table-row") continue;
    const first = i;
    while (sentences[i + 1]?.kind === "table-row" || opensRows(sentences, i + 1)) i++;
    const rows: Row[] = sentences
      .slice(first, i + 1)
      .map((sentence, k) => ({ index: first + k, sentence, places: subjects.mentioned(sentence) }));
    const above = sentences.slice(Math.max(0, first - 2), first).map(({ text }) => text);
    const below = sentences.slice(i + 1, i + 3).map(({ text }) => text);
    const found = readTables({
      rows,
      above,
      below: below.join("\n"),
      title: document.title ?? "",
      subject: captionedPlace(sentences.slice(Math.max(0, first - 2), first), subjects) ?? subjects.focus,
      focus: subjects.focus,
    });
    for (const frame of found.frames) frames.set(frame.sentence, [...(frames.get(frame.sentence) ?? []), frame]);
    for (const index of found.read) read.add(index);
  }
  return { frames, read };
}

/** 表2　佛坪县…: the one place that the line above a table names. */
function captionedPlace(above: Document["sentences"], subjects: Subjects): PlaceName | null {
  const caption = above.find(({ text }) => text === captionOf(above.map((one) => one.text)));
  if (caption === undefined || caption.kind === "title") return null;
  return onlyDivision(subjects.mentioned(caption), caption.text);
}

/** 一、党政机构 between two rows. */
const opensRows = (sentences: Document["sentences"], i: number): boolean =>
  sentences[i + 1]?.kind === "table-row" &&
  sentences[i]!.kind !== "table-row" &&
  sentences[i]!.text.length <= MAX_GROUP &&
  !/[\t。！？；]|表\s*\d|[情概]况/.test(sentences[i]!.text);

const MAX_GROUP = 20;
