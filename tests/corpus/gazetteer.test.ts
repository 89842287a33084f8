import { describe, expect, test } from "@jest/globals";
import { ALIASES, ALIASES_ORIGIN, ETHNIC_GROUPS, PROVINCE_ABBREVIATIONS } from "../../corpus/gazetteer/aliases.ts";
import { BEYOND_ORIGIN } from "../../corpus/gazetteer/beyond-mainland.ts";
import { COMMON_WORDS, COMMON_WORDS_ORIGIN } from "../../corpus/gazetteer/common-words.ts";
import { DIVISIONS, DIVISIONS_ORIGIN } from "../../corpus/gazetteer/divisions.ts";
import { FORMER_ORIGIN } from "../../corpus/gazetteer/former.ts";
import * as organisations from "../../corpus/gazetteer/organisations.ts";
import { allDivisions, childrenOf, divisionOf, isWithin, nation, parentOf } from "../../extractors/places/index.ts";

const today = allDivisions().filter(({ former }) => !former);
const former = allDivisions().filter((division) => division.former);
const at = (level: string) => today.filter((division) => division.level === level);

describe("origin", () => {
  test.each([
    ["divisions", DIVISIONS_ORIGIN],
    ["former", FORMER_ORIGIN],
    ["beyond the mainland", BEYOND_ORIGIN],
    ["aliases", ALIASES_ORIGIN],
    ["common words", COMMON_WORDS_ORIGIN],
    ["organisations", organisations.ORGANISATIONS_ORIGIN],
  ])("%s state package, version, licence, source and date", (_, origin) => {
    expect(Object.values(origin).every((value) => value.length > 0)).toBe(true);
    expect(origin.date).toMatch(/^\d{4}-\d{2}$/);
    expect(origin.licence).toBe("MIT");
  });
});

describe("divisions", () => {
  test("are as many as the country has", () => {
    expect(at("nation")).toHaveLength(1);
    expect(at("province")).toHaveLength(34);
    const mainland = (level: string) => at(level).filter(({ code }) => code !== null);
    expect(mainland("prefecture")).toHaveLength(333);
    expect(mainland("county")).toHaveLength(2846);
  });

  test("beyond the mainland: 18 districts, 9 cities and 13 counties", () => {
    expect(childrenOf(divisionOf("810000")!)).toHaveLength(18);
    expect(childrenOf(divisionOf("710000")!).filter(({ level }) => level === "prefecture")).toHaveLength(9);
    expect(childrenOf(divisionOf("710000")!).filter(({ level }) => level === "county")).toHaveLength(13);
  });

  test("have unique ids and codes of six digits", () => {
    expect(new Set(today.map(({ id }) => id)).size).toBe(today.length);
    expect(today.filter(({ code }) => code !== null && !/^[1-8]\d{5}$/.test(code))).toEqual([]);
  });

  test("share a name with no sibling", () => {
    const names = today.map(({ parent, name }) => `${parent} ${name}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test("end with their kind and are written in Han characters", () => {
    expect(today.filter(({ name }) => !/^\p{Script=Han}{2,}$/u.test(name))).toEqual([]);
    expect(at("county").filter(({ name }) => !/[县市区旗]$/.test(name))).toEqual([]);
    expect(at("prefecture").filter(({ name }) => !/[市州盟]$|地区$/.test(name))).toEqual([]);
  });

  test("lead up to the nation", () => {
    expect(today.filter((one) => one !== nation() && !isWithin(one, nation()))).toEqual([]);
  });

  test.each([
    ["140930", "河曲县", ["忻州市", "山西省", "中华人民共和国"]],
    ["532922", "漾濞彝族自治县", ["大理白族自治州", "云南省", "中华人民共和国"]],
    ["429021", "神农架林区", ["湖北省", "中华人民共和国"]],
    ["310115", "浦东新区", ["上海市", "中华人民共和国"]],
    ["810000", "香港特别行政区", ["中华人民共和国"]],
  ])("%s is %s within %j", (code, name, above) => {
    const division = divisionOf(code)!;
    const up: string[] = [];
    for (let one = parentOf(division); one; one = parentOf(one)) up.push(one.name);
    expect([division.name, up]).toEqual([name, above]);
  });

  test("the table is compact", () => expect(DIVISIONS.length).toBeLessThan(60_000));
});

describe("former divisions", () => {
  test("have successors that stand today, and other names than today's of the same code", () => {
    expect(former.filter((one) => one.former?.successor && !divisionOf(one.former.successor))).toEqual([]);
    expect(former.filter((one) => one.code !== null && divisionOf(one.code)?.name === one.name)).toEqual([]);
  });

  test.each([
    ["上饶县", "361121", "广信区"],
    ["崇明县", "310230", "崇明区"],
    ["襄樊市", "420600", "襄阳市"],
    ["遵义县", "520321", "播州区"],
    ["毕节地区", "522400", "毕节市"],
    ["莱芜市", "371200", "莱芜区"],
    ["米林县", "540422", "米林市"],
    ["蓟县", "120225", "蓟州区"],
    ["黔西县", "520522", "黔西市"],
  ])("%s (%s) became %s", (name, code, successor) => {
    const found = former.find((one) => one.name === name && one.code === code);
    expect(divisionOf(found?.former?.successor ?? "")?.name).toBe(successor);
  });
});

describe("aliases", () => {
  test("each stands for a division and is no official name", () => {
    const names = new Set(today.map(({ name }) => name));
    expect(ALIASES.filter(([, official]) => !names.has(official))).toEqual([]);
    expect(ALIASES.filter(([alias]) => names.has(alias))).toEqual([]);
  });

  test("abbreviations cover the provinces", () => {
    const covered = new Set(Object.values(PROVINCE_ABBREVIATIONS));
    expect(at("province").filter(({ id }) => !covered.has(id))).toEqual([]);
  });

  test("no group's name hides a longer one behind it", () => {
    const hidden = ETHNIC_GROUPS.filter((name, index) =>
      ETHNIC_GROUPS.slice(0, index).some((other) => name.endsWith(other)),
    );
    expect(hidden).toEqual([]);
  });
});

describe("words and organisations", () => {
  test("common words are pairs of Han characters, once each", () => {
    const words = COMMON_WORDS.trim().split("\n").join("").match(/../gu) ?? [];
    expect(words.filter((word) => !/^\p{Script=Han}{2}$/u.test(word))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });

  test.each(Object.entries(organisations).filter(([, value]) => Array.isArray(value)) as [string, readonly string[]][])(
    "%s are simplified names without stray marks",
    (_, names) => expect(names.filter((name) => !/^\p{Script=Han}+$/u.test(name))).toEqual([]),
  );
});
