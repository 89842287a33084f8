/** What HTML elements mean to a reader (HTML Living Standard, content categories and rendering; 2026-11). */
const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

export const VOID = words(
  "area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr",
);

/** Elements that start a line of their own. */
export const BLOCKS = words(
  "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody " +
    "td tfoot th thead tr ul caption",
);

/** Elements whose text is no reading matter: code, controls, and what players show where they cannot play. */
export const UNREAD = words(
  "script style noscript template svg math iframe object canvas video audio select option optgroup datalist textarea " +
    "button applet map noembed noframes title",
);

/** Elements that may hold markup for a script to place elsewhere. */
export const STASHES = words("template textarea noscript");

/** They say that the input is a page; nothing is gained from their nesting. */
export const IGNORED = words("html head body");

/** Close tags of other elements never reach over a cell of these. */
export const BARRIERS = words("td th tr tbody thead tfoot table caption");

export const KEPT_ATTRIBUTES = words(
  "class id style hidden href rel name property itemprop content type datetime align colspan rowspan",
);

const p = words("p");
const closesParagraph = words(
  "address article aside blockquote center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
    "header hr main nav ol p pre section table ul",
);

/** An open tag of the key closes these when they stand on top of the stack. */
export const IMPLIED_CLOSE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...[...closesParagraph].map((tag) => [tag, p] as const),
  ["li", words("li")],
  ["dd", words("dd dt")],
  ["dt", words("dd dt")],
  ["tr", words("tr td th")],
  ["td", words("td th")],
  ["th", words("td th")],
  ["tbody", words("tr td th thead tbody tfoot")],
  ["tfoot", words("tr td th thead tbody")],
  ["option", words("option")],
]);
