import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { clean } from "../../pipeline/clean/index.ts";
import { convert } from "../../pipeline/convert.ts";
import { decode } from "../../pipeline/decode.ts";
import { segment } from "../../pipeline/segment.ts";
import type { InputForm, RawPage, SimplifiedArticle } from "../../schemas/document.ts";
import { parseSettings } from "../../schemas/settings.ts";
import { encoded } from "../support/charsets.ts";

const settings = parseSettings({});

/** What stands in a page, and what a reader sees of it. */
interface Token {
  readonly page: string;
  readonly seen: string;
}

const asIs = (characters: string): Token[] => [...characters].map((page) => ({ page, seen: page }));
const TRADITIONAL = asIs("縣機構減編職數員額裡裏後乾著餘範幾個鄉鎮");
const SIMPLIFIED = asIs("县机构减编职数员额里后干着余范几个乡镇");
const SHARED = asIs("一二三十百人名年月日的，。；：“”（）");
const FULL_WIDTH = asIs("１２３．％ＡＢ");
const LATIN = asIs("abc123.,%");
const ASTRAL = asIs("𠮷𨦫𠀋👇");
const COMPATIBILITY = asIs("樂龜");
const SPACES = asIs(" \u3000\t\u{A0}");
const INVISIBLE = ["\0", "\u0007", "\u200B", "\u{AD}", "\uFEFF"].map((page) => ({ page, seen: "" }));
const ENTITIES = [
  ["&lt;", "<"],
  ["&amp;", "&"],
  ["&#20010;", "个"],
  ["&#x7E23;", "縣"],
  ["&#x1F447;", "👇"],
  ["&hellip;", "…"],
].map(([page, seen]) => ({ page: page!, seen: seen! }));
const TAGS = ["<b>", "</b>", "<span class='x'>", "</span>", "<!-- 注 -->"].map((page) => ({ page, seen: "" }));

const TEXT = [TRADITIONAL, SIMPLIFIED, SHARED, FULL_WIDTH, LATIN, ASTRAL, COMPATIBILITY, SPACES, INVISIBLE];
const SEEN = new Map([...TEXT, ENTITIES].flat().map(({ page, seen }) => [page, seen]));

const line = (groups: readonly (readonly Token[])[]) =>
  fc
    .array(fc.oneof(...groups.map((group) => fc.constantFrom(...group))), { minLength: 1, maxLength: 60 })
    .map((tokens) => tokens.map(({ page }) => page).join(""));
const lines = (groups: readonly (readonly Token[])[]) => fc.array(line(groups), { minLength: 1, maxLength: 6 });

const FORMS: readonly { form: InputForm; pages: fc.Arbitrary<string> }[] = [
  { form: "text", pages: lines(TEXT).map((all) => all.join("\n")) },
  { form: "text", pages: lines(TEXT).map((all) => all.join("\r\n\r\n")) },
  { form: "html", pages: lines([...TEXT, ENTITIES, TAGS]).map((all) => all.map((one) => `<p>${one}</p>`).join("\n")) },
  { form: "markdown", pages: lines([...TEXT, ENTITIES]).map((all) => `---\ntitle: '乡镇'\n---\n${all.join("\n\n")}`) },
  {
    form: "markdown",
    pages: lines([...TEXT, ENTITIES, TAGS]).map((all) => `---\ntitle: 鄉鎮\n---\n<div>${all.join("<br>")}</div>`),
  },
];

const rawPage = (form: InputForm, text: string): RawPage => ({
  source: "test",
  id: "test",
  form,
  bytes: Buffer.from(text),
  contentType: "text/html; charset=utf-8",
});

/** Ordinary prose, so that a page of control characters alone is not taken for a binary file. */
const PROSE = "全县三十四个党政机构精简为二十三个，事业单位由一百一十三家整合为六十一家。".repeat(12);
const PROSE_OF: Readonly<Record<InputForm, string>> = {
  text: `\n\n${PROSE}`,
  markdown: `\n\n${PROSE}`,
  html: `<p>${PROSE}</p>`,
};

function processed(form: InputForm, text: string): { page: string; article: SimplifiedArticle } {
  const page = decode(rawPage(form, `${text}${PROSE_OF[form]}`));
  return { page: page.text, article: convert(clean(page, settings), settings) };
}

/** Each code point with its span. */
function* codePoints(text: string): Generator<{ character: string; start: number; end: number }> {
  let start = 0;
  for (const character of text) {
    yield { character, start, end: start + character.length };
    start += character.length;
  }
}

describe.each(FORMS.map(({ form, pages }, i) => ({ name: `${form} ${i}`, form, pages })))(
  "$name",
  ({ form, pages }) => {
    test("each character of the clean text leads to what shows it in the page", () => {
      fc.assert(
        fc.property(pages, (text) => {
          const { page, article } = processed(form, text);
          const wrong = [...codePoints(article.text)].filter(({ character, start, end }) => {
            const source = article.toPage.toSource({ start, end });
            const found = page.slice(source.start, source.end);
            return /\S/u.test(character) && (SEEN.get(found) ?? found) !== character;
          });
          expect(wrong).toEqual([]);
        }),
      );
    });

    test("each character of the simplified text leads to one of the clean text; only spaces are left out", () => {
      fc.assert(
        fc.property(pages, (text) => {
          const { article } = processed(form, text);
          const { text: clean, toOriginal } = article;
          const spans = [...codePoints(article.simplified)].map((span) => toOriginal.toSource(span));
          const wrong = spans.filter(({ start, end }) => [...clean.slice(start, end)].length !== 1);
          const ends = [0, ...spans.map(({ end }) => end)];
          const leftOut = [...spans.map(({ start }) => start), clean.length].map((start, i) =>
            clean.slice(ends[i], start),
          );
          expect([wrong, leftOut.join("").trim()]).toEqual([[], ""]);
        }),
      );
    });

    test("blocks cover the text but for one line feed between them; sentences lie in their blocks", () => {
      fc.assert(
        fc.property(pages, (text) => {
          const document = segment(processed(form, text).article);
          expect(document.blocks.map(({ start, end }) => document.text.slice(start, end)).join("\n")).toBe(
            document.text,
          );
          for (const { start, end, text: words, block } of document.sentences) {
            expect(document.simplified.slice(start, end)).toBe(words);
            const original = document.toOriginal.toSource({ start, end });
            expect(original.start).toBeGreaterThanOrEqual(document.blocks[block]!.start);
            expect(original.end).toBeLessThanOrEqual(document.blocks[block]!.end);
          }
          const kept = document.sentences.map(({ text: words }) => words).join("");
          expect(squashed(kept)).toBe(squashed(document.simplified));
        }),
      );
    });

    test("a piece of evidence, cut by its offsets, is its recorded text, and the page holds its words in their order", () => {
      fc.assert(
        fc.property(pages, fc.nat(), fc.nat(), (text, a, b) => {
          const { page, article } = processed(form, text);
          const length = article.simplified.length;
          const [start, end] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y) as [number, number];
          const span = article.toOriginal.toSource({ start, end });
          const evidence = article.text.slice(span.start, span.end);
          const source = article.toPage.toSource(span);
          expect(source.end).toBeLessThanOrEqual(page.length);
          expect(isWithin(squashed(evidence), shown(page.slice(source.start, source.end)))).toBe(true);
        }),
      );
    });
  },
);

const squashed = (text: string): string => text.replace(/\s+/gu, "");
/** Whether the characters stand in the text in their order, others between them: page numbers and the like are dropped. */
function isWithin(characters: string, text: string): boolean {
  let at = 0;
  return [...characters].every((character) => {
    const found = text.indexOf(character, at);
    at = found + character.length;
    return found >= 0;
  });
}

/** What a reader sees of a part of a page. */
const shown = (page: string): string =>
  squashed(
    page
      .replace(/<!--.*?-->|<[^<>]*>/gu, "")
      .replace(/&[^;\s]*;/gu, (entity) => SEEN.get(entity) ?? entity)
      .replace(/[\0\u0007\u200B\u00AD\uFEFF]/gu, ""),
  );

describe("bytes to text", () => {
  const text = fc
    .array(fc.constantFrom(...TEXT.flat().map(({ page }) => page)), { minLength: 1, maxLength: 80 })
    .map((tokens) => tokens.join(""));

  test.each<[string, (text: string) => Uint8Array]>([
    ["UTF-8", (value) => Buffer.from(value)],
    ["UTF-8 with a byte order mark", (value) => Buffer.from(`\uFEFF${value}`)],
    ["UTF-16LE with a byte order mark", (value) => Buffer.from(`\uFEFF${value}`, "utf16le")],
    ["UTF-16BE with a byte order mark", (value) => Buffer.from(`\uFEFF${value}`, "utf16le").swap16()],
  ])("%s gives every character back", (_name, encode) => {
    fc.assert(
      fc.property(text, (value) => {
        const page = { source: "test", id: "test", form: "text" as const, bytes: encode(`${PROSE}${value}`) };
        expect(decode(page).text).toBe(`${PROSE}${value}`);
      }),
    );
  });

  test.each([
    ["gb18030", [...SIMPLIFIED, ...SHARED, ...FULL_WIDTH, ...LATIN]],
    ["big5", [...TRADITIONAL, ...LATIN, ...asIs("一二三十百人名年月日的，。")]],
  ] as const)("%s without a label", (charset, tokens) => {
    const words = fc.array(fc.constantFrom(...tokens.map(({ page }) => page)), { minLength: 30, maxLength: 80 });
    fc.assert(
      fc.property(words, (all) => {
        const value = all.join("");
        const page = { source: "test", id: "test", form: "text" as const, bytes: encoded(value, charset) };
        expect(decode(page).text).toBe(value);
      }),
    );
  });
});
