/** What development zones and their committees are called. Our own lists, 2026-11. */
export const ZONES_ORIGIN = {
  package: "none",
  version: "-",
  licence: "MIT",
  source: "our own reading of the zones' published names",
  date: "2026-11",
} as const;

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Kinds that name a zone right after the name of a place: 石河子|高新区. */
export const ZONE_KINDS = list(`
国家经济技术开发区 经济技术开发区 高新技术产业开发区 高新技术开发区 经济开发区 工业开发区 旅游开发区 综合保税区 保税区 保税港区 自由贸易试验区 自贸试验区 自贸区 出口加工区 边境经济合作区 跨境经济合作区 经济合作区
高新技术产业园区 工业园区 产业园区 科技园区 化工园区 物流园区 高新区 经开区 开发区 新区 合作示范区 旅游度假区 度假区 风景名胜区 风景区 循环经济园区 农业科技园区
`);

/** Kinds that do so only with their committee behind them. */
export const COMMITTEE_KINDS = list(
  "园区 工业园 产业园 示范区 试验区 保护区 景区 矿区 林区 库区 片区 港区 口岸 商务区 集聚区 功能区 合作区 基地 科学城 新城 新片区 科技城 高铁新城 示范园 先导区 生态城 商贸城",
);

/** Zones that no place's name stands before. */
export const NAMED_ZONES = list(`
雄安新区 两江新区 天府新区 西咸新区 贵安新区 兰州新区 舟山群岛新区 西海岸新区 金普新区 湘江新区 江北新区 福州新区 滇中新区 哈尔滨新区 长春新区 赣江新区 郑东新区 北京经济技术开发区 苏州工业园区 东湖高新区 中关村科技园区 张江高新区
前海合作区 横琴粤澳深度合作区 河套合作区 洋浦经济开发区
`);
