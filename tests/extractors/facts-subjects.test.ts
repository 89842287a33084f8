import { describe, expect, test } from "@jest/globals";
import { factsIn, linesIn } from "../support/extract.ts";

describe("whose number it is", () => {
  test.each<readonly [text: string, title: string | undefined, ...facts: string[]]>([
    ["会昌县党政机构由41个精简为27个。", undefined, "会昌县 agencies.party_gov before=41 after=27"],
    ["党政机构由41个精简为27个。", "会昌县机构改革见成效", "会昌县 agencies.party_gov before=41 after=27"],
    ["会昌县启动改革。\n全县党政机构由41个精简为27个。", undefined, "会昌县 agencies.party_gov before=41 after=27"],
    ["会昌县启动改革。该县减少科级职数14个。", undefined, "会昌县 staff.posts.section change=-14"],
    ["我县减少科级职数14个。", "会昌县：轻装上阵", "会昌县 staff.posts.section change=-14"],
    ["全市减少科级职数140个。", "赣州市机构改革见成效", "赣州市 staff.posts.section change=-140"],
    ["江西省会昌县常住人口44.3万。", undefined, "会昌县 population.resident value=443000"],
    ["赣州市会昌县常住人口44.3万。", undefined, "会昌县 population.resident value=443000"],
    ["全国事业单位减少3.2万家。", undefined, "中华人民共和国 agencies.institution change=-32000"],
    ["江西省首批9个试点县启动改革。", undefined, "江西省 pilot.counties value=9"],
    ["会昌县委编办介绍，全县撤销事业单位46家。", undefined, "会昌县 agencies.institution change=-46"],
    ["会昌县筠门岭镇内设机构由12个整合为6个。", undefined, "筠门岭镇 agencies.township before=12 after=6"],
    ["香港公务员编制削减3000个。", undefined, "香港特别行政区 staff.quota.administrative change=-3000"],
  ])("%s", (text, title, ...facts) => {
    expect(linesIn(text, title === undefined ? {} : { title })).toEqual(facts);
  });
});

describe("more than one subject", () => {
  test.each<readonly [text: string, ...facts: string[]]>([
    [
      "会昌县党政机构由41个精简为27个。合并后的筠门岭镇，行政编制核定为43名，村由22个并成13个。",
      "会昌县 agencies.party_gov before=41 after=27",
      "筠门岭镇 staff.quota.administrative value=43",
      "筠门岭镇 division.village before=22 after=13",
    ],
    [
      "会昌县撤销事业单位46家，寻乌县撤销事业单位39家。",
      "会昌县 agencies.institution change=-46",
      "寻乌县 agencies.institution change=-39",
    ],
    [
      "会昌县党政机构由41个精简为27个。寻乌县党政机构由37个精简为25个。",
      "会昌县 agencies.party_gov before=41 after=27",
      "寻乌县 agencies.party_gov before=37 after=25",
    ],
    ["会昌县、寻乌县分别清退编外人员286人和139人。", "会昌县 staff.layoff value=286", "寻乌县 staff.layoff value=139"],
    [
      "会昌县和寻乌县各减少科级职数12个。",
      "会昌县 staff.posts.section change=-12",
      "寻乌县 staff.posts.section change=-12",
    ],
    [
      "会昌县与寻乌县同时改革。前者撤销事业单位46家，后者撤销事业单位39家。",
      "会昌县 agencies.institution change=-46",
      "寻乌县 agencies.institution change=-39",
    ],
    [
      "会昌县与寻乌县同时改革，两县党政机构分别精简为27个和25个。",
      "会昌县 agencies.party_gov after=27",
      "寻乌县 agencies.party_gov after=25",
    ],
    [
      "赣州市减少科级职数140个。其中，会昌县减少科级职数14个。",
      "赣州市 staff.posts.section change=-140",
      "会昌县 staff.posts.section change=-14",
    ],
  ])("%s", (text, ...facts) => {
    expect(linesIn(text)).toEqual(facts);
  });
});

describe("who a subject is", () => {
  test.each([
    ["会昌县", "360733", "county"],
    ["赣州市", "360700", "prefecture"],
    ["江西省", "360000", "province"],
    ["漾濞彝族自治县", "532922", "county"],
  ])("%s", (name, code, level) => {
    expect(factsIn(`${name}撤销事业单位46家。`).map(({ subject }) => subject)).toEqual([{ name, code, level }]);
  });

  test("a short name stands for the whole name", () => {
    const [fact] = factsIn("漾濞县党政机构减少14个。");
    expect(fact?.subject).toEqual({ name: "漾濞彝族自治县", code: "532922", level: "county" });
  });

  test("the nation", () => {
    const [fact] = factsIn("全国事业单位减少3.2万家。");
    expect(fact?.subject).toEqual({ name: "中华人民共和国", code: "100000", level: "nation" });
  });
});

describe("names that only the text explains", () => {
  test.each<readonly [text: string, ...facts: string[]]>([
    [
      "莫力达瓦达斡尔族自治旗与鄂伦春自治旗同步改革。莫旗事业单位减少14家，鄂旗事业单位减少9家。",
      "莫力达瓦达斡尔族自治旗 agencies.institution change=-14",
      "鄂伦春自治旗 agencies.institution change=-9",
    ],
    [
      "晋陕两省签下协作书。陕方减少行政编制46名，晋方减少行政编制34名。",
      "陕西省 staff.quota.administrative change=-46",
      "山西省 staff.quota.administrative change=-34",
    ],
    [
      "新疆生产建设兵团第一师阿拉尔市减少编制12名。兵团编办介绍，兵团减少编制310名。",
      "阿拉尔市 staff.quota change=-12",
      "新疆生产建设兵团 staff.quota change=-310",
    ],
    [
      "新疆生产建设兵团推进改革。一师减少编制12名，第八师减少编制9名。",
      "阿拉尔市 staff.quota change=-12",
      "石河子市 staff.quota change=-9",
    ],
    ["新疆生产建设兵团推进改革。第一师十团内设机构由11个减到5个。", "第一师十团 agencies.internal before=11 after=5"],
    [
      "阿拉尔经济技术开发区管委会启动改革。\n管委会内设机构由13个并作6个，园区行政成本下降12%。",
      "阿拉尔经济技术开发区管理委员会 agencies.internal before=13 after=6",
      "阿拉尔经济技术开发区管理委员会 budget.operating_cost change_pct=-12",
    ],
    [
      "嫩江西岸启动改革。会昌县减少行政编制46名。全县事业单位减少14家。",
      "会昌县 staff.quota.administrative change=-46",
      "会昌县 agencies.institution change=-14",
    ],
    ["水利部推进改革。会昌县随后跟进。部机关三公经费下降5.3%。", "水利部 budget.three_public change_pct=-5.3"],
    ["安远县撤并乡镇。欣山镇由欣山乡与车头乡合并而来，全镇减少编制12名。", "欣山镇 staff.quota change=-12"],
    [
      "鄂伦春自治旗推进改革，莫力达瓦达斡尔族自治旗跟进。鄂旗旗委表态，全旗减少编制12名。",
      "鄂伦春自治旗 staff.quota change=-12",
    ],
    [
      "宜川县把水务局、河道管理站等并到一起，内设机构14个缩成9个，精简行政编制6名。",
      "宜川县 agencies.internal before=14 after=9",
      "宜川县 staff.quota.administrative change=-6",
    ],
    ["会昌县是农业大县。大县减少编制46名。", "会昌县 staff.quota change=-46"],
  ])("%s", (text, ...facts) => expect(linesIn(text)).toEqual(facts));
});

describe("bodies of their own", () => {
  test.each<readonly [text: string, ...facts: string[]]>([
    [
      "会昌县推进改革。县教育局内设机构由12个减为7个，县市场监管局减少编制9名。",
      "会昌县教育局 agencies.internal before=12 after=7",
      "会昌县市场监管局 staff.quota change=-9",
    ],
    ["会昌县市场监管局透露，全县减少编制9名。", "会昌县 staff.quota change=-9"],
    ["会昌县推进改革。县委编办核销编制9名。", "会昌县 staff.quota change=-9"],
    [
      "国家税务总局兰州市税务局内设机构由28个减为21个。",
      "国家税务总局兰州市税务局 agencies.internal before=28 after=21",
    ],
    [
      "临汾市人民医院核定编制1200名，该院编外人员减少30人。",
      "临汾市人民医院 staff.quota value=1200",
      "临汾市人民医院 staff.contract change=-30",
    ],
    ["华北电力大学编制3200名。", "华北电力大学 staff.quota value=3200"],
    ["会昌县与寻乌县签约，双方各减少编制12名。", "会昌县 staff.quota change=-12", "寻乌县 staff.quota change=-12"],
    ["水利部黄河水利委员会减少编制57名。", "水利部黄河水利委员会 staff.quota change=-57"],
    ["会昌县推进改革。县中医院核定编制210名。", "会昌县中医院 staff.quota value=210"],
    ["会昌县教育局介绍，全县中小学编制减少12名。", "会昌县 staff.quota change=-12"],
    ["教育部减少会议12次。", "教育部 paperwork.meetings change=-12"],
  ])("%s", (text, ...facts) => expect(linesIn(text)).toEqual(facts));
});

describe("foreign governments", () => {
  test.each<readonly [text: string, ...facts: string[]]>([
    [
      "据美媒报道，卫生与公众服务部将解雇雇员3200名。该部雇员总数由8.1万人降至7.7万人。",
      "美国卫生与公众服务部 staff.layoff value=3200",
      "美国卫生与公众服务部 staff.headcount before=81000 after=77000",
    ],
    ["美国政府继续裁员。国防部将裁员5400人。", "美国国防部 staff.layoff value=5400"],
    ["渥太华宣布，联邦政府公务员减少9800人。", "加拿大 staff.headcount change=-9800"],
    [
      "日本总务省编制减少5%。大阪府职员减少200人。",
      "日本总务省 staff.quota change_pct=-5",
      "大阪府 staff.quota change=-200",
    ],
    ["美国多地裁员。德州政府裁员300人。", "得克萨斯州 staff.layoff value=300"],
    ["德州市启动改革，德州裁减编外人员300人。", "德州市 staff.layoff value=300"],
    ["马里兰州裁员的寒意未散，联邦政府裁员800人。", "美国 staff.layoff value=800"],
    ["国防部今年减少会议12次。", "国防部 paperwork.meetings change=-12"],
    ["退伍军人事务部裁员8万人。", "退伍军人事务部 staff.layoff value=80000"],
    ["特朗普政府裁员潮波及加州，加州政府裁员300人。", "加利福尼亚州 staff.layoff value=300"],
    [
      "国家税务总局推进改革，中国学习美国经验。机关内设机构由28个减为21个。",
      "国家税务总局 agencies.internal before=28 after=21",
    ],
    [
      "据英媒报道，内阁办公室裁员2100人，财政部裁员320人。",
      "英国内阁办公室 staff.layoff value=2100",
      "英国财政部 staff.layoff value=320",
    ],
    ["会昌县学习新加坡经验，全县减少科级职数14个。", "会昌县 staff.posts.section change=-14"],
  ])("%s", (text, ...facts) => expect(linesIn(text)).toEqual(facts));
});
