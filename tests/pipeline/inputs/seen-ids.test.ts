import { expect, test } from "@jest/globals";
import { SeenIds } from "../../../pipeline/inputs/seen-ids.ts";
import type { RawPage } from "../../../schemas/document.ts";

const page = (id: string, text: string, source: string, changes: Partial<RawPage> = {}): RawPage => ({
  source,
  id,
  form: "text",
  bytes: Buffer.from(text),
  ...changes,
});

test.each<[string, RawPage, string]>([
  ["the same id and content", page("a", "36个", "b.jsonl#9"), "same"],
  ["another id", page("b", "36个", "a.jsonl#7"), "new"],
  ["other content", page("a", "22个", "b.jsonl#9"), "b.jsonl#9 has the id a of a.jsonl#7"],
  ["another form", page("a", "36个", "b.md", { form: "markdown" }), "b.md has the id a of a.jsonl#7"],
  ["other statements", page("a", "36个", "c#1", { stated: { title: "县" } }), "c#1 has the id a of a.jsonl#7"],
])("after a.jsonl#7, %s", (_name, second, answer) => {
  const seen = new SeenIds();
  expect(seen.check(page("a", "36个", "a.jsonl#7"))).toBe("new");
  const found = seen.check(second);
  expect(typeof found === "string" ? found : found.problem).toContain(answer);
});

test.each(["notice.txt", "a#b.txt", "#3", "a#0", "a#12345678901", "甲#1\n#2"])(
  "names the first source: %s",
  (source) => {
    const seen = new SeenIds();
    seen.check(page("a", "36个", source));
    expect(seen.check(page("a", "22个", "later"))).toMatchObject({
      problem: `later has the id a of ${source}, with other content`,
    });
  },
);

test("remembers every one of many ids", () => {
  const seen = new SeenIds();
  const ids = Array.from({ length: 30_000 }, (_, i) => `d${i}`);
  expect(ids.filter((id) => seen.check(page(id, id, `all.jsonl#${id.slice(1)}1`)) !== "new")).toEqual([]);
  expect(ids.filter((id) => seen.check(page(id, id, "again")) !== "same")).toEqual([]);
  expect(seen.check(page("d29999", "other", "again"))).toMatchObject({
    problem: expect.stringContaining("of all.jsonl#299991,"),
  });
});
