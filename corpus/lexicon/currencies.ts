/** Currencies: ISO 4217 code, names after the number, names before it, symbols. Origin: our own list, 2026-11. */
export interface CurrencyRow {
  readonly code: string;
  /** Written after the number, Simplified. */
  readonly names: string;
  /** Symbols before the number. */
  readonly symbols?: string;
  /** Hundredth of the unit, and its tenth. */
  readonly cents?: string;
}

export const CURRENCIES: readonly CurrencyRow[] = [
  { code: "CNY", names: "元人民币 人民币元 人民币 元 圆 块钱 块 RMB CNY", symbols: "￥ ¥ RMB CNY CN¥" },
  { code: "TWD", names: "新台币元 新台币 台币 元新台币 元台币 TWD", symbols: "NT$ TWD NTD" },
  { code: "HKD", names: "港元 港币 港圆 元港币 元港元 港纸 HKD", symbols: "HK$ HKD", cents: "港仙" },
  { code: "MOP", names: "澳门元 澳门币 葡币 元澳门币 MOP", symbols: "MOP$ MOP" },
  { code: "USD", names: "美元 美金 美圆 元美元 元美金 美刀 USD", symbols: "US$ USD $", cents: "美分" },
  { code: "EUR", names: "欧元 元欧元 EUR", symbols: "€ EUR", cents: "欧分" },
  { code: "JPY", names: "日元 日圆 日币 元日元 円 JPY", symbols: "JP¥ JPY" },
  { code: "GBP", names: "英镑 镑 GBP", symbols: "£ GBP", cents: "便士" },
  { code: "KRW", names: "韩元 韩圆 韩币 KRW", symbols: "₩ KRW" },
  { code: "AUD", names: "澳元 澳大利亚元 澳币 AUD", symbols: "A$ AUD" },
  { code: "CAD", names: "加元 加拿大元 加币 CAD", symbols: "C$ CAD" },
  { code: "NZD", names: "新西兰元 纽元 纽币", symbols: "NZ$ NZD" },
  { code: "SGD", names: "新加坡元 新元 新币 坡币 SGD", symbols: "S$ SGD" },
  { code: "CHF", names: "瑞士法郎 瑞郎 CHF", symbols: "CHF" },
  { code: "RUB", names: "俄罗斯卢布 卢布", symbols: "₽ RUB" },
  { code: "INR", names: "印度卢比 印度卢布 卢比", symbols: "₹ INR" },
  { code: "THB", names: "泰铢", symbols: "฿ THB" },
  { code: "VND", names: "越南盾", symbols: "₫ VND" },
  { code: "IDR", names: "印尼盾 印尼卢比", symbols: "IDR" },
  { code: "MYR", names: "林吉特 马币 令吉", symbols: "MYR" },
  { code: "PHP", names: "菲律宾比索", symbols: "₱ PHP" },
  { code: "KPW", names: "朝鲜元", symbols: "KPW" },
  { code: "BRL", names: "雷亚尔 巴西雷亚尔", symbols: "R$ BRL" },
  { code: "TRY", names: "土耳其里拉 里拉", symbols: "₺ TRY" },
  { code: "SEK", names: "瑞典克朗", symbols: "SEK" },
  { code: "NOK", names: "挪威克朗", symbols: "NOK" },
  { code: "DKK", names: "丹麦克朗", symbols: "DKK" },
  { code: "SAR", names: "沙特里亚尔", symbols: "SAR" },
  { code: "AED", names: "迪拉姆", symbols: "AED" },
  { code: "KWD", names: "科威特第纳尔", symbols: "KWD" },
  { code: "IQD", names: "伊拉克第纳尔", symbols: "IQD" },
  { code: "ILS", names: "谢克尔 新谢克尔", symbols: "₪ ILS" },
  { code: "EGP", names: "埃及镑 埃镑", symbols: "EGP" },
  { code: "PKR", names: "巴基斯坦卢比", symbols: "PKR" },
  { code: "LKR", names: "斯里兰卡卢比", symbols: "LKR" },
  { code: "MMK", names: "缅元 缅币", symbols: "MMK" },
  { code: "KHR", names: "瑞尔 柬埔寨瑞尔", symbols: "KHR" },
  { code: "LAK", names: "基普 老挝基普", symbols: "LAK" },
  { code: "MNT", names: "图格里克", symbols: "MNT" },
  { code: "KZT", names: "坚戈", symbols: "KZT" },
  { code: "UAH", names: "格里夫纳", symbols: "UAH" },
  { code: "PLN", names: "兹罗提", symbols: "PLN" },
  { code: "CZK", names: "捷克克朗", symbols: "CZK" },
  { code: "HUF", names: "福林", symbols: "HUF" },
  { code: "MXN", names: "墨西哥比索", symbols: "MXN" },
  { code: "ARS", names: "阿根廷比索", symbols: "ARS" },
  { code: "ZAR", names: "南非兰特 兰特", symbols: "ZAR" },
];

/** Names that may also stand before the number: 人民币50元, 新台币 177.1 亿元. */
export const LEADING_CURRENCIES: Readonly<Record<string, string>> = {
  人民币: "CNY",
  新台币: "TWD",
  台币: "TWD",
  港币: "HKD",
  港元: "HKD",
  澳门币: "MOP",
  澳门元: "MOP",
  葡币: "MOP",
  美金: "USD",
  美元: "USD",
  欧元: "EUR",
  日元: "JPY",
  日圆: "JPY",
  韩元: "KRW",
  澳元: "AUD",
  加元: "CAD",
  英镑: "GBP",
};

/** Tenths and hundredths of 元 in the order of size. */
export const TENTHS = "角 毛 毫子 角钱 毛钱";
export const HUNDREDTHS = "分 分钱";

/** Words that begin like a currency and are none: 3元素, 十块石头 is a matter of context. */
export const NO_CURRENCIES =
  "元素 元旦 元宵 元月 元老 元首 元帅 圆满 圆桌 元件 元代 元朝 元气 毛病 毛利 毛巾 毛泽东 角度 角落 角色 角逐 新元素 块头";
