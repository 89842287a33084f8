import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { clean } from "../../pipeline/clean/index.ts";
import { parseSettings } from "../../schemas/settings.ts";
import { decodedPage } from "../support/articles.ts";

const settings = parseSettings({});
const cleaned = (text: string) => clean(decodedPage("text", text), settings);
/** `kind: text` of each block. */
const blocksOf = (text: string): string[] => {
  const article = cleaned(text);
  return article.blocks.map(({ start, end, kind }) => `${kind}: ${article.text.slice(start, end)}`);
};

describe("broken lines are joined", () => {
  const wide = "为深化机构改革，县委编办按照精简统一效能的原则，把三十四个党政";
  test.each<[string, string, string]>([
    ["at the margin", `${wide}\n机构精简为二十三个。`, `${wide}机构精简为二十三个。`],
    [
      "by a space",
      "把三十四个党政机构精 简为二十三个，事业单 位也减了。",
      "把三十四个党政机构精简为二十三个，事业单位也减了。",
    ],
    [
      "letter by letter",
      "由 3 6 个 党 政 机 构 减 为 2 2 个 ， 减 了 3 8 . 9 % 。",
      "由36个党政机构减为22个，减了38.9%。",
    ],
    ["after a comma", "减少机构，\n降低成本。", "减少机构，降低成本。"],
    ["before a mark that begins no line", "减少机构\n，降低成本。", "减少机构，降低成本。"],
    ["across an empty line after a comma", "减少机构，\n\n降低成本。", "减少机构，降低成本。"],
    ["across pages", `${wide}\n\n- 3 -\n\n机构精简为二十三个。`, `${wide}机构精简为二十三个。`],
    ["between digits and a unit", `${wide.slice(0, -4)}2200\n余万元。`, `${wide.slice(0, -4)}2200余万元。`],
    ["between two Latin words", `${wide.slice(0, -6)} open\nsource。`, `${wide.slice(0, -6)} open source。`],
  ])("%s", (_name, text, expected) => expect(blocksOf(`标题\n\n${text}`)[1]).toBe(`paragraph: ${expected}`));

  test.each<[string, string]>([
    ["at full stops", `${wide}改革。\n另一段。`],
    ["across section numbers", `${wide}\n\n02\n\n机构精简为二十三个。`],
    ["short lines", "指导思想\n调整原则"],
    [
      "lines of a list",
      "深化机构改革推进职能转变工作取得新的成效和进展\n优化编制资源配置提升基层治理效能和水平再上台阶",
    ],
    ["an indented line begins anew", `${wide}\n　　另一段。`],
    ["a list", `${wide}\n1.第一项`],
    ["a section", `${wide}\n（二）第二节`],
    ["after a colon", "事项如下：\n第一项。"],
    ["paragraphs longer than any margin", `${wide}${wide}${wide}\n${wide}${wide}。`],
  ])("but not %s", (_name, text) => expect(blocksOf(`标题\n\n${text}`)).toHaveLength(3));
});

/** Prose of sentences: [words, mark]. */
const paragraph = fc
  .array(
    fc.tuple(
      fc.array(
        fc.constantFrom("机构", "编制", "职数", "减少", "改革", "36个", "1,286,400元", "乡镇", "经费", "占3.5%的"),
        {
          minLength: 3,
          maxLength: 9,
        },
      ),
      fc.constantFrom("，", "。", "、", "；"),
    ),
    { minLength: 4, maxLength: 16 },
  )
  .map((clauses) => `全县${clauses.map(([words, mark]) => `${words.join("")}${mark}`).join("")}完成。`);

/** Lines of `width` characters at most; no line begins with a mark or within a number. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + width);
    while (end < text.length && /^.[，。、；]|^[\d.,][\d.,%]/.test(text.slice(end - 1))) end--;
    lines.push(text.slice(at, end));
    at = end;
  }
  return lines.join("\n");
}

/** Without full stops within: behind one a line that ends early could as well end its paragraph. */
const oneSentence = paragraph.map((text) => text.replaceAll(/[。；](?=.)/g, "，"));

test.each([
  ["indented", paragraph, (one: string, width: number) => wrapped(`　　${one}`, width), "\n"],
  ["apart", oneSentence, wrapped, "\n\n"],
])("paragraphs that are %s come out of any margin whole", (_name, prose, set, between) => {
  fc.assert(
    fc.property(fc.array(prose, { minLength: 1, maxLength: 4 }), fc.integer({ min: 32, max: 50 }), (all, width) => {
      const blocks = blocksOf(`标题\n\n${all.map((one) => set(one, width)).join(between)}`);
      expect(blocks.slice(1)).toEqual(all.map((one) => `paragraph: ${one}`));
    }),
  );
});
