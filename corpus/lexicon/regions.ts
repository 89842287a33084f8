/**
 * Words that only one region's news uses, where it does not name itself. Origin: our own reading, 2026-11.
 */
export const REGION_SIGNS: readonly (readonly [signs: RegExp, code: string])[] = [
  [/澳门|本澳|行政公职局|治安警察局/, "820000"],
  [/港元|港府|特首|财政司|政务司|公务员事务局|康文署|房屋署|食环署|本港|全港/, "810000"],
];

/** News of Taiwan, whose 全国 and 中央 are its own. */
export const TAIWAN_SIGNS = /行政院|立法院|民国[\d一二三四五六七八九十百零〇]+年/;

/** Taiwan's central government goes by this name in its own news. */
export const TAIWAN_CENTRE = "行政院";

/** News of the provincial government that was wound up. */
export const TAIWAN_PROVINCE_SIGNS = /省政府|省府|精省/;
