import { describe, expect, test } from "@jest/globals";
import { article, BODY, clean, page, paragraphs, TITLE } from "./html-pages.ts";

const WHOLE = [TITLE, ...BODY].join("\n");
const byline = "2026-03-05 10:20 来源：青石日报";

describe("the article and nothing else", () => {
  test.each([
    ["a plain page", article(byline)],
    ["a byline inside the container", `<div class="content"><h1>${TITLE}</h1><p>${byline}</p>${paragraphs}</div>`],
    ["lines apart by <br>", article(byline, BODY.join("<br><br>　　"))],
    ["a container for each paragraph", article(byline, BODY.map((text) => `<div><div>${text}</div></div>`).join(""))],
    [
      "several containers of one name",
      `<h1>${TITLE}</h1>${BODY.map((text) => `<div class="txt"><p>${text}</p></div>`).join("")}`,
    ],
    ["an editor's line", article(byline, `${paragraphs}<p>责任编辑：王某某</p>`)],
    ["an editor's line in brackets", article(byline, `${paragraphs}<p>【编辑：王某某】</p>`)],
    [
      "what follows the editor",
      article(byline, `${paragraphs}<p>（责编：王某、李某）</p><p>另一篇文章的开头，与本文无关。</p>`),
    ],
    ["the headline before it was changed", article(byline, `<p>（原标题：青石改革）</p>${paragraphs}`)],
    ["a disclaimer", article(byline, `${paragraphs}<p>免责声明：本文仅代表作者观点，不代表本站立场。</p>`)],
    [
      "a promotion",
      article(byline, `<p>欢迎下载<a href="/app">青石客户端</a>，免费领取福利，扫码关注公众号。</p>${paragraphs}`),
    ],
    ["a code to scan", article(byline, `${paragraphs}<p>扫描下方二维码关注我们</p>`)],
    [
      "a player that cannot play",
      article(byline, `<video>您的浏览器暂时无法播放此视频</video><p>您的浏览器不支持播放，请升级</p>${paragraphs}`),
    ],
    [
      "hidden text",
      article(byline, `<div style="display: none">看不见的一段文字，足够长，像正文一样有标点。</div>${paragraphs}`),
    ],
    ["hidden by attribute", article(byline, `<p hidden>看不见的一段文字，足够长，像正文一样有标点。</p>${paragraphs}`)],
    [
      "related links by name",
      article(byline, `${paragraphs}<div class="related-news"><a href="/1">邻县也在改革，机构减少九个</a></div>`),
    ],
    [
      "related links by heading",
      article(
        byline,
        `${paragraphs}<p>相关阅读</p><p><a href="/1">邻县也在改革</a></p><p>邻县的改革方案近日公布，引起关注。</p>`,
      ),
    ],
    [
      "links between paragraphs",
      article(byline, `<p><strong>相关新闻：</strong></p><p><a href="/1">邻县也在改革</a></p>${paragraphs}`),
    ],
    [
      "credits in brackets",
      article(byline, `${paragraphs}<p>（撰稿：王某 摄影：李某 审核：赵某）</p><p>监制 | 王某</p>`),
    ],
    ["an editor behind the last sentence", article(byline, paragraphs.replace(/<\/p>$/, "（編輯：王某）1150305</p>"))],
    ["one related link", article(byline, `${paragraphs}<p>相關文章：邻县也在改革</p>`)],
    ["who the author is", article(byline, `${paragraphs}<p>作者简介：王某，专栏作家</p>`)],
    ["calls to share", article(byline, `<p>点击蓝字 关注我们</p>${paragraphs}<p>觉得好看就点个“在看”</p>`)],
    [
      "page controls",
      article(
        byline,
        `${paragraphs}<p>[关闭窗口]</p><p>【<a href="/">关 闭</a>】 【<a href="/">打 印</a>】</p><p>展开剩余58%</p><p>分享此文章：</p><p>上一条：邻县</p>`,
      ),
    ],
    ["an imprint", article(byline, `${paragraphs}<p>地址：青石县人民路8号 邮编：000000</p><p>京ICP备1号</p>`)],
    [
      "a byline in a table below",
      article(byline, `${paragraphs}<table><tr><td>稿源：</td><td>本报</td><td>撰稿：</td><td>王某</td></tr></table>`),
    ],
    [
      "page numbers",
      article(byline, `${paragraphs}<div class="pagination"><a href="?2">2</a><a href="?3">下一页</a></div>`),
    ],
    [
      "share buttons",
      article(byline, `${paragraphs}<div class="bshare-custom">分享到：<a href="#">微信</a><a href="#">微博</a></div>`),
    ],
    [
      "scripts and styles",
      article(byline, `<style>p{color:red}</style>${paragraphs}<script>var a = "<p>不是正文</p>";</script>`),
    ],
    ["a link that leads away", article(byline, paragraphs.replace("</p>", '<a href="/">查看更多</a></p>'))],
    [
      "zero-width marks and fills",
      article(byline, paragraphs.replaceAll("改革", "改\u200b革").replaceAll("<p>", "<p>　　")),
    ],
    ["unclosed tags", article(byline, BODY.map((text) => `<p>${text}`).join("\n"))],
    ["a form around the page", `<form action="/">${article(byline)}</form>`],
  ])("%s", (_name, html) => expect(clean(page(html)).text).toBe(WHOLE));

  test("comments longer than the article", () => {
    const comment =
      "<div class='item'><p>说得好，我们县也应该这样做，支持改革，早就该精简了，希望真正落实到位，别走过场。</p><span>回复</span><span>举报</span></div>";
    const html = page(
      `<h1>${TITLE}</h1><div class="txt"><p>${BODY[0]}</p></div><div class="comments">${comment.repeat(30)}</div>`,
    );
    expect(clean(html).text).toBe(`${TITLE}\n${BODY[0]}`);
  });

  test("comments that no name gives away", () => {
    const comment =
      "<li><div>说得好，我们县也应该这样做，支持改革，早就该精简了，希望真正落实。</div><div>3小时前</div><div>回复</div></li>";
    const html = page(`<h1>${TITLE}</h1><div class="a1">${paragraphs}</div><ul class="b2">${comment.repeat(20)}</ul>`);
    expect(clean(html).text).toBe(WHOLE);
  });

  test("recommendations longer than a short article, under a heading of their own", () => {
    const more = `<h2>为你推荐</h2>${"<dl><dt><a href='/1'>邻县也在改革</a></dt><dd>邻县的改革方案近日公布，引起关注。</dd></dl>".repeat(9)}`;
    const html = page(`<h1>${TITLE}</h1><div><div>${BODY[0]}${BODY[1]}</div>${more}</div>`);
    expect(clean(html).text).toBe(`${TITLE}\n${BODY[0]}${BODY[1]}`);
  });

  test("the times of a live report are no comments", () => {
    const entries = BODY.map((text, i) => `<p>1${i}:20</p><p>${text}</p>`).join("");
    const { text } = clean(page(article(byline, entries)));
    expect(text).toBe([TITLE, ...BODY.flatMap((line, i) => [`1${i}:20`, line])].join("\n"));
  });

  test("a body that only a script shows", () => {
    const html = page(`<h1>${TITLE}</h1><div id="content" style="visibility:hidden">${paragraphs}</div>`);
    expect(clean(html).text).toBe(WHOLE);
  });
});

describe("a body kept in a script", () => {
  const state = paragraphs.replaceAll('"', '\\"').replaceAll("\n", "");
  test.each([
    ["a state object", `window.__INITIAL_STATE__={"id":7,"content":"${state}","tags":[]};`],
    [
      "unicode escapes",
      `var s={"content":"${state.replace(/[<>一-龥]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)}"}`,
    ],
    [
      "entities in single quotes",
      `articleInfo: {title: '改革', content: '${state.replaceAll("<", "&lt;").replaceAll(">", "&gt;")}'.slice(0)}`,
    ],
  ])("%s", (_name, script) => {
    const html = page(`<div id="app"></div><script>${script}</script>`);
    const { text, blocks, toPage } = clean(html);
    expect(text).toBe(WHOLE);
    const [start, end] = [text.indexOf("38个精简"), text.indexOf("38个精简") + 4];
    const source = toPage.toSource({ start, end });
    expect(JSON.parse(`"${html.slice(source.start, source.end)}"`)).toBe("38个精简".slice(0, 4));
    expect(blocks.map(({ kind }) => kind)).toEqual(["title", "paragraph", "paragraph", "paragraph"]);
  });
});

describe("a body kept out of sight", () => {
  const json = JSON.stringify({
    news: { source: "青石日报", author: "张三", publishTime: "2026-03-05 10:20", content: paragraphs },
  });
  const blocks = BODY.map((text) => ({ type: "text", value: text }));
  test.each([
    ["JSON in percent escapes", `<script type="application/json">${encodeURIComponent(json)}</script>`],
    ["JSON in a string", `<script>var data = JSON.parse(${JSON.stringify(json)});</script>`],
    ["a streamed state", `<script>self.push([1, ${JSON.stringify(`5:["$","$L1",null,${json}]\n`)}])</script>`],
    ["blocks of a paragraph", `<script>var data = ${JSON.stringify({ title: TITLE, content: blocks })}</script>`],
    ["a script of type template", `<script type="text/template"><div>${paragraphs}</div></script>`],
    ["a template", `<template>${paragraphs}</template>`],
    ["a hidden field", `<textarea style="display:none">${paragraphs.replaceAll("<", "&lt;")}</textarea>`],
  ])("%s", (_name, source) => {
    const html = page(`<h1>${TITLE}</h1><div id="app">加载中</div>${source}`);
    const { text, toPage } = clean(html);
    expect(text).toBe(WHOLE);
    const start = text.indexOf("38个精简");
    const span = toPage.toSource({ start, end: start + 5 });
    expect(decodeURIComponent(html.slice(span.start, span.end))).toBe("38个精简");
  });

  test.each([
    ["keys and values", `var data = ${json.replaceAll("</", "<\\/")}`],
    [
      "arguments of a function",
      `window.__STATE__=(function(a,b,c){return {n:{source:a,author:b,publishTime:c,content:${JSON.stringify(paragraphs)}}}}("青石日报","张三","2026-03-05 10:20"))`,
    ],
    [
      "a flat array of values",
      `var x = 1</script><script type="application/json">${JSON.stringify([{ article: 1 }, { source: 2, author: 3, publishTime: 4, content: 5 }, "青石日报", "张三", "2026-03-05 10:20", paragraphs]).replaceAll("</", "<\\/")}`,
    ],
    [
      "objects with names",
      `var data = ${JSON.stringify({ other: { author: "李四" }, at: { publishedAt: 1772677200, source: { id: 3, name: "青石日报" }, authors: [{ id: 1, name: "张三" }], body: paragraphs } })}`,
    ],
  ])("names date, source and author: %s", (_name, script) => {
    const { publisher, author, published } = clean(page(`<div id="app"></div><script>${script}</script>`));
    expect({ publisher, author }).toEqual({ publisher: "青石日报", author: "张三" });
    expect(published?.slice(0, 16)).toBe("2026-03-05T10:20");
  });

  test("comments in a state are no body of a short page", () => {
    const comments = BODY.map((text) => ({ userName: "王某", content: text }));
    const html = page(
      article(byline, "<p>明日停水，请储水。</p>"),
      `<script>var c = ${JSON.stringify(comments)}</script>`,
    );
    expect(clean(html).text).toBe(`${TITLE}\n明日停水，请储水。`);
  });
});

test("a lead between headline and body belongs to the article, a summary that repeats it does not", () => {
  const html = (lead: string) =>
    page(`<h1>${TITLE}</h1><p>${lead}</p><div class="info">2026-03-05</div><div class="content">${paragraphs}</div>`);
  const lead = "导读：历时三年的县级机构改革，给这座小城带来了什么？";
  expect(clean(html(lead)).text).toBe([TITLE, lead, ...BODY].join("\n"));
  expect(clean(html(`摘要：${BODY[0]}`)).text).toBe(WHOLE);
});

test("two line breaks in a cell part paragraphs", () => {
  const html = `<table><tr><td>${TITLE}</td></tr><tr><td>　　${BODY.join("<br><br>　　")}</td></tr></table>`;
  expect(clean(page(html)).text).toBe(WHOLE);
});

describe("kinds of blocks", () => {
  test("headings, lists, captions and rows", () => {
    const body = `<h2>一、总体情况</h2>${paragraphs}<p><strong>二、主要做法</strong></p><ul><li>合并职能相近的部门，减少层级。</li></ul>
      <p align="center"><img src="a.jpg"></p><p align="center">青石县城一角。资料图</p>
      <table><tr><th>部门</th><th>改革前</th><th>改革后</th></tr><tr><td>党政机构</td><td></td><td><p>26</p></td></tr></table>`;
    const { text, blocks } = clean(page(article(byline, body)));
    const rows = blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
    expect(rows).toEqual([
      ["title", TITLE],
      ["heading", "一、总体情况"],
      ...BODY.map((paragraph) => ["paragraph", paragraph]),
      ["heading", "二、主要做法"],
      ["list-item", "合并职能相近的部门，减少层级。"],
      ["caption", "青石县城一角。资料图"],
      ["table-row", "部门\t改革前\t改革后"],
      ["table-row", "党政机构\t\t26"],
    ]);
  });

  test("a table that only lays out the page holds paragraphs", () => {
    const long = `<p>${BODY.join("")}</p>`;
    const { blocks } = clean(
      page(`<h1>${TITLE}</h1><table><tr><td class="content">${long}${long}</td><td>　</td></tr></table>`),
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(["title", "paragraph", "paragraph"]);
  });
});

describe("pages without an article, and fragments", () => {
  test.each([
    ["nothing", "", ""],
    ["a title alone", "<title>空页</title>", "空页"],
    [
      "links alone",
      "<html><title>导航</title><body><ul><li><a href='/a'>新闻</a><li><a href='/b'>视频</a></ul>",
      "导航",
    ],
  ])("%s", (_name, html, text) => expect(clean(html).text).toBe(text));

  test("all of a fragment is read, short lines too", () => {
    const { text, title } = clean(
      "<div>\n<p>人口小县</p>\n<p>山西省人口小县改革有望扩大。</p><p>责任编辑：王某</p></div>",
    );
    expect({ text, title }).toEqual({ text: "人口小县\n山西省人口小县改革有望扩大。", title: null });
  });
});
