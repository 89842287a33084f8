/** Writers of numerals in every style, for tests that read them back. */
interface Style {
  readonly digits: string;
  /** 10, 100, 1000. */
  readonly small: string;
  /** 10^4, 10^8, 10^12. */
  readonly large: string;
}

const SIMPLIFIED: Style = { digits: "零一二三四五六七八九", small: "十百千", large: "万亿兆" };
const TRADITIONAL: Style = { digits: "零一二三四五六七八九", small: "十百千", large: "萬億兆" };
const FINANCIAL: Style = { digits: "零壹贰叁肆伍陆柒捌玖", small: "拾佰仟", large: "万亿兆" };
const FINANCIAL_TRADITIONAL: Style = { digits: "零壹貳參肆伍陸柒捌玖", small: "拾佰仟", large: "萬億兆" };

/** A section below 10,000, every digit with its unit and one 零 for each gap. */
function section(value: number, { digits, small }: Style): string {
  let out = "";
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      gap = out !== "";
      continue;
    }
    out += (gap ? digits[0] : "") + digits[digit]! + (power > 0 ? small[power - 1] : "");
    gap = false;
  }
  return out;
}

/** A whole number below 10^16 in Chinese. */
export function chinese(value: number, style: Style): string {
  if (value === 0) return style.digits[0]!;
  let out = "";
  for (let group = 3; group >= 0; group--) {
    const part = Math.floor(value / 10_000 ** group) % 10_000;
    if (part === 0) continue;
    const gap = out !== "" && (part < 1000 || Math.floor(value / 10_000 ** (group + 1)) % 10_000 === 0);
    out += (gap ? style.digits[0] : "") + section(part, style) + (group > 0 ? style.large[group - 1] : "");
  }
  return out;
}

const wide = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** Digits in groups of three. */
const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

/** 1万2345: Arabic sections with Chinese large units. */
function mixed(value: number): string {
  let out = "";
  for (let group = 3; group >= 0; group--) {
    const part = Math.floor(value / 10_000 ** group) % 10_000;
    if (part === 0) continue;
    const gap = out !== "" && part < 1000 ? "零" : "";
    out += gap + part + ["", "万", "亿", "兆"][group]!;
  }
  return out || "0";
}

export const WRITERS: Readonly<Record<string, (value: number) => string>> = {
  simplified: (value) => chinese(value, SIMPLIFIED),
  "simplified, short ten": (value) => chinese(value, SIMPLIFIED).replace(/^一十/, "十"),
  traditional: (value) => chinese(value, TRADITIONAL),
  financial: (value) => chinese(value, FINANCIAL),
  "financial, traditional": (value) => chinese(value, FINANCIAL_TRADITIONAL),
  arabic: String,
  grouped,
  mixed,
  "full-width": (value) => wide(String(value)),
  "full-width, grouped": (value) => wide(grouped(value)),
};
