import { afterAll, describe, expect, test } from "@jest/globals";
import type { DecodedPage, RawPage } from "../../schemas/document.ts";
import { StepCounter } from "../support/steps.ts";

// Modules are imported behind the counter: the engine counts the blocks of what it compiles from then on.
const counter = new StepCounter();
const { parseSettings } = await import("../../schemas/settings.ts");
const { decode } = await import("../../pipeline/decode.ts");
const { clean } = await import("../../pipeline/clean/index.ts");
const { convert } = await import("../../pipeline/convert.ts");
const { prepare } = await import("../../pipeline/prepare.ts");
const { segment } = await import("../../pipeline/segment.ts");
const { readCalendar } = await import("../../extractors/dates/index.ts");
const { findAll } = await import("../../extractors/quantities/found.ts");
const { findPlaces } = await import("../../extractors/places/find.ts");
const { findOrganisations } = await import("../../extractors/places/organisations.ts");
const { extractFacts } = await import("../../extractors/index.ts");
afterAll(() => counter.close());

const settings = parseSettings({});
const GROWTH = 10;
/** What ten times the input may cost: a little more than ten times, for lists that grow and tables that fill. */
const MAX_GROWTH = 13;
/** Fewer steps than these more at 10× grow with nothing. */
const FEW = 200;

/** Steps at 1, 10 and 100 times the input; what is there once, whatever the length, is taken off. */
function growth(input: (times: number) => () => unknown): number {
  // Once for what is made at first use.
  input(1)();
  const counts = counter.count([1, GROWTH, GROWTH ** 2].map(input));
  const [one, ten, hundred] = counts as [number, number, number];
  return hundred - ten < GROWTH * FEW ? 0 : (hundred - ten) / Math.max(1, ten - one);
}

test("work that grows with the square of the input is seen as such", () => {
  const again = (times: number) => () => {
    for (let i = 0; i < 20 * times; i++) readCalendar(`2024年${"，".repeat(20 * times)}`);
  };
  const search = (times: number) => () => [..."的".repeat(100 * times)].filter((_, i, all) => all.indexOf("是") === i);
  expect(growth(again)).toBeGreaterThan(50);
  expect(growth((times) => () => [readCalendar("3月"), search(times)()])).toBeGreaterThan(50);
});

const PROSE =
  "2024年3月，会昌县党政机构由41个精简为27个，行政编制减少12名，比上年下降18.3%；事业单位整合为93家，每年可节约1050万元。" +
  "該縣縣委編辦負責人9日說，全縣財政供養人員不超過3000人，常住人口約12.35萬人。“改革前，乡镇内设机构达151个。”\n";
/** Text that careless readers go over again and again: one kind of character without end, pairs that never close. */
const HOSTILE: readonly (readonly [name: string, unit: string])[] = [
  ["prose", PROSE],
  ["digits", "1234567890"],
  ["Chinese digits", "一二三四五六七八九"],
  ["units of numbers", "十百千万亿"],
  ["的 without end", "的"],
  ["open brackets", "（"],
  ["brackets in brackets", "（由"],
  ["open quotes", "“十四五"],
  ["spaces", " "],
  ["ideographic spaces", "　"],
  ["line feeds", "\n"],
  ["tabs", "1\t"],
  ["points", "1."],
  ["commas", "1,"],
  ["dashes", "-1"],
  ["years", "2024年"],
  ["dates to dates", "2024年3月至"],
  ["clock times", "8:30"],
  ["ordinals", "第一"],
  ["from and to", "从5到"],
  ["a list without end", "3个、"],
  ["a sentence without stop", "党政机构减少3个，"],
  ["a sentence without comma", "党政机构减少3个和"],
  ["nouns", "事业单位"],
  ["verbs", "减少到"],
  ["shares", "百分之"],
  ["limits", "不超过"],
  ["places", "会昌县"],
  ["offices", "会昌县委编办"],
  ["places in places", "江西省赣州市会昌县"],
  ["pointers", "该县"],
  ["Latin letters", "a"],
  ["an address", "http://a.cn/"],
  ["surrogates", "\u{20BB7}"],
  ["halves of surrogates", "\ud842"],
  ["Traditional text", "縣"],
  ["colons", "编制："],
  ["table bars", "|1"],
];

const page = (text: string, form: RawPage["form"]): RawPage => ({
  source: "-",
  id: "a",
  form,
  bytes: Buffer.from(text),
});
const decoded = (text: string, form: RawPage["form"]): DecodedPage => decode(page(text, form));
const document = (text: string, form: RawPage["form"]) => segment(prepare(page(text, form), settings));

interface Stage {
  /** UTF-16 units of the input at 1×. */
  readonly units: number;
  /** The stage over a text, made ready before its steps are counted. */
  readonly over: (text: string) => () => unknown;
}
const STAGES: Readonly<Record<string, Stage>> = {
  decode: { units: 1_200, over: (text) => ready(page(text, "text"), (given) => decode(given)) },
  clean: { units: 1_200, over: (text) => ready(decoded(text, "text"), (given) => clean(given, settings)) },
  "clean Markdown": {
    units: 1_200,
    over: (text) => ready(decoded(text, "markdown"), (given) => clean(given, settings)),
  },
  "clean HTML": {
    units: 1_200,
    over: (text) => ready(decoded(`<body><p>${text}`, "html"), (given) => clean(given, settings)),
  },
  convert: {
    units: 1_200,
    over: (text) => ready(clean(decoded(text, "text"), settings), (given) => convert(given, settings)),
  },
  segment: { units: 1_200, over: (text) => ready(prepare(page(text, "text"), settings), (given) => segment(given)) },
  quantities: { units: 300, over: (text) => () => findAll(text, "2024-06-15") },
  dates: { units: 300, over: (text) => () => readCalendar(text) },
  places: { units: 300, over: (text) => () => [findPlaces(text), findOrganisations(text)] },
  facts: { units: 150, over: (text) => ready(document(text, "text"), (given) => extractFacts(given)) },
};
const ready =
  <Given>(given: Given, run: (given: Given) => unknown): (() => unknown) =>
  () =>
    run(given);

const longer = (unit: string, times: number, units: number): string =>
  unit.repeat(Math.ceil((times * units) / unit.length));

describe.each(Object.entries(STAGES))("%s", (_, { units, over }) => {
  over(PROSE)();
  test.each(HOSTILE)("%s", (_name, unit) => {
    expect(growth((times) => over(longer(unit, times, units)))).toBeLessThan(MAX_GROWTH);
  });
});

const CELL = "<td>3个";
const PAGES: readonly (readonly [name: string, page: (times: number) => string])[] = [
  ["paragraphs", (times) => `<p>${PROSE}</p>`.repeat(5 * times)],
  ["a row of many cells", (times) => `<table><tr>${CELL.repeat(30 * times)}</table>`],
  ["many rows", (times) => `<table>${`<tr>${CELL.repeat(4)}`.repeat(8 * times)}</table>`],
  ["cells over many columns", (times) => `<table>${`<tr><td colspan=50>编制${CELL}`.repeat(8 * times)}</table>`],
  ["tables in tables", (times) => "<table><tr><td>3个".repeat(30 * times)],
  ["open elements", (times) => "<div>编制".repeat(30 * times)],
  ["close tags of nothing", (times) => `<div>编制${"</x></p>".repeat(60 * times)}`],
  ["attributes", (times) => `<div ${'class="a" '.repeat(60 * times)}>编制`],
  ["classes", (times) => `<div class="${"comment-a ".repeat(60 * times)}">编制</div>`],
  ["lines of links", (times) => '<a href="a">相关链接</a><br>'.repeat(30 * times)],
  ["bylines", (times) => "<p>来源：新华社 2024-03-05 08:30 作者：王明</p>".repeat(20 * times)],
  ["entities", (times) => "&amp;&lt;3个".repeat(60 * times)],
  ["half tags", (times) => "<".repeat(600 * times)],
  ["comments", (times) => "<!-- <p> -->".repeat(60 * times)],
  ["titles", (times) => `<title>${"机构改革-".repeat(100 * times)}</title><h1>机构改革</h1>`],
  ["a state object", (times) => `<script>var s={${'"content":"编制\u003cp>",'.repeat(40 * times)}}</script>`],
  ["quotes in a script", (times) => `<script>${`"'\\`.repeat(200 * times)}</script>`],
  [
    "JSON-LD",
    (times) => `<script type="application/ld+json">[${'{"headline":"编制"},'.repeat(20 * times)}{}]</script>`,
  ],
];

describe("pages", () => {
  prepare(page(`<p>${PROSE}</p>`, "html"), settings);
  test.each(PAGES)("cleaned: %s", (_name, html) => {
    const limits = { ...settings, maxNodes: 10_000_000 };
    expect(growth((times) => ready(decoded(html(times), "html"), (given) => clean(given, limits)))).toBeLessThan(
      MAX_GROWTH,
    );
  });

  test.each(PAGES.slice(0, 6))("tables read: %s", (_name, html) => {
    expect(growth((times) => ready(document(html(times), "html"), (given) => extractFacts(given)))).toBeLessThan(
      MAX_GROWTH,
    );
  });
});
