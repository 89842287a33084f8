import { describe, expect, test } from "@jest/globals";
import { KNOWN_MISSES } from "../../bench/known-misses.ts";
import { linesIn } from "../support/extract.ts";

describe("known misses", () => {
  test.failing.each(KNOWN_MISSES)("%s (%s)", (text, _why, ...facts) => {
    expect(linesIn(text, {}, ["per", "period", "scope", "modality"])).toEqual(facts);
  });
});
