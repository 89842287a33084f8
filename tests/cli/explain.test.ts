import { describe, expect, test } from "@jest/globals";
import { jingjian } from "../support/cli.ts";

const TEXT = "河曲县36个党政机构精简为22个。全县共有5条街道亮化。";

describe("explain", () => {
  test("shows words, quantities, nouns, places, what fired and the facts", async () => {
    const { code, stdout } = await jingjian(["explain", TEXT]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}words +河曲/m);
    expect(stdout).toMatch(/^ {2}quantities +36个 = 36 count$/m);
    expect(stdout).toMatch(/党政机构 → agencies\.party_gov/);
    expect(stdout).toMatch(/河曲县 → 河曲县/);
    expect(stdout).toMatch(/^ {2}fired +transition: agencies\.party_gov .*before 36/m);
    expect(stdout).toMatch(/^河曲县 +agencies\.party_gov .*36 → 22/m);
  });

  test("says why a near miss is no fact", async () => {
    const { stdout } = await jingjian(["explain", TEXT]);
    expect(stdout).toMatch(/^ {2}not fired +“5条[^”]*”: \S/m);
  });

  test("reads standard input, each line a paragraph", async () => {
    const { code, stdout } = await jingjian(["explain", "-"], {
      input: "机构改革\n\n河曲县36个党政机构精简为22个。\n",
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^机构改革$/m);
    expect(stdout).toMatch(/36 → 22/);
  });

  test("gives the whole explanation as JSON", async () => {
    const { stdout } = await jingjian(["explain", TEXT, "--json"]);
    const { sentences, facts } = JSON.parse(stdout);
    expect(sentences).toHaveLength(2);
    expect(Object.keys(sentences[0])).toEqual(
      expect.arrayContaining(["text", "tokens", "dates", "quantities", "nouns", "places", "claims", "misses"]),
    );
    expect(facts).toEqual([expect.objectContaining({ before: 36, after: 22 })]);
  });

  test("counts relative dates from --published", async () => {
    const args = ["explain", "河曲县去年精简党政机构14个。", "--json"];
    const [without, dated] = await Promise.all([jingjian(args), jingjian([...args, "--published", "2022-08-02"])]);
    expect(JSON.parse(without.stdout).sentences[0].dates).toEqual([
      expect.objectContaining({ text: "去年", iso: null }),
    ]);
    expect(JSON.parse(dated.stdout).sentences[0].dates).toEqual([
      expect.objectContaining({ text: "去年", iso: "2021" }),
    ]);
  });

  test("reads Traditional text", async () => {
    const { stdout } = await jingjian(["explain", "石樓縣黨政機構減少37.1%"]);
    expect(stdout).toMatch(/^石楼县 +agencies\.party_gov .*-37\.1 %/m);
  });
});
