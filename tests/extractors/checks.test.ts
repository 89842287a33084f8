import { describe, expect, test } from "@jest/globals";
import { documentIn, factsIn } from "../support/extract.ts";

const checksIn = (text: string) =>
  factsIn(text).flatMap(({ checks }) =>
    checks.map(({ check, ok, expected, found }) => ({ check, ok, expected, found })),
  );

describe("before and after against the change", () => {
  test.each<readonly [text: string, check: string, ok: boolean, expected: number, found: number]>([
    ["会昌县党政机构由41个精简为27个，减少14个。", "change", true, -14, -14],
    ["会昌县党政机构由41个精简为27个，减少16个。", "change", false, -14, -16],
    ["会昌县党政机构由40个精简为30个，精简率25%。", "percent", true, -25, -25],
    ["会昌县党政机构由40个精简为30个，精简率35%。", "percent", false, -25, -35],
    ["会昌县事业单位由210家整合为93家，精简率达55.7%。", "percent", true, -55.71428571, -55.7],
    ["会昌县在编人员由3000人增至3150人，增加150人。", "change", true, 150, 150],
  ])("%s", (text, check, ok, expected, found) => {
    expect(checksIn(text)).toEqual([{ check, ok, expected, found }]);
  });

  test.each(["会昌县党政机构由41个精简为27个。", "会昌县党政机构减少14个。", "会昌县现有党政机构27个。"])(
    "nothing to compare: %s",
    (text) => {
      expect(checksIn(text)).toEqual([]);
    },
  );
});

describe("parts against their whole", () => {
  test.each<readonly [text: string, ok: boolean, expected: number, found: number]>([
    ["会昌县有审批事项406项（其中行政许可188项、行政确认96项、行政奖励122项）。", true, 406, 406],
    ["会昌县有审批事项406项（其中行政许可188项、行政确认96项、行政奖励132项）。", false, 416, 406],
  ])("%s", (text, ok, expected, found) => {
    expect(checksIn(text)).toEqual([{ check: "sum", ok, expected, found }]);
  });

  test("a part alone is no sum", () => {
    expect(checksIn("会昌县有审批事项406项，其中行政许可188项。")).toEqual([]);
  });
});

test("each check names the numbers it compared, in the original text", () => {
  const text = "會昌縣黨政機構由41個精簡為27個，減少14個。";
  const { text: original } = documentIn(text);
  const [check] = factsIn(text).flatMap(({ checks }) => checks);
  expect(check?.spans.map(({ start, end }) => original.slice(start, end))).toEqual(["41個", "27個", "14個"]);
});

test("checks say nothing of the numbers' truth: a failed one stays on the record", () => {
  const [fact] = factsIn("会昌县党政机构由41个精简为27个，减少16个。");
  expect([fact?.before, fact?.after, fact?.change]).toEqual([41, 27, -16]);
});
