import type { ArticleBlock } from "../../../../../schemas/review.ts";
import { BlockText, RowCells } from "./block-text.tsx";
import type { Group, MarkedSpan, Script } from "./pieces.ts";

interface GroupProps {
  readonly group: Group;
  readonly blocks: readonly ArticleBlock[];
  readonly script: Script;
  readonly spans: ReadonlyMap<number, readonly MarkedSpan[]>;
  readonly current: string;
}

const NONE: readonly MarkedSpan[] = [];

/** Blocks as what they are: a table, a list, a heading, a paragraph. */
export function GroupView({ group: { kind, first, count }, blocks, script, spans, current }: GroupProps) {
  const each = Array.from({ length: count }, (_, i) => {
    const index = first + i;
    return { key: index, block: blocks[index]!, index, script, spans: spans.get(index) ?? NONE, current };
  });
  const one = each[0]!;
  switch (kind) {
    case "table-row":
      return (
        <table>
          <tbody>
            {each.map(({ key, ...props }) => (
              <tr key={key}>
                <RowCells {...props} />
              </tr>
            ))}
          </tbody>
        </table>
      );
    case "list-item":
      return (
        <ul>
          {each.map(({ key, ...props }) => (
            <li key={key}>
              <BlockText {...props} />
            </li>
          ))}
        </ul>
      );
    case "title":
      return (
        <h2 class="article-title">
          <BlockText {...one} />
        </h2>
      );
    case "heading":
      return (
        <h3>
          <BlockText {...one} />
        </h3>
      );
    default:
      return (
        <p class={kind}>
          <BlockText {...one} />
        </p>
      );
  }
}
