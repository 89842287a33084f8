import { isArabic, isLatin } from "./character.ts";
import { currencyBefore } from "./measure.ts";

/** 300-500 is a range: only area codes and long second parts make a number of telephone. */
const PHONE =
  /(?:[（(]\d{2,4}[）)] ?|(?:0\d{2,3}|[48]00)[-－])\d{3,8}(?:[-－]\d{1,6})?(?!\d)(?: ?[转轉][机機]?\d{1,6})?|\d{3,4}[-－](?:\d{7,8}|\d{3,4}[-－]\d{3,4})(?!\d)|\d{4} \d{4}(?![\d,.])|1[3-9]\d{9}(?!\d)/y;
const TOKEN = /[A-Za-z][A-Za-z0-9_.-]*/y;
const ADDRESS = /:\/\/[^\s\u3000-\u9fff\uff00-\uffef]*|@[A-Za-z0-9.-]*|[（(]\d[\d-]*[）)]\d*/y;

/**
 * Where an identifier with digits (phone number, SF031, G312, FCR(2025-26)18, URL) that starts at `at` ends, or -1.
 * Each pattern is one run of characters, so that a scan over a text stays linear.
 */
export function endOfIdentifier(text: string, at: number): number {
  if (isArabic(text, at - 1) || isLatin(text, at - 1)) return -1;
  PHONE.lastIndex = at;
  if (PHONE.test(text)) return PHONE.lastIndex;
  return isLatin(text, at) ? endOfToken(text, at) : -1;
}

function endOfToken(text: string, at: number): number {
  TOKEN.lastIndex = at;
  if (!TOKEN.test(text)) return -1;
  const end = TOKEN.lastIndex;
  ADDRESS.lastIndex = end;
  if (ADDRESS.test(text)) return ADDRESS.lastIndex;
  let letters = at;
  while (isLatin(text, letters)) letters++;
  return letters === end || currencyBefore(text, letters, at) !== null ? letters : end;
}
