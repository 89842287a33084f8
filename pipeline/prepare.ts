import type { RawPage, SimplifiedArticle } from "../schemas/document.ts";
import type { Settings } from "../schemas/settings.ts";
import { clean } from "./clean/index.ts";
import { convert } from "./convert.ts";
import { decode } from "./decode.ts";

/**
 * The first half of a document's way, for those who want the text only: decode → clean → convert.
 * It needs no segmenter, dictionary or gazetteer, and so starts fast.
 * @throws {JingjianError} when the page cannot be read or is past a budget
 */
export const prepare = (page: RawPage, settings: Settings): SimplifiedArticle =>
  convert(clean(decode(page, settings), settings), settings);
