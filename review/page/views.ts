import type { ComponentType } from "preact";
import { texts } from "./texts.ts";
import { VIEW_NAMES, type ViewName } from "./view-names.ts";

const t = texts({
  queue: { zh: "逐条", en: "Queue" },
  table: { zh: "表格", en: "Table" },
  pictures: { zh: "图", en: "Pictures" },
  compare: { zh: "对照", en: "Compare" },
  agreement: { zh: "分歧", en: "Disagreements" },
  try: { zh: "试读", en: "Try" },
});

/** A view is the default export of its folder's `index.tsx`, loaded when it is first shown. */
export interface View {
  readonly name: ViewName;
  readonly title: () => string;
  /** Pressed after `g`. */
  readonly letter: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

const folders = import.meta.glob<{ readonly default: ComponentType }>("./views/*/index.tsx");

const LETTERS: Readonly<Record<ViewName, string>> = {
  queue: "q",
  table: "t",
  pictures: "p",
  compare: "c",
  agreement: "d",
  try: "r",
};

/** Views whose folder is there. */
export const VIEWS: readonly View[] = VIEW_NAMES.flatMap((name) => {
  const load = folders[`./views/${name}/index.tsx`];
  return load === undefined ? [] : [{ name, title: () => t(name), letter: LETTERS[name], load }];
});
