import { describe, expect, test } from "@jest/globals";
import { GENERIC_NAMES } from "../../corpus/gazetteer/aliases.ts";
import {
  allDivisions,
  certainPlaces,
  chainsOf,
  type Division,
  extractTownships,
  findPlaces,
  parentOf,
  resolvePlace,
} from "../../extractors/places/index.ts";
import { findOrganisations } from "../../extractors/places/organisations.ts";
import { shortForms } from "../../extractors/places/short-forms.ts";

const today = allDivisions().filter(({ former, level }) => !former && level !== "nation");

/** Names of what a document's mentions mean, in order, unsettled ones left out. */
function resolved(text: string): string[] {
  const mentions = findPlaces(text);
  const context = certainPlaces(mentions);
  return mentions.flatMap((mention) => resolvePlace(mention, context)?.name ?? []);
}

const provinceOf = (division: Division): Division => {
  let one = division;
  for (let up = parentOf(one); up && up.level !== "nation"; up = parentOf(one)) one = up;
  return one;
};

/** The last mention's division in a text that names one place and its province. */
function lastId(text: string): string | undefined {
  const mentions = findPlaces(text);
  const last = mentions.at(-1);
  return last && resolvePlace(last, certainPlaces(mentions))?.id;
}

/** Districts of cities of one province may share a name (鼓楼区): the prefecture settles those. */
const uniqueInProvince = (division: Division): boolean =>
  today.filter(({ name, id }) => name === division.name && provinceOf(divisionAt(id)).id === provinceOf(division).id)
    .length === 1;
const byId = new Map(today.map((division) => [division.id, division]));
const divisionAt = (id: string): Division => byId.get(id)!;

describe("every division", () => {
  const below = today.filter(({ level }) => level !== "province");

  test("is found by its full name after its province's, plain words like 城区 apart", () => {
    const missed = below
      .filter((one) => uniqueInProvince(one) && !GENERIC_NAMES.has(one.name))
      .filter((one) => lastId(`记者从${provinceOf(one).name}获悉，今年以来，${one.name}精简党政机构12个。`) !== one.id);
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  test.each([
    "记者从#获悉",
    "以#为例",
    "省委书记到#调研",
    "据#委编办",
    "2024年，#精简",
    "把#列为",
    "经#人民政府同意",
    "“#模式”",
  ])("is found in %s, where the document names what holds it", (template) => {
    const missed = below
      .filter((one) => !GENERIC_NAMES.has(one.name))
      .filter((one) => {
        const place = resolved(`${parentOf(one)!.name}。${template.replace("#", one.name)}`).at(-1);
        return place !== one.name;
      });
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  test("is found in a chain after what holds it", () => {
    const missed = below.filter((one) => lastId(`记者在${parentOf(one)!.name}${one.name}采访时了解到`) !== one.id);
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  test("is found by its short forms", () => {
    const rows = below.flatMap((one) => shortForms(one.name).short.map((form) => [one, form] as const));
    const missed = rows.filter(([one, form]) => lastId(`${parentOf(one)!.name}：昨日，${form}召开会议`) !== one.id);
    expect(rows.length).toBeGreaterThan(170);
    expect(missed.map(([, form]) => form)).toEqual([]);
  });
});

describe("short forms", () => {
  test.each([
    ["漾濞彝族自治县", ["漾濞县"], "漾濞"],
    ["积石山保安族东乡族撒拉族自治县", ["积石山县"], "积石山"],
    ["东乡族自治县", ["东乡县"], "东乡"],
    ["鄂伦春自治旗", ["鄂伦春旗"], "鄂伦春"],
    ["昌吉回族自治州", ["昌吉州"], "昌吉"],
    ["巴音郭楞蒙古自治州", ["巴音郭楞州"], "巴音郭楞"],
    ["科尔沁左翼中旗", ["科左中旗"], null],
    ["土默特左旗", ["土左旗"], null],
    ["额济纳旗", [], "额济纳"],
    ["神农架林区", [], "神农架"],
    ["蒲县", [], null],
    ["广西壮族自治区", [], "广西"],
    ["香港特别行政区", [], "香港"],
  ])("%s: %j, %s", (name, short, bare) => expect(shortForms(name)).toEqual({ short, bare }));
});

describe("places in sentences", () => {
  test.each([
    ["忻州市河曲县、临汾市浮山县正式启动试点", ["忻州市", "河曲县", "临汾市", "浮山县"]],
    ["山西省委编办调研浮山县", ["山西省", "浮山县"]],
    ["海西州天峻县内设机构减少四分之一", ["海西蒙古族藏族自治州", "天峻县"]],
    ["8个（浮山县、蒲县、隰县、吉县、古县、安泽县）", ["浮山县", "蒲县", "隰县", "吉县", "古县", "安泽县"]],
    ["长沙市区常住人口", ["长沙市"]],
    ["济南市中区与山东省济南市市中区", ["济南市", "市中区", "山东省", "济南市", "市中区"]],
    ["乐山市市中区", ["乐山市", "市中区"]],
    ["北京市朝阳区与辽宁省朝阳市朝阳县", ["北京市", "朝阳区", "辽宁省", "朝阳市", "朝阳县"]],
    ["安徽省马鞍山市和县", ["安徽省", "马鞍山市", "和县"]],
    ["吉林市场监管", ["吉林省"]],
    ["佛坪县委。佛坪的经验", ["佛坪县", "佛坪县"]],
    ["临夏回族自治州积石山县", ["临夏回族自治州", "积石山保安族东乡族撒拉族自治县"]],
    ["港府曾冻结招聘，香港特区政府", ["香港特别行政区", "香港特别行政区"]],
    ["香港今年紧缩，特区政府财赤严重", ["香港特别行政区", "香港特别行政区"]],
    ["特区政府财赤严重", []],
    ["四川江油、广州南沙，湖北公安机关", ["四川省", "江油市", "广州市", "南沙区", "湖北省"]],
    ["其中江南大部，难以适应城市生活", []],
    ["防城港市辖港口区、防城区等", ["防城港市", "港口区", "防城区"]],
    ["晋城市城区与阳泉市矿区", ["晋城市", "城区", "阳泉市", "矿区"]],
    ["大同市主城区改造，城区面貌一新", ["大同市"]],
    ["费县、兴县、古县", ["费县", "兴县", "古县"]],
    ["科技兴县，千年古县，产业富县", []],
    ["吉林、黑龙江两省，西安等地", ["吉林省", "黑龙江省", "西安市"]],
    ["兴县富民、富县强镇", []],
    ["甘肃合作市撤销事业单位58家", ["甘肃省", "合作市"]],
    ["2012年，江西省上饶县撤并乡镇", ["江西省", "上饶县"]],
    ["台湾彰化县与云林县", ["台湾省", "彰化县", "云林县"]],
  ])("%s", (text, names) => expect(resolved(text)).toEqual(names));

  test.each([
    "要建设示范县、试点县，提高县级财力",
    "市和县两级、省和县都要振兴县域经济",
    "相应县（市、区）名单县、信息县",
    "主城区和城区、郊区、矿区、山区",
    "通过互助合作，建设和平安定、富裕文明的社会",
    "马里兰州与密苏里州、内华达州、佛罗里达州的人员",
    "下萨克森州、昆士兰州、北海道、费尔法克斯县、贝克斯县",
    "延长治理期限，确保定期公布，公平和效率兼顾",
    "嫩江西岸与嫩江流域、嫩江大桥、澜沧江两岸",
    "在黄河北岸第24号控导工程旁，长江西岸",
    "民政和人力资源部门、人力资源科",
    "全市、全县、全区，县市区，城市区域",
    "建成都市圈，做大做强",
    "院子里有一棵老樟树，比如这样",
    "会同有关部门，依法公安机关",
    "",
    "县",
  ])("none in %j", (text) => expect(resolved(text)).toEqual([]));

  test("risky names count where the document names the place in full", () => {
    expect(resolved("合作的干部说，甘南藏族自治州合作市今年减少会议")[0]).toBe("合作市");
    expect(resolved("两当推行大部制。甘肃省两当县地处秦岭南麓")[0]).toBe("两当县");
  });

  test("a shared name stays open without evidence and is settled by a neighbour", () => {
    expect(resolved("鼓楼区今年减少会议")).toEqual([]);
    expect(resolved("鼓楼区、玄武区、秦淮区今年减少会议")).toEqual(["鼓楼区", "玄武区", "秦淮区"]);
  });

  test("chains run from the province to the county", () => {
    const chains = chainsOf(findPlaces("山西省忻州市河曲县与甘肃两当县"));
    expect(chains.map((chain) => chain.map(({ text }) => text))).toEqual([
      ["山西省", "忻州市", "河曲县"],
      ["甘肃", "两当县"],
    ]);
  });

  test("spans are in order, apart, and what they say", () => {
    const text = "山西省忻州市河曲县、长沙市区、朝阳县与浮山、😀漾濞县".repeat(50);
    const mentions = findPlaces(text);
    expect(mentions.every(({ start, end, text: own }) => text.slice(start, end) === own)).toBe(true);
    expect(mentions.every(({ start }, index) => start >= (mentions[index - 1]?.end ?? 0))).toBe(true);
  });
});

describe("townships", () => {
  test.each([
    ["图为茶林镇便民服务中心", ["茶林镇"]],
    ["3月18日，大河坝镇党委副书记刘某说", ["大河坝镇"]],
    ["佛坪县大河坝镇、漾濞县漾江镇", ["大河坝镇", "漾江镇"]],
    ["在云屏镇，干了21年", ["云屏镇"]],
    ["达来呼布镇离最远的嘎查", ["达来呼布镇"]],
    ["从县城到最远的独龙江乡有90多公里", ["独龙江乡"]],
    ["新大厅位于城关镇北门街66号", ["城关镇"]],
    ["富川县柳家瑶族乡", ["柳家瑶族乡"]],
    ["石马河街道办事处", ["石马河街道"]],
    ["各乡镇党委、政府，全镇、各镇、每个乡镇、两镇", []],
    ["辖6个镇、1个街道，2镇7乡", []],
    ["城乡建设，乡镇机构，县城乡建设局", []],
    ["各位老乡，返乡，特色小镇，中心集镇，建制镇，驻地镇", []],
    ["推进乡级行政区划调整，减镇并村", []],
    ["苏木镇六十八名", []],
  ])("%s", (text, names) => expect(extractTownships(text).map(({ name }) => name)).toEqual(names));
});

describe("organisations", () => {
  test.each([
    ["湖北省供销合作总社也把机关处室并为10个", ["湖北省供销合作总社"]],
    ["财政部数据显示", ["财政部"]],
    ["行政院人事行政总处今日说明，立法院排审", ["行政院人事行政总处", "立法院"]],
    ["国务院办公厅与国家税务总局", ["国务院办公厅", "国家税务总局"]],
    ["其中房屋署占近半", ["房屋署"]],
    ["其中卫生局拟增聘五百四十四人，文化局则为一百八十四人", ["卫生局", "文化局"]],
    ["美国联邦政府裁员，美国国际开发署关闭", ["美国联邦政府", "美国国际开发署"]],
    ["英国政府与日本政府", ["英国政府", "日本政府"]],
    ["县民政和人力资源社会保障局、县城乡建设和交通运输局", ["县民政和人力资源社会保障局", "县城乡建设和交通运输局"]],
    ["浮山县农业农村和水利局", ["浮山县农业农村和水利局"]],
    ["临汾市统计局公布", ["临汾市统计局"]],
    ["河南大学与格力电器股份有限公司", ["河南大学", "格力电器股份有限公司"]],
    ["随后确认收购广汽丰田公司，中国半导体行业协会表示", ["广汽丰田公司", "中国半导体行业协会"]],
    ["阿富汗南部与美国总部，参加纳税", ["阿富汗", "美国"]],
    ["美国卫生与公众服务部、退伍军人事务部", ["美国卫生与公众服务部", "退伍军人事务部"]],
    ["日本总务省与韩国企划财政部", ["日本总务省", "韩国企划财政部"]],
    ["弗吉尼亚州费尔法克斯县与得州教育局", ["费尔法克斯县", "得克萨斯州教育局"]],
    ["大阪府知事、加州政府", ["大阪府", "加利福尼亚州"]],
    ["今日本县、增加州级、新能源部门", []],
    ["德清县发改局、省发改委、呼和浩特铁路局", ["德清县发改局", "省发改委", "呼和浩特铁路局"]],
    ["石河子高新区管委会与阿拉尔经济技术开发区", ["石河子高新区管理委员会", "阿拉尔经济技术开发区"]],
    ["雄安新区、贵安新区管委会", ["雄安新区", "贵安新区管理委员会"]],
    ["松山湖高新区管委会，国家级高新区、各类开发区管委会，省级经济开发区", ["松山湖高新区管理委员会"]],
    ["由后勤服务公司统一管理，上市公司、国有企业", []],
    ["肃北蒙古族自治县", []],
    ["各部门、事业单位和管理机构", []],
  ])("%s", (text, names) => expect(findOrganisations(text).map(({ name }) => name)).toEqual(names));

  test.each([
    ["英国政府", "nation", "country", false],
    ["县财政局", "organisation", "office", true],
    ["审计署", "organisation", "listed", false],
  ])("%s is %s, %s, local: %s", (text, level, kind, local) =>
    expect(findOrganisations(text)[0]).toMatchObject({ level, kind, local }),
  );
});
