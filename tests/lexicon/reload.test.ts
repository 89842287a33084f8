import { afterEach, describe, expect, test } from "@jest/globals";
import { explain } from "../../extractors/explain.ts";
import { extractFacts } from "../../extractors/index.ts";
import { vocabularyInUse } from "../../extractors/vocabulary/in-use.ts";
import { metric, metricsInUse } from "../../extractors/vocabulary/metrics.ts";
import { NOTHING_ADDED } from "../../extractors/vocabulary/vocabulary.ts";
import { parseLexicon, useLexicon } from "../../pipeline/lexicon/index.ts";
import { METRICS } from "../../schemas/metrics.ts";
import { jingjian } from "../support/cli.ts";
import { documentIn } from "../support/extract.ts";
import { workspace } from "../support/workspace.ts";

/** Two lexicons that say of every table something else. */
const A = `
metrics: [{ id: service.windows, unit: count, doc: d, nouns: [办事窗口, 窗口], classifiers: [个, 眼] }]
nouns: { agencies.internal: 业务室 }
notNouns: 窗口期
units: [{ words: 垧, base: km2, factor: 0.01 }]
verbs: { down: 瘦减 }
modality: { planned: 图谋 }
bounds: { before: { approx: 粗计 } }
places: [{ name: 赛图拉县, level: county, inside: 和田地区, aliases: 赛县 }, { name: 河曲县, aliases: 黄河古县 }]
organisations: [{ name: 河曲县营商环境建设局, aliases: 河曲营商局 }]
`;
const B = `
metrics: [{ id: service.counters, unit: person, doc: d, nouns: [窗口], classifiers: [个, 名] }, { id: service.days, unit: day, doc: d, nouns: 时限 }]
nouns: { agencies.other: 业务室 }
units: [{ words: 垧, base: km2, factor: 0.02 }]
verbs: { up: 瘦减 }
modality: { required: 图谋 }
bounds: { before: { ge: 粗计 } }
places: [{ name: 赛县, level: county, inside: 喀什地区 }, { name: 保德县, aliases: 黄河古县 }]
organisations: [{ name: 忻州市营商局, aliases: 河曲营商局 }]
`;
const TEXT = [
  "河曲县机构改革",
  "全县办事窗口由48个整合为15个，业务室由7个减为4个，窗口期只剩3个月。",
  "全县图谋瘦减窗口粗计30个，总面积1200垧，时限由20天压缩到5天。",
  "赛图拉县党政机构由36个精简为22个。",
  "赛县党政机构由33个精简为21个。",
  "黄河古县党政机构由30个精简为20个。",
  "河曲营商局内设机构由12个减为8个。",
].join("\n");

/** All that the passes make of a text, the words of the segmenter too. */
const readNow = (): string => JSON.stringify(explain(documentIn(TEXT)));

afterEach(() => useLexicon(null));

describe("a lexicon is exchanged", () => {
  const [a, b] = [parseLexicon(A, "a.yaml"), parseLexicon(B, "b.yaml")];
  const none = readNow();
  useLexicon(a);
  const withA = readNow();
  useLexicon(null);

  test("wholly: each time all is as if no other had been in use", () => {
    const seen = [a, b, null, b, a, null].map((lexicon) => {
      useLexicon(lexicon);
      return readNow();
    });
    const withB = seen[1];
    expect(new Set([none, withA, withB]).size).toBe(3);
    expect(seen).toEqual([withA, withB, none, withB, withA, none]);
  });

  test("and what it gives is what a process gives that never had another", async () => {
    const place = workspace();
    try {
      const text = place.write("text.txt", TEXT);
      const lexicon = place.write("b.yaml", B);
      const [title = "", ...lines] = TEXT.split("\n");
      const document = documentIn(lines.join("\n"), { title });
      const factsOf = (jsonl: string) =>
        jsonl
          .split("\n")
          .slice(0, -1)
          .map((line) => ({ ...JSON.parse(line), id: "", doc: null }));
      for (const [flags, used] of [
        [["--lexicon", lexicon], b],
        [[], null],
      ] as const) {
        for (const other of [a, used]) useLexicon(other);
        const here = extractFacts(document).map((fact) => ({ ...fact, id: "", doc: null }));
        const there = factsOf((await jingjian(["extract", text, ...flags])).stdout);
        expect(there.length).toBeGreaterThan(3);
        expect(JSON.parse(JSON.stringify(here))).toEqual(there);
      }
    } finally {
      place.remove();
    }
  });

  test("by the same file read again: nothing changes", () => {
    useLexicon(parseLexicon(A, "a.yaml"));
    expect(readNow()).toBe(withA);
  });
});

describe("metrics in use", () => {
  test("are those of the table, then those of the lexicon", () => {
    expect(metricsInUse()).toEqual(METRICS);
    useLexicon(parseLexicon(B, "b.yaml"));
    expect(metricsInUse().map(({ id }) => id)).toEqual([
      ...METRICS.map(({ id }) => id),
      "service.counters",
      "service.days",
    ]);
    expect(metric("service.days")).toMatchObject({ unit: "day", nouns: ["时限"] });
    useLexicon(null);
    expect(() => metric("service.days")).toThrow("no metric service.days");
  });

  test("a lexicon that adds nothing is none", () => {
    useLexicon(parseLexicon("# 还没有\n", "empty.yaml"));
    expect(vocabularyInUse()).toBe(NOTHING_ADDED);
  });
});

test("what a lexicon leaves alone is not built again", () => {
  useLexicon(parseLexicon("notNouns: 窗口期\n", "my.yaml"));
  expect(vocabularyInUse().places).toBe(NOTHING_ADDED.places);
  expect(vocabularyInUse().notNouns).toEqual(["窗口期"]);
});
