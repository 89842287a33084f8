import { cleanHtml } from "../../../pipeline/clean/html.ts";

export const LIMITS = { maxNodes: 500_000, maxDepth: 2_000, source: "page.html" };

export const clean = (html: string) => cleanHtml(html, LIMITS);

export const TITLE = "青石县机构改革后部门减少十二个";
/** Three paragraphs of an article of our own. */
export const BODY = [
  "青石县委编办近日公布改革结果，全县党政机构由38个精简为26个，减少12个，行政成本随之下降。",
  "据介绍，改革前该县事业单位有214个，改革后整合为97个；领导职数由146名核减为118名。",
  "县财政局负责人表示，今年前八个月一般性支出同比下降9.4%，节省的钱用于乡镇卫生院和村小学。",
] as const;
export const paragraphs = BODY.map((text) => `<p>${text}</p>`).join("\n");

/** A page as news systems write it: navigation above, links and imprint below. */
export const page = (article: string, head = ""): string => `<!DOCTYPE html><html><head>
<meta charset="utf-8"><title>${TITLE}_青石新闻网</title>${head}</head><body>
<div class="nav"><a href="/">首页</a> <a href="/news">新闻</a> <a href="/video">视频</a></div>
<div class="main">${article}</div>
<div class="footer"><p>青石新闻网版权所有，未经授权不得转载。京ICP备00000000号</p></div></body></html>`;

export const article = (byline: string, body = paragraphs): string =>
  `<h1>${TITLE}</h1><div class="info">${byline}</div><div class="article-content">${body}</div>`;
