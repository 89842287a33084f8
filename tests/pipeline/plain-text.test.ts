import { describe, expect, test } from "@jest/globals";
import { clean } from "../../pipeline/clean/index.ts";
import { BudgetExceededError } from "../../schemas/errors.ts";
import { parseSettings } from "../../schemas/settings.ts";
import { decodedPage } from "../support/articles.ts";

const settings = parseSettings({});
const cleaned = (text: string, stated = {}) => clean(decodedPage("text", text, stated), settings);
/** `kind: text` of each block. */
const blocksOf = (text: string): string[] => {
  const article = cleaned(text);
  return article.blocks.map(({ start, end, kind }) => `${kind}: ${article.text.slice(start, end)}`);
};

describe("title and paragraphs", () => {
  test.each<[string, string, string[]]>([
    [
      "the first line is the title",
      "改革收官\n三十四个部门减为二十三个。",
      ["title: 改革收官", "paragraph: 三十四个部门减为二十三个。"],
    ],
    [
      "a title keeps the space between its clauses",
      "改革收官　机构减少\n正文。",
      ["title: 改革收官　机构减少", "paragraph: 正文。"],
    ],
    [
      "a first line that is a sentence is no title",
      "部门减为二十三个。\n正文。",
      ["paragraph: 部门减为二十三个。", "paragraph: 正文。"],
    ],
    ["one sentence alone", "部门减为二十三个。", ["paragraph: 部门减为二十三个。"]],
    ["one line without a full stop", "部门减为二十三个", ["title: 部门减为二十三个"]],
    ["a program's None", "标题\nNone\n正文。", ["title: 标题", "paragraph: 正文。"]],
    ["indented lines", "\n　　标题\n\n　　正文。\n", ["title: 标题", "paragraph: 正文。"]],
    ["Windows line ends", "标题\r\n正文。\r\n", ["title: 标题", "paragraph: 正文。"]],
    [
      "a notice below the name of its column",
      "政策解读\n\n关于调整乡镇的 通 告\n正文。",
      ["title: 关于调整乡镇的通告", "paragraph: 正文。"],
    ],
    [
      "a notice's title in two lines, below the head of the document",
      "山城县人民政府文件\n山政发〔2025〕3号\n\n县政府关于印发\n乡镇改革方案的通知\n正文。",
      ["title: 县政府关于印发乡镇改革方案的通知", "paragraph: 正文。"],
    ],
    [
      "a news title above a line about a notice",
      "乡镇改革今天启动实施了\n关于改革的通知\n正文。",
      ["title: 乡镇改革今天启动实施了", "heading: 关于改革的通知", "paragraph: 正文。"],
    ],
    ["nothing", " \n\n", []],
    ["marks only", "——\n***\n", []],
  ])("%s", (_name, text, expected) => expect(blocksOf(text)).toEqual(expected));
});

describe("what text recognition leaves", () => {
  test.each(["01", "- 3 -", "— 12 —", "第 3 页", "第3页 共7页", "3/7", "UT.", "•", "None", "null", "Page 3 of 7"])(
    "%s is dropped",
    (noise) => {
      expect(blocksOf(`标题\n\n正文一。\n\n${noise}\n\n正文二。`)).toEqual([
        "title: 标题",
        "paragraph: 正文一。",
        "paragraph: 正文二。",
      ]);
    },
  );

  test.each(["GDP", "2025年", "36个", "22", "第3条 附则"])("%s stays where it belongs to a text", (line) => {
    expect(blocksOf(`标题\n正文一。\n${line}\n正文二。`).join()).toContain(line);
  });
});

describe("lists, headings, captions", () => {
  test.each([
    ["• 以城镇化为主线，推进改革。", "list-item: 以城镇化为主线，推进改革。"],
    ["●减少机构", "list-item: 减少机构"],
    ["- 减少机构；", "list-item: 减少机构；"],
    ["1.改革中划转57名。", "list-item: 1.改革中划转57名。"],
    ["2.2024年减少680万元。", "list-item: 2.2024年减少680万元。"],
    ["❶ 党政机构３５个→２４个；", "list-item: ❶ 党政机构３５个→２４个；"],
    ["2.5万人口的县。", "paragraph: 2.5万人口的县。"],
    ["-3.5%的增速。", "paragraph: -3.5%的增速。"],
    ["一、指导思想", "heading: 一、指导思想"],
    ["（二）调整原则", "heading: （二）调整原则"],
    ["一、机构设置。总数不超过23个。", "paragraph: 一、机构设置。总数不超过23个。"],
    ["调整原则", "heading: 调整原则"],
    ["【说明】", "heading: 【说明】"],
    ["以下为全文内容:", "paragraph: 以下为全文内容:"],
    ["县城风光 视觉中国 资料图", "caption: 县城风光 视觉中国 资料图"],
    ["图为便民服务中心，窗口取号即办。", "caption: 图为便民服务中心，窗口取号即办。"],
    ["改革路线图", "heading: 改革路线图"],
  ])("%s", (line, expected) => expect(blocksOf(`标题\n\n正文。\n\n${line}\n\n正文。`)[2]).toBe(expected));
});

describe("tables", () => {
  const rows = ["table-row: 项目\t改革前\t改革后", "table-row: 党委机构（个）\t11\t8"];
  test.each([
    ["wide spaces", "项目　　改革前　　改革后\n党委机构（个）　　11　　8"],
    ["tabs", "项目\t改革前\t改革后\n党委机构（个）\t11\t8"],
    ["several spaces", "项目            改革前  改革后\n党委机构（个）   11     8"],
    ["pipes", "| 项目 | 改革前 | 改革后 |\n|---|:---:|---|\n| 党委机构（个） | 11 | 8 |"],
    ["full-width pipes", "项目｜改革前｜改革后\n党委机构（个）｜11｜8"],
    ["lines between", "项目　　改革前　　改革后\n\n党委机构（个）　　11　　8"],
  ])("by %s", (_name, table) => expect(blocksOf(`标题\n\n${table}\n\n正文。`).slice(1, 3)).toEqual(rows));

  test("by single spaces, where three lines agree", () => {
    expect(blocksOf("标题\n\n项目 改革前 改革后\n党委 11 8\n政府 25 17")).toEqual([
      "title: 标题",
      "table-row: 项目\t改革前\t改革后",
      "table-row: 党委\t11\t8",
      "table-row: 政府\t25\t17",
    ]);
  });

  test("an empty cell keeps its place", () => {
    expect(blocksOf("标题\n\n| 项目 | 前 | 后 |\n| 党委 | | 8 |")[2]).toBe("table-row: 党委\t\t8");
  });

  test.each([
    ["names in columns", "张三　　李四\n王五　　赵六"],
    ["labels with values", "编制：编办　　校对：汪某　　页码：3/7\n审核：二科　　签发：李某　　份数：60"],
    ["sentences", "机构减了11个。  编制减了8名。\n职数减了2个。  人员没减。"],
    ["one line", "党委机构　　11　　8"],
    ["a list", "- 机构 37个 25个\n- 单位 18家 16家\n- 股室 93个 34个"],
  ])("not %s", (_name, text) => expect(blocksOf(`标题\n\n正文。\n\n${text}`).join()).not.toContain("table-row"));
});

describe("who published it, and when", () => {
  test.each<[string, string, Record<string, string | null>]>([
    [
      "a byline under the title",
      "标题\n2025-02-01 10:00 来源：山城日报 作者：王晓\n正文。",
      { published: "2025-02-01T10:00+08:00", publisher: "山城日报", author: "王晓" },
    ],
    [
      "a medium beside the time",
      "标题\n山城新闻网　2025-02-01 10:00\n正文。",
      { published: "2025-02-01T10:00+08:00", publisher: "山城新闻网" },
    ],
    ["a date alone", "标题\n2025年2月1日\n正文。", { published: "2025-02-01" }],
    [
      "a dateline",
      "标题\n本报兰州2025年1月9日电　记者从会上获悉，机构减了。",
      { published: "2025-01-09", publisher: null },
    ],
    ["the reporter after the dateline", "标题\n本报山城讯（记者 王晓）机构减了。", { author: "王晓" }],
    ["the reporter below", "标题\n正文。\n（记者 蒋子文）", { author: "蒋子文" }],
    [
      "a notice's own date",
      "关于编制的通知\n各乡镇：\n一二三四。\n二二三四。\n三二三四。\n四二三四。\n2024年8月20日",
      { published: "2024-08-20" },
    ],
    ["a date in a sentence is the sentence's own", "标题\n自2024年9月1日起施行。", { published: null }],
    ["no editor is an author", "标题\n正文。\n责任编辑：王晓", { author: null }],
  ])("%s", (_name, text, expected) => expect(cleaned(text)).toMatchObject(expected));

  test.each(["2025-02-01 10:00 来源：山城日报", "责任编辑：王晓", "（来源：山城日报）"])(
    "%s is no part of the text",
    (line) => {
      expect(blocksOf(`标题\n${line}\n正文。`)).toEqual(["title: 标题", "paragraph: 正文。"]);
    },
  );

  test("what the input states wins", () => {
    const stated = {
      title: "题",
      publisher: "甲报",
      author: "乙",
      published: "Sat, 19 Jun 2021 13:39:18 GMT",
      url: "https://a.cn",
    };
    expect(cleaned("标题\n2025-02-01 10:00 来源：山城日报\n正文。", stated)).toMatchObject({
      ...stated,
      published: "2021-06-19T21:39:18+08:00",
      text: "标题\n正文。",
    });
  });

  test("a title stated for a text without one stands before it, and has no place in the page", () => {
    const article = cleaned("部门减为二十三个。\n正文。", { title: "改革\n收官\0 " });
    expect(article.text).toBe("改革 收官\n部门减为二十三个。\n正文。");
    expect(article.blocks[0]).toEqual({ start: 0, end: 5, kind: "title" });
    expect(article.toPage.toSource({ start: 6, end: 8 })).toEqual({ start: 0, end: 2 });
  });
});

describe("offsets lead back to the page", () => {
  test.each([
    ["joined lines", "标题\n\n减少机构，\n降低成本。", "机构，降低", "机构，\n降低"],
    ["closed spaces", "标题\n\n把三十四个党政机构精 简为二十三个，事业单位。", "精简", "精 简"],
    ["NUL and other controls", "标题\n\n减\0少机\u0007构。", "减少机构", "减\0少机\u0007构"],
    ["collapsed white space", "标题\n\n减少 \t  GDP。", "少 GDP", "少 \t  GDP"],
    ["zero-width marks", "标题\n\n减\u200B少。", "减少", "减\u200B少"],
    ["a table row", "标题\n\n项目　　前\n党委　　11", "党委\t11", "党委　　11"],
  ])("%s", (_name, page, found, source) => {
    const { text, toPage } = cleaned(page);
    const start = text.indexOf(found);
    expect(start).toBeGreaterThan(0);
    const span = toPage.toSource({ start, end: start + found.length });
    expect(page.slice(span.start, span.end)).toBe(source);
  });
});

test("over the budget, naming the setting", () => {
  const act = () => clean(decodedPage("text", "机构。".repeat(500)), { ...settings, maxChars: 1_000 });
  expect(act).toThrow(BudgetExceededError);
  expect(act).toThrow(/JINGJIAN_MAX_CHARS/);
});

describe("hostile text is no more than long", () => {
  test.each([
    ["one line", "减".repeat(300_000)],
    ["digits", "9".repeat(1_000_000)],
    ["full stops and quotes", '。"'.repeat(200_000)],
    ["spaces", `减${" ".repeat(500_000)}少`],
    ["full-width spaces", `减${"\u3000".repeat(300_000)}少`],
    ["rows that are no table", "甲 乙 丙\n".repeat(30_000)],
    ["empty lines", `${"\n".repeat(500_000)}减`],
    ["dashes", "-".repeat(500_000)],
    ["notices", `栏目\n${"关于".repeat(100_000)}`],
    ["NULs", "减\0".repeat(200_000)],
    ["half surrogate pairs", "减\uD800".repeat(50_000)],
  ])("%s", (_name, text) => {
    const article = cleaned(text);
    expect(article.toPage.length).toBe(article.text.length);
  });
});
