import { describe, expect, test } from "@jest/globals";
import { clean } from "../../pipeline/clean/index.ts";
import { parseSettings } from "../../schemas/settings.ts";
import { decodedPage } from "../support/articles.ts";

const settings = parseSettings({});
const cleaned = (text: string, stated = {}) => clean(decodedPage("markdown", text, stated), settings);
const blocksOf = (text: string): string[] => {
  const article = cleaned(text);
  return article.blocks.map(({ start, end, kind }) => `${kind}: ${article.text.slice(start, end)}`);
};

/** As a feed archiver writes it. */
const ARCHIVED = `
---
title: '改革完成：36个部门减为22个'
categories: 
 - 金融
 - 山城财经
author: 山城财经
comments: false
date: Tue, 02 Aug 2022 06:47:25 GMT
---

<div>   
<p>　　全县&nbsp;36个部门减为22个。</p>
<p>（记者 蒋子文）</p>
</div>
            `;

describe("front matter", () => {
  test("title, date and source; a site that stands as the author is the publisher", () => {
    expect(cleaned(ARCHIVED)).toMatchObject({
      title: "改革完成：36个部门减为22个",
      published: "2022-08-02T14:47:25+08:00",
      publisher: "山城财经",
      author: "蒋子文",
    });
    expect(blocksOf(ARCHIVED).slice(0, 2)).toEqual([
      "title: 改革完成：36个部门减为22个",
      expect.stringMatching(/^paragraph: 全县.36个/),
    ]);
  });

  test.each<[string, string, Record<string, string | null>]>([
    ["a person as author", "author: 王晓\nsource: 山城日报", { author: "王晓", publisher: "山城日报" }],
    ["several authors", "author: [王晓, 蒋子文]", { author: "王晓、蒋子文" }],
    ["authors by name", "author:\n  - name: 王晓\n  - name: 李四", { author: "王晓、李四" }],
    [
      "an author who is a category",
      "author: 山城时讯\ncategories: [首页, 山城时讯]",
      { publisher: "山城时讯", author: null },
    ],
    ["a category that is a medium", "categories: [首页, 山城晚报]", { publisher: "山城晚报" }],
    ["the publisher by name", "publisher: 县委编办\nauthor: 山城日报", { publisher: "县委编办", author: null }],
    ["a Traditional medium", "author: 濠江新聞", { publisher: "濠江新聞", author: null }],
    ["a day", "date: 2025-08-07", { published: "2025-08-07" }],
    ["a time without an offset", "date: 2025-08-07 09:30:00", { published: "2025-08-07T09:30:00+08:00" }],
    ["a time with an offset", "date: 2025-08-07T09:30:00+08:00", { published: "2025-08-07T09:30:00+08:00" }],
    ["no date", "date: 昨天", { published: null }],
    ["an address", "url: https://a.cn/1", { url: "https://a.cn/1" }],
    ["nothing", "author:\ndate: ''", { author: null, published: null, publisher: null }],
  ])("%s", (_name, yaml, expected) => {
    expect(cleaned(`---\ntitle: 标题\n${yaml}\n---\n\n正文。\n`)).toMatchObject({ title: "标题", ...expected });
  });

  test.each<[string, string, string, string]>([
    ["plain", "title: 改革完成", "改革完成", "改革完成"],
    ["single quotes", "title: '改革''完成'", "改革'完成", "'改革''完成'"],
    ["double quotes", 'title: "改革\\"完成"', '改革"完成', '"改革\\"完成"'],
    ["quotes around plain words", 'title: "改革完成"', "改革完成", "改革完成"],
    ["a stray colon breaks the YAML", "title: 改革: 36个\ndate: 2025-01-01", "改革: 36个", "改革: 36个"],
    ["a stray quote breaks the YAML", "title: '改革\nauthor: 王晓", "'改革", "'改革"],
    ["a number", "title: 2025", "2025", "2025"],
    ["folded lines", "title: >\n  改革\n  完成", "改革 完成", ">\n  改革\n  完成"],
  ])("a title with %s leads back to its words", (_name, yaml, title, words) => {
    const page = `---\n${yaml}\n---\n正文。\n`;
    const article = cleaned(page);
    expect(article.title).toBe(title);
    expect(article.text).toBe(`${title}\n正文。`);
    const { start, end } = article.toPage.toSource(article.blocks[0]!);
    expect(page.slice(start, end).trimEnd()).toBe(words);
  });

  test("a title that the body repeats stands once", () => {
    expect(blocksOf("---\ntitle: 改革完成\n---\n\n# 改革完成\n\n正文。")).toEqual([
      "title: 改革完成",
      "paragraph: 正文。",
    ]);
    expect(blocksOf("---\ntitle: 改革完成\n---\n\n改革，完成\n\n正文。")).toEqual([
      "title: 改革，完成",
      "paragraph: 正文。",
    ]);
  });

  test.each([
    ["not closed", "---\ntitle: 标题\n\n正文一。\n\n正文二。", "正文一。"],
    ["of aliases without end", `---\na: &a [x]\nb: &b [*a, *a]\nauthor: [*b, *b]\ntitle: 标题\n---\n正文。`, "正文。"],
    ["of a megabyte", `---\ntitle: 标题\n${"x: 1\n".repeat(200_000)}---\n正文。`, "正文。"],
    ["alone", "---\ntitle: 标题\n---\n", "标题"],
  ])("front matter %s loses no text", (_name, page, text) => expect(cleaned(page).text).toContain(text));
});

describe("Markdown", () => {
  const body = (markdown: string): string[] => blocksOf(`# 标题\n\n${markdown}`).slice(1);

  test.each<[string, string, string[]]>([
    ["headings", "## 机构 ##\n\n正文。", ["heading: 机构", "paragraph: 正文。"]],
    ["headings without a space", "##机构\n正文。", ["heading: 机构", "paragraph: 正文。"]],
    ["underlined headings", "机构\n----\n正文。", ["heading: 机构", "paragraph: 正文。"]],
    [
      "dots",
      "- 机构减了\n* 编制减了\n+ 职数减了",
      ["list-item: 机构减了", "list-item: 编制减了", "list-item: 职数减了"],
    ],
    ["numbers", "1. 机构减了；\n2. 编制减了。", ["list-item: 1. 机构减了；", "list-item: 2. 编制减了。"]],
    ["quotes", "> 机构减了。\n>\n> 编制减了。", ["paragraph: 机构减了。", "paragraph: 编制减了。"]],
    [
      "rules and fences",
      "机构减了。\n\n---\n\n```\n编制减了。\n```",
      ["paragraph: 机构减了。", "paragraph: 编制减了。"],
    ],
    ["a table", "| 项目 | 前 |\n| --- | ---: |\n| **党委** | 11 |", ["table-row: 项目\t前", "table-row: 党委\t11"]],
    ["lines broken in a sentence", "机构减了，\n编制也减了。", ["paragraph: 机构减了，编制也减了。"]],
  ])("%s", (_name, markdown, expected) => expect(body(markdown)).toEqual(expected));

  test.each([
    ["**36个**减为*22个*。", "36个减为22个。"],
    ["__36个__减为~~22个~~。", "36个减为22个。"],
    ["`36个`减了。", "36个减了。"],
    ['见[公报](https://a.cn/x_(1).html "题")。', "见公报。"],
    ["见[公报][1]。", "见公报。"],
    ["**见[公 报](https://a.cn)，减了。**", "见公报，减了。"],
    ["减了![图](a.png)。", "减了。"],
    ["[![图](a.png)](https://a.cn)减了。", "减了。"],
    ["减了[^1]。", "减了。"],
    ["减了<br>36个<b>部门</b><!-- 注 -->。", "减了 36个部门。"],
    ["减&nbsp;GDP&lt;5%&#12290;", "减\u{A0}GDP<5%。"],
    ["3 * 5 * 2个。", "3 * 5 * 2个。"],
    ["a_b_c减了。", "a_b_c减了。"],
    ["\\*36个\\*减了。", "*36个*减了。"],
    ["第一*的脚注。", "第一*的脚注。"],
    ["&nosuch;减了。", "&nosuch;减了。"],
  ])("%s gives its words", (markdown, expected) => expect(body(markdown)).toEqual([`paragraph: ${expected}`]));

  test("the title may be missing", () => {
    expect(cleaned("## 机构\n\n正文。")).toMatchObject({ title: null });
    expect(blocksOf("## 机构\n\n正文。")[0]).toBe("heading: 机构");
  });

  test("offsets lead back through marks, links and entities", () => {
    const page = "---\ntitle: 标题\n---\n把**36个**[部门](https://a.cn)减&lt;22个&gt;。";
    const { text, toPage } = cleaned(page);
    const sourceOf = (part: string) => {
      const start = text.indexOf(part);
      const span = toPage.toSource({ start, end: start + part.length });
      return page.slice(span.start, span.end);
    };
    expect(sourceOf("36个")).toBe("36个");
    expect(sourceOf("个部门")).toBe("个**[部门");
    expect(sourceOf("<22个>")).toBe("&lt;22个&gt;");
    expect(sourceOf("标题")).toBe("标题");
  });
});

describe("hostile Markdown is no more than long", () => {
  test.each([
    ["comments", "<!-- --> ".repeat(30_000)],
    ["open comments", "<!--".repeat(50_000)],
    ["brackets", "[".repeat(100_000)],
    ["images", "![](".repeat(50_000)],
    ["links", '[a](b "'.repeat(30_000)],
    ["stars", "*a **b ".repeat(50_000)],
    ["entities", "&amp;".repeat(20_000)],
    ["nested lists", Array.from({ length: 2_000 }, (_, i) => `${" ".repeat(i)}- 项`).join("\n")],
    ["quotes", `${">".repeat(100_000)}文`],
  ])("%s", (_name, text) => {
    const article = cleaned(`# 标题\n\n文${text}`);
    expect(article.toPage.length).toBe(article.text.length);
  });
});
