import { afterAll, expect, test } from "@jest/globals";
import { jingjian } from "../support/cli.ts";
import { workspace } from "../support/workspace.ts";

const place = workspace();
afterAll(place.remove);

const PAGE = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>河曲县机构改革基本完成_山西观察</title></head><body>
<div class="nav"><a href="/">首页</a><a href="/news">新闻</a></div>
<h1>河曲县机构改革基本完成</h1><div class="info">2022-08-02 14:47 来源：山西观察 作者：李文</div>
<div class="content"><p>河曲县的机构改革已经基本完成，党政机构由原来的三十六个精简为二十二个，干部群众普遍反映办事更加方便。</p>
<p>据介绍，改革之后，县里撤并了一批职能相近的单位，把人员充实到基层一线，运行成本明显下降。</p></div>
<div class="footer">版权所有 2022</div></body></html>`;

test("gives the main text and metadata, and only the fields that are promised", async () => {
  const { code, stdout } = await jingjian(["clean", place.write("page.html", PAGE)]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    source: expect.stringMatching(/page\.html$/),
    id: expect.stringContaining("page"),
    title: "河曲县机构改革基本完成",
    published: expect.stringMatching(/^2022-08-02T14:47/),
    publisher: "山西观察",
    author: "李文",
    lang: "zh-Hans",
    text: expect.stringMatching(/^河曲县机构改革基本完成\n河曲县的机构改革[\s\S]*运行成本明显下降。$/),
  });
});

test("keeps the script and says which it is", async () => {
  const { stdout } = await jingjian([
    "clean",
    place.write("hant.txt", "石樓縣改革成果\n目前，全縣黨政機構減少了37.1%，改革邁出了實質性步伐。\n"),
  ]);
  expect(JSON.parse(stdout)).toMatchObject({
    lang: "zh-Hant",
    text: expect.stringContaining("全縣黨政機構減少了37.1%"),
  });
});

test("a document's own statements win over what the page says", async () => {
  const stated = {
    id: "a1",
    html: PAGE,
    title: "另一标题",
    publisher: "忻州日报",
    published: "2022-08-01",
    author: null,
  };
  const { stdout } = await jingjian(["clean", "-"], { input: `${JSON.stringify(stated)}\n` });
  expect(JSON.parse(stdout)).toMatchObject({
    id: "a1",
    title: "另一标题",
    publisher: "忻州日报",
    published: "2022-08-01",
  });
});
