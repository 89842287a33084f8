/** A Markdown table; the first column is words, the others are numbers unless said otherwise. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: (column: number) => ":--" | "--:" = (column) => (column === 0 ? ":--" : "--:"),
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => align(i))), ...rows.map((row) => line(row.map(escaped)))].join("\n");
}

export const words = (): ":--" => ":--";

const escaped = (cell: string): string => cell.replaceAll("|", "\\|").replaceAll("\n", " ");

/** Paragraphs, tables and headings with an empty line between them. */
export const paragraphs = (...parts: readonly string[]): string => parts.join("\n\n");
