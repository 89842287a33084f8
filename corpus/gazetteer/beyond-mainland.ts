/**
 * The nation, and the divisions that the mainland's list leaves out. Codes are GB/T 2260; it assigns none below the
 * province to Hong Kong, Macau and Taiwan that all publishers agree on, so those rows carry a dash.
 * Each row: code or dash, level, official full name, code of the parent.
 */
export const BEYOND_ORIGIN = {
  package: "none",
  version: "-",
  licence: "MIT",
  source: "our own list: GB/T 2260 for the codes, the places' own governments for the names",
  date: "2026-11",
} as const;

export const BEYOND_MAINLAND = `
100000 nation 中华人民共和国
710000 province 台湾省 100000
810000 province 香港特别行政区 100000
820000 province 澳门特别行政区 100000
- county 中西区 810000
- county 湾仔区 810000
- county 东区 810000
- county 南区 810000
- county 油尖旺区 810000
- county 深水埗区 810000
- county 九龙城区 810000
- county 黄大仙区 810000
- county 观塘区 810000
- county 葵青区 810000
- county 荃湾区 810000
- county 屯门区 810000
- county 元朗区 810000
- county 北区 810000
- county 大埔区 810000
- county 沙田区 810000
- county 西贡区 810000
- county 离岛区 810000
- prefecture 台北市 710000
- prefecture 新北市 710000
- prefecture 桃园市 710000
- prefecture 台中市 710000
- prefecture 台南市 710000
- prefecture 高雄市 710000
- prefecture 基隆市 710000
- prefecture 新竹市 710000
- prefecture 嘉义市 710000
- county 新竹县 710000
- county 苗栗县 710000
- county 彰化县 710000
- county 南投县 710000
- county 云林县 710000
- county 嘉义县 710000
- county 屏东县 710000
- county 宜兰县 710000
- county 花莲县 710000
- county 台东县 710000
- county 澎湖县 710000
- county 金门县 710000
- county 连江县 710000
`;
