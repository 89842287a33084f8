import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { distance, NEAR_COPY_BITS, simhash } from "../../../pipeline/identity/simhash.ts";

const FOLDER = "corpus/articles";
const articles = readdirSync(FOLDER)
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .map((name) => readFileSync(`${FOLDER}/${name}`, "utf8"));
/** As long as a usual report: five of the corpus in one. */
const report = articles
  .filter((text) => text.length > 400)
  .slice(0, 6)
  .join("\n");

const withByline = (text: string) => `来源：本报讯 作者：张晓明 2022年08月03日 09:12\n${text}`;
const withTitle = (text: string) => text.replace(/^.*\n/, "一县深化机构改革，精简部门动真格\n");
const withEnding = (text: string) => `${text}\n（责任编辑：李明、王芳）`;
function withSentence(text: string): string {
  const sentences = text.split("。");
  sentences[sentences.length >> 1] = "\n记者从有关部门获悉，这一做法得到了当地干部群众的肯定";
  return sentences.join("。");
}

test.each([
  ["nothing", "", ""],
  ["white space", "县级 党政\n机构　减至22个", "县级党政机构减至22个"],
  ["punctuation", "县级“党政机构”，减至22个。", "县级党政机构减至22个"],
  ["full width", "减至２２个（ＡＢ）", "减至22个(ab)"],
  ["capitals", "GDP增长", "gdp增长"],
  ["only punctuation", "，。！", ""],
])("makes no difference: %s", (_name, a, b) => {
  expect(simhash(a)).toBe(simhash(b));
});

test.each([["县"], ["县乡"], ["县乡镇"], ["𠮷野家𬭛"], ["\u{D800}"], ["县".repeat(100_000)]])(
  "text %# has its own hash",
  (text) => {
    expect(simhash(text)).toMatch(/^(?!0{16})[0-9a-f]{16}$/);
  },
);

test("a hash stays what it is: stores hold it", () => {
  expect(simhash("县级党政机构由36个减至22个，精简38.9%。")).toMatchInlineSnapshot(`"0737b8ab504f21a3"`);
  expect(simhash("")).toBe("0000000000000000");
});

test.each([
  ["0000000000000000", "0000000000000000", 0],
  ["0000000000000000", "ffffffffffffffff", 64],
  ["8000000000000001", "0000000000000000", 2],
  ["80000000ffffffff", "80000000fffffffe", 1],
])("%s and %s differ in %i bits", (a, b, bits) => {
  expect(distance(a, b)).toBe(bits);
});

describe("near-copies", () => {
  test.each([
    ["another byline", withByline],
    ["another title", withTitle],
    ["another ending", withEnding],
    ["a changed sentence", withSentence],
    ["a new byline and a changed sentence", (text: string) => withByline(withSentence(text))],
  ])("of a report of usual length, %s: at most 6 bits", (_name, change) => {
    expect(distance(simhash(report), simhash(change(report)))).toBeLessThanOrEqual(6);
  });

  test.each([
    ["another byline", withByline, 0.9],
    ["another title", withTitle, 0.85],
    ["another ending", withEnding, 1],
    ["all of it", (text: string) => withByline(withSentence(withEnding(text))), 0.4],
  ])("of the corpus's short articles, %s", (_name, change, share) => {
    const near = articles.filter((text) => distance(simhash(text), simhash(change(text))) <= NEAR_COPY_BITS);
    expect(near.length / articles.length).toBeGreaterThanOrEqual(share);
  });

  test("different articles on the same matter are far", () => {
    const hashes = articles.map(simhash);
    const distances = hashes.flatMap((a, i) => hashes.slice(0, i).map((b) => distance(a, b)));
    expect(Math.min(...distances)).toBeGreaterThan(NEAR_COPY_BITS + 5);
  });
});

test("two million characters", () => {
  const text = Array.from({ length: 2_000_000 }, (_, i) =>
    String.fromCharCode(0x4e00 + ((i * 7919 + (i >> 7)) % 20_000)),
  ).join("");
  expect(distance(simhash(text), simhash(`${text}县`))).toBeLessThanOrEqual(1);
});
