/** Colours and letters of a picture. */
export interface Look {
  readonly width: number;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly ground: string;
  /** Of numbers that fell, and of all that neither fell nor rose. */
  readonly fall: string;
  readonly rise: string;
  /** Links to the evidence; a file that is handed on has none. */
  readonly href: ((fact: string) => string) | null;
}

export const FONTS =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif';
export const FONT_PX = 13;

/** The page's own colours, light or dark. */
export const pageLook = (width: number, href: (fact: string) => string): Look => ({
  width,
  ink: "var(--ink)",
  soft: "var(--soft)",
  line: "var(--line)",
  ground: "var(--ground)",
  fall: "var(--picture-fall)",
  rise: "var(--picture-rise)",
  href,
});

/** For paper: the same wherever the file is opened. */
export const FILE_LOOK: Look = {
  width: 960,
  ink: "#1b2025",
  soft: "#59636c",
  line: "#dfe3e6",
  ground: "#ffffff",
  fall: "#1c5d8a",
  rise: "#b4531c",
  href: null,
};
