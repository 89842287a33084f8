import { describe, expect, test } from "@jest/globals";
import { article, BODY, clean, page, paragraphs, TITLE } from "./html-pages.ts";

const plain = "2026-03-05 10:20";

describe("title", () => {
  test.each([
    ["behind _site", `<title>${TITLE}_要闻_青石新闻网</title>`, "", TITLE],
    ["behind -site", `<title>${TITLE}-青石网</title>`, "", TITLE],
    ["behind | and dashes", `<title>${TITLE} | 青石网 —— 权威发布</title>`, "", TITLE],
    ["with a hyphen of its own", "<title>1-8月青石县投资增长9%_青石网</title>", "", "1-8月青石县投资增长9%"],
    ["from the headline where the head's is cut", `<title>青石县机构改革...</title>`, `<h1>${TITLE}</h1>`, TITLE],
    ["from the headline where the head names the site", "<title>青石网</title>", `<h1>${TITLE}</h1>`, TITLE],
    [
      "whole where og:title is cut",
      `<title>${TITLE}_网</title><meta property="og:title" content="青石县机构">`,
      `<h1>${TITLE}</h1>`,
      TITLE,
    ],
    [
      "not the site's own h1",
      `<title>${TITLE}_青石网</title>`,
      `<h1 class="logo">新闻中心频道首页</h1><h2>${TITLE}</h2>`,
      TITLE,
    ],
    ["from a meta tag alone", `<meta property="og:title" content="${TITLE}">`, "", TITLE],
  ])("%s", (_name, head, headline, title) => {
    const found = clean(
      `<html><head>${head}</head><body>${headline}<div class="content">${paragraphs}</div></body></html>`,
    );
    expect(found.title).toBe(title);
    expect(found.text.startsWith(`${title}\n${BODY[0]}`)).toBe(true);
  });
});

describe("published", () => {
  test.each([
    ["2026-03-05 10:20:31", "2026-03-05T10:20:31+08:00"],
    ["2026年03月05日10:20 来源：青石日报", "2026-03-05T10:20+08:00"],
    ["2026年3月5日 星期四 下午3:05", "2026-03-05T15:05+08:00"],
    ["2026/3/5 9:05", "2026-03-05T09:05+08:00"],
    ["发布时间：2026-03-05", "2026-03-05"],
    ["<b>2026</b><i>03</i>/<i>05</i> <b>10:20:31</b>", "2026-03-05T10:20:31+08:00"],
    ["<span>更新时间：2026-03-06 08:00</span><span>发布时间：2026-03-05 10:20</span>", "2026-03-05T10:20+08:00"],
    ["<span>2026-03-05</span>&nbsp;<span>10:20</span>", "2026-03-05T10:20+08:00"],
    ["2026-03-05T02:20:00Z", "2026-03-05T10:20:00+08:00"],
    ["中華民國115年3月5日".slice(2), "2026-03-05"],
    ["２０２６年３月５日　１０：２０", "2026-03-05T10:20+08:00"],
    ["Mar 5, 2026", "2026-03-05"],
    ["5 March 2026", "2026-03-05"],
    ["2026-03-05 HKT 10:20", "2026-03-05T10:20+08:00"],
    ["2026-03-05 (10:20)", "2026-03-05T10:20+08:00"],
    ["已于 2026-03-06 08:00:00 修改 · 于 2026-03-05 10:20:31 首次发布", "2026-03-05T10:20:31+08:00"],
    ["2026-03-05 10:20 更新时间：2026-03-06 08:00", "2026-03-05T10:20+08:00"],
    ["成文日期：2026-03-01 发布日期：2026-03-05", "2026-03-05"],
    ["<p>成文日期：</p><p>2026-03-01</p><p>发布日期：</p><p>2026-03-05</p>", "2026-03-05"],
  ])("%s", (line, iso) => expect(clean(page(article(line))).published).toBe(iso));

  test.each([
    [
      "a meta tag",
      article(""),
      '<meta property="article:published_time" content="2026-03-05T10:20:31+08:00">',
      "2026-03-05T10:20:31+08:00",
    ],
    [
      "linked data",
      article(""),
      '<script type="application/ld+json">{"@graph":[{"datePublished":"2026-03-05T10:20:31"}],}</script>',
      "2026-03-05T10:20:31+08:00",
    ],
    [
      "the byline before the head",
      article(plain),
      '<meta name="pubdate" content="2026-03-05T11:00:00+08:00">',
      "2026-03-05T10:20+08:00",
    ],
    [
      "the minute from the head where the byline has the day",
      article("2026-03-05"),
      '<meta name="PubDate" content="2026-03-05 09:53">',
      "2026-03-05T09:53+08:00",
    ],
    [
      "the year from the head where the byline has none",
      article("发布时间：03-05 10:20"),
      '<meta itemprop="dateUpdate" content="2026-03-06 08:00:00">',
      "2026-03-05T10:20+08:00",
    ],
    ["below the body", article("", `${paragraphs}<p>责任编辑：王某　发布日期：2026-03-05</p>`), "", "2026-03-05"],
    ["a date that closes a notice", article("", `${paragraphs}<p>2026年3月5日</p>`), "", "2026-03-05"],
    [
      "date and time that close a release",
      article("", `${paragraphs}<p>完</p><p>2026年3月5日（星期四）<br>香港時間10時20分</p>`),
      "",
      "2026-03-05T10:20+08:00",
    ],
    ["a script", article("前天"), '<script>var ct = "1772677231";</script>', "2026-03-05T10:20:31+08:00"],
    [
      "the address",
      article(""),
      '<link rel="canonical" href="https://news.example/c/2026-03-05/doc-1.shtml">',
      "2026-03-05",
    ],
    ["not a date of the text", article(""), "", null],
    ["not the date of a reader's comment", `${article("")}<p>王某 2026-03-06</p>`, "", null],
  ])("%s", (_name, html, head, iso) => expect(clean(page(html, head)).published).toBe(iso));
});

describe("publisher and author", () => {
  test.each([
    ["2026-03-05 10:20 来源：青石日报", "青石日报", null],
    ["2026年03月05日10:20 来源：<a href='/x'>青石日报-要闻频道</a> <a href='/y'>分享到</a>", "青石日报-要闻频道", null],
    ["<span>2026-03-05 10:20</span><span>来源：</span><em>青石日报</em>", "青石日报", null],
    ["<span>来源</span><span>青石日报</span><span>2026-03-05</span>", "青石日报", null],
    ["<div>来源</div><div>青石日报</div><div>2026-03-05</div>", "青石日报", null],
    ["2026-03-05 10:20 青石日报[整理]", "青石日报", null],
    ["<span>原创</span> <span>青石日报</span> <span>2026-03-05 10:20:00</span>", "青石日报", null],
    ["来源：青石日报 作者：张三 责任编辑：王五 2026-03-05 10:20", "青石日报", "张三"],
    ["来源：青石日报作者：张三、李四编辑：王五", "青石日报", "张三、李四"],
    ["<p>张三/青石日报</p><p>2026-03-05 10:20</p>", "青石日报", "张三"],
    ["<span class='source'>青石日报</span><span class='author'>张三</span>", "青石日报", "张三"],
    ["<span>2026-03-05 10:20</span>·<span>青石发布</span>", "青石发布", null],
    ["来源：光明网-《光明日报》 2026-03-05", "光明网-《光明日报》", null],
    ["撰文：<span>張三</span> 出版：<time>2026-03-05 10:20</time>", null, "張三"],
    ["<span>青石日报 记者 张三 编辑 李四</span><span>2026-03-05</span>", "青石日报", "张三"],
    ["信息来源：县委编办 发布日期：2026-03-05 浏览次数：12", "县委编办", null],
    ["編輯：王五 來源：青石時報 2026-03-05", "青石時報", null],
    ["作者：未知 责任编辑：小编 2026-03-05 10:20", null, null],
    ["2026-03-05 10:20 浏览：120 字号：大 中 小 【打印】", null, null],
    ["青石日报 2026-03-05 10:20 记者 张三", "青石日报", "张三"],
    ["2026年3月5日　星期四　青石日报", "青石日报", null],
    ["<p>青石日报</p><p>2026-03-05 10:20</p>", "青石日报", null],
    ["<p>副标题不是媒体</p><p>2026-03-05 10:20</p>", null, null],
    ["<p class='author-name'>青石必读</p><p>2026-03-05 10:20</p>", "青石必读", null],
    ["2026-03-05 10:20 · 河南", null, null],
    ["<span>2026-03-05</span><span>政策</span>", null, null],
    ["作者：张三 来源：本站原创 2026-03-05", null, "张三"],
    ["2026-03-05 文 |《青石》新闻周刊记者 张三 李四", null, "张三、李四"],
    ["<p>2026-03-05 10:20</p><p>陳小文 蔡小婷 ／ 雲林報導</p>", null, "陳小文、蔡小婷"],
    ["<span>青石周末记者 张三 发自北京</span><span>2026-03-05</span>", "青石周末", "张三"],
    ["<span>本报记者 张三</span><span>2026-03-05</span>", null, "张三"],
    ["<span>原创</span> <span>田野君</span> <span>基层观察</span> <span>2026-03-05 10:20</span>", "基层观察", "田野君"],
    ["<a href='/u/7'>王小五</a> <span>2026-03-05 10:20</span>", null, "王小五"],
    ["<a href='/u/7'>青石网</a> <span>2026-03-05 10:20</span>", "青石网", null],
    ["2026-03-05 來源：青石時報／ 記者<a href='/r'>張三</a>／彰化即時報導", "青石時報", "張三"],
    ["2026-03-05　青石時報　記者張三∕台北報導", "青石時報", "張三"],
    ["作者：丁　磊　　发表时间：2026-03-05", null, "丁磊"],
    ["新聞資料來源：<span>市政署</span> 發佈日期：2026-03-05", "市政署", null],
    ["[ 信息发布：校办 | 发布时间：2026-03-05 | 浏览：12次 ]", "校办", null],
  ])("%s", (line, publisher, author) => {
    const found = clean(page(article(line)));
    expect({ publisher: found.publisher, author: found.author }).toEqual({ publisher, author });
  });

  test.each([
    [`<p>青石日报讯（记者 张三 见习记者 李四）${BODY[0]}</p>`, "张三、李四"],
    [`<p>新华社青石3月5日电（记者张三）${BODY[0]}</p>`, "张三"],
    [`<p>青石网3月5日讯（记者张三 整合）${BODY[0]}</p>`, "张三"],
    [`<p>【文/青石网专栏作者 张三】</p><p>${BODY[0]}</p>`, "张三"],
    [`<p>中新网青石3月5日电 (张三 李四)${BODY[0]}</p>`, "张三、李四"],
    [`<p>执笔/张三、李四&amp;王小五</p><p>${BODY[0]}</p>`, "张三、李四、王小五"],
    [`<p>記者張三／台北報導</p><p>${BODY[0]}</p>`, "張三"],
    [`<p>（中央社記者張小三台北5日電）${BODY[0]}</p>`, "張小三"],
    [`${paragraphs}<p>采写：青石日报见习记者 张三</p>`, "张三"],
    [`${paragraphs}<p>青石日报记者 张三</p><p>编辑 王五 校对 赵六</p>`, "张三"],
    [`<p>【青石網記者 張三／屏東報導】${BODY[0]}</p>`, "張三"],
    [`<p>【青石報訊】記者張小三報道：${BODY[0]}</p>`, "張小三"],
    [`<p>（文/青石观察 张小三）${BODY[0]}</p>`, "张小三"],
    [`${paragraphs}<p>（青石网记者：张三 实习编辑：李四）</p>`, "张三"],
    [`${paragraphs}<p>（撰稿：张三 摄影：李四 审核：王五）</p>`, "张三"],
    [`<p>青石县政府大楼。（记者李四摄）</p><p>〔記者張三／台北報導〕${BODY[0]}</p>`, "張三"],
    [`${paragraphs}<table><tr><td>撰稿：</td><td>张三</td><td>审核：</td><td>李四</td></tr></table>`, "张三"],
    [`${paragraphs}<p>责任编辑：王五</p>`, null],
    [`<p>${BODY[0]}记者 从县里获悉，改革仍在继续。</p>`, null],
  ])("%s", (body, author) => expect(clean(page(article(plain, body))).author).toBe(author));

  test.each([
    ["a person", '<meta name="author" content="张三">', "张三"],
    ["the site", '<meta name="author" content="青石新闻网">', null],
    ["a number", '<meta name="author" content="104363">', null],
    ["a template's rest", '<meta name="author" content="name, email@example.com">', null],
  ])("the head's author: %s", (_name, head, author) => expect(clean(page(article(plain), head)).author).toBe(author));

  test.each([
    ["linked data", '<script type="application/ld+json">{"publisher":{"name":"青石日报"}}</script>', "青石日报"],
    ["a variable for the byline", '<script>var source = "青石日报"; show(source);</script>', "青石日报"],
    ["not the site's mere name", '<meta property="og:site_name" content="青石网">', null],
  ])("the head's publisher: %s", (_name, head, publisher) =>
    expect(clean(page(article(plain), head)).publisher).toBe(publisher),
  );

  test("the head's source, with its label", () => {
    const found = clean(page(article(plain), '<meta name="source" content="来源：青石日报 原创稿">'));
    expect(found.publisher).toBe("青石日报");
  });
});
