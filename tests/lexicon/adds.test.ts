import { describe, expect, test } from "@jest/globals";
import { explanationIn, linesIn } from "../support/extract.ts";
import { linesWith, withLexicon } from "../support/lexicon.ts";

const WINDOWS = `
metrics:
  - { id: service.windows, unit: count, doc: windows, nouns: [办事窗口, 综合窗口, 窗口] }
`;

describe("a metric that is counted", () => {
  test.each<[string, ...string[]]>([
    ["河曲县办事窗口由48个整合为15个。", "河曲县 service.windows before=48 after=15 unit=count"],
    ["河曲县撤并办事窗口33个。", "河曲县 service.windows change=-33 unit=count"],
    ["河曲县政务大厅现有48个综合窗口。", "河曲县 service.windows value=48 unit=count"],
    ["河曲县拟新设窗口约5个。", "河曲县 service.windows change=5 unit=count bound=approx modality=planned"],
    ["河曲縣辦事窗口由48個整合為15個。", "河曲县 service.windows before=48 after=15 unit=count"],
    ["河曲县的窗口减少了三成多。", "河曲县 service.windows change_pct=-30 unit=count bound=gt"],
    ["河曲县干部在窗口站了2个小时。"],
  ])("%s", (text, ...facts) => {
    expect(linesWith(WINDOWS, text)).toEqual(facts);
  });

  test("is none without the lexicon", () => {
    expect(linesIn("河曲县办事窗口由48个整合为15个。")).toEqual([]);
  });

  test("is read in tables", () => {
    const table = "县\t办事窗口（个）\n河曲县\t15\n保德县\t18";
    expect(linesWith(WINDOWS, table)).toEqual([
      "河曲县 service.windows value=15 unit=count",
      "保德县 service.windows value=18 unit=count",
    ]);
  });

  test("keeps other metrics as they are", () => {
    const text = "河曲县36个党政机构精简为22个，行政编制减少75名。";
    expect(linesWith(WINDOWS, text)).toEqual(linesIn(text, {}, ["unit", "bound", "modality", "range"]));
  });
});

describe("metrics in other units", () => {
  const yaml = `
metrics:
  - { id: approval.days, unit: workday, doc: d, nouns: 办理时限 }
  - { id: approval.hours, unit: hour, doc: d, nouns: [等候时间] }
  - { id: grain.output, unit: t, doc: d, nouns: 粮食产量 }
  - { id: budget.halls, unit: money, doc: d, nouns: 大厅建设资金 }
  - { id: staff.window, unit: person, doc: d, nouns: 驻厅人员 }
  - { id: area.halls, unit: km2, doc: d, nouns: 园地 }
`;
  test.each([
    ["办理时限由20个工作日压缩为5个工作日", "河曲县 approval.days before=20 after=5 unit=workday"],
    ["办理时限压缩60%", "河曲县 approval.days change_pct=-60 unit=workday"],
    ["等候时间由3小时压缩到45分钟", "河曲县 approval.hours before=3 after=0.75 unit=hour"],
    ["粮食产量12.5万吨", "河曲县 grain.output value=125000 unit=t"],
    ["大厅建设资金压减120万元", "河曲县 budget.halls change=-1200000 unit=CNY"],
    ["驻厅人员由86名减少到50名", "河曲县 staff.window before=86 after=50 unit=person"],
    ["园地减少300公顷", "河曲县 area.halls change=-3 unit=km2"],
  ])("%s", (text, fact) => {
    expect(linesWith(yaml, `河曲县${text}。`)).toEqual([fact]);
  });

  test("months have no fixed number of days, and a day is not a working day", () => {
    expect(linesWith(yaml, "河曲县等候时间长达2个月。")).toEqual([]);
    expect(linesWith(yaml, "河曲县办理时限压缩为3天。")).toEqual([]);
  });

  test("the table's unit counts", () => {
    const table = "单位：万吨\n县\t粮食产量\n河曲县\t1.5";
    expect(linesWith(yaml, table)).toEqual(["河曲县 grain.output value=15000 unit=t"]);
  });
});

describe("classifiers and units", () => {
  const yaml = `
metrics:
  - { id: water.wells, unit: count, doc: d, nouns: 机井, classifiers: [眼, 口] }
  - { id: port.boxes, unit: count, doc: d, nouns: 吞吐量, classifiers: [标箱, 打] }
units:
  - { words: [垧, 大垧], base: km2, factor: 0.01 }
  - { words: 银元, base: CNY, factor: 200 }
  - { words: 对儿, base: count, factor: 2 }
`;
  test.each([
    ["机井由36眼减到20眼", "water.wells before=36 after=20 unit=count"],
    ["机井由36口减到20口", "water.wells before=36 after=20 unit=count"],
    ["吞吐量2万标箱", "port.boxes value=20000 unit=count"],
    ["总面积1200垧", "area.land value=12 unit=km2"],
    ["总面积三至五万垧", "area.land unit=km2 range=300,500"],
    ["公用经费减少30银元", "budget.public_expense change=-6000 unit=CNY"],
  ])("%s", (text, fact) => {
    expect(linesWith(yaml, `河曲县${text}。`)).toEqual([`河曲县 ${fact}`]);
  });

  test("a unit of a pair counts two", () => {
    const [quantity] = withLexicon(yaml, () => explanationIn("窗花12对儿。").sentences[0]!.quantities);
    expect(quantity).toMatchObject({ kind: "count", value: 24, classifier: "对儿" });
  });
});

describe("words", () => {
  const yaml = `${WINDOWS}
nouns:
  agencies.internal: [业务室]
  service.windows: [专窗]
notNouns: [窗口期]
verbs: { down: [缩短, 瘦减], up: 扩设, turn: [归整] }
modality: { planned: [图谋], required: [务须] }
bounds: { before: { approx: 粗计, ge: [起码也有] }, after: { approx: [开外] } }
`;
  test.each<[string, ...string[]]>([
    ["业务室由7个减为4个", "agencies.internal before=7 after=4 unit=count"],
    ["专窗减少4个", "service.windows change=-4 unit=count"],
    ["窗口期只剩3个"],
    ["窗口瘦减了4个", "service.windows change=-4 unit=count"],
    ["窗口由9个瘦减到5个", "service.windows before=9 after=5 unit=count"],
    ["扩设窗口4个", "service.windows change=4 unit=count"],
    ["窗口由9个归整为5个", "service.windows before=9 after=5 unit=count"],
    ["图谋新设窗口5个", "service.windows change=5 unit=count modality=planned"],
    ["窗口务须减到5个", "service.windows after=5 unit=count modality=required"],
    ["窗口粗计30个", "service.windows value=30 unit=count bound=approx"],
    ["窗口起码也有30个", "service.windows value=30 unit=count bound=ge"],
    ["窗口30个开外", "service.windows value=30 unit=count bound=approx"],
  ])("%s", (text, ...facts) => {
    expect(linesWith(yaml, `河曲县${text}。`)).toEqual(facts.map((fact) => `河曲县 ${fact}`));
  });

  test("words in Traditional characters are the same words", () => {
    const traditional = "nouns: { agencies.internal: [業務室] }";
    expect(linesWith(traditional, "河曲縣業務室由7個減為4個。")).toEqual([
      "河曲县 agencies.internal before=7 after=4 unit=count",
    ]);
  });

  test("the segmenter keeps them whole", () => {
    const words = withLexicon(yaml, () => explanationIn("河曲县业务室瘦减4个。").sentences[0]!.tokens);
    expect(words.map(({ text, tag }) => `${text}/${tag}`)).toEqual(expect.arrayContaining(["业务室/n", "瘦减/v"]));
    expect(words.map(({ start, end }) => end - start)).toEqual(words.map(({ text }) => text.length));
  });
});

describe("places and organisations", () => {
  const yaml = `
places:
  - { name: 赛图拉县, level: county, inside: 和田地区, code: 653299, aliases: 赛县 }
  - { name: 昆玉新市, level: county, inside: 新疆维吾尔自治区 }
  - { name: 河曲县, aliases: [黄河古县] }
  - { name: 安谷镇, level: township, inside: 河曲县, aliases: 安谷 }
organisations:
  - { name: 河曲县营商环境建设局, aliases: [河曲营商局] }
  - { name: 国务院, aliases: [国院] }
`;
  const WHO: readonly (readonly [string, string])[] = [
    ["赛图拉县", '{"name":"赛图拉县","code":"653299","level":"county"}'],
    ["赛图拉", '{"name":"赛图拉县","code":"653299","level":"county"}'],
    ["赛县", '{"name":"赛图拉县","code":"653299","level":"county"}'],
    ["和田地区赛图拉县", '{"name":"赛图拉县","code":"653299","level":"county"}'],
    ["昆玉新市", '{"name":"昆玉新市","code":null,"level":"county"}'],
    ["黄河古县", '{"name":"河曲县","code":"140930","level":"county"}'],
    ["安谷", '{"name":"安谷镇","code":null,"level":"township"}'],
    ["河曲营商局", '{"name":"河曲县营商环境建设局","code":null,"level":"organisation"}'],
    ["国院", '{"name":"国务院","code":null,"level":"organisation"}'],
  ];
  test.each(WHO)("%s is %s", (who, subject) => {
    const facts = withLexicon(yaml, () => explanationIn(`${who}内设机构由12个减为8个。`).facts);
    expect(facts.map((fact) => JSON.stringify(fact.subject))).toEqual([subject]);
  });
});
