/** Our own sentences, and their bytes in the charsets that Node decodes but does not write. */
export const SIMPLIFIED =
  "河口县把三十四个党政机构精简为二十三个，事业单位由一百一十三家整合为六十一家，每年可以节约行政运行经费八百万元以上。";
export const TRADITIONAL =
  "河口縣把三十四個黨政機構精簡為二十三個，事業單位由一百一十三家整合為六十一家，每年可以節約行政運行經費八百萬元以上。";

/** Text in a two-byte charset, by turning its decoder round. ASCII stays. */
export function encoded(text: string, charset: "gb18030" | "big5"): Uint8Array {
  const table = tableOf(charset);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      if (character <= "\x7F") return [character.charCodeAt(0)];
      const pair = table.get(character);
      if (pair === undefined) throw new Error(`${character} is not in ${charset}`);
      return pair;
    }),
  );
}

const tables = new Map<string, Map<string, readonly [number, number]>>();

function tableOf(charset: string): Map<string, readonly [number, number]> {
  const known = tables.get(charset);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(charset);
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== "\u{FFFD}" && !table.has(character))
        table.set(character, [lead, trail]);
    }
  }
  tables.set(charset, table);
  return table;
}

export const GBK_ARTICLE = encoded(SIMPLIFIED, "gb18030");
export const BIG5_ARTICLE = encoded(TRADITIONAL, "big5");
