import type { CollectionStatus, MemberStatus, Status } from "../../schemas/status.ts";

/** How often the page asks anew, seconds. */
const REFRESH = 10;

export interface PageLink {
  readonly href: string;
  readonly text: string;
}

/** @param status null where the engine does not answer */
export function statusPage(
  status: Status | null,
  { readOnly, links }: { readonly readOnly: boolean; readonly links: readonly PageLink[] },
): string {
  const added = links.map(({ href, text }) => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a> `).join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="${REFRESH}">
<title>jingjian</title>
<link rel="icon" type="image/svg+xml" href="/console.svg">
<link rel="stylesheet" href="/console.css">
</head>
<body>
<header>
<h1>jingjian <span lang="zh">精简</span></h1>
<nav>${added}<a href="/queues">Queues</a> <a href="/api/failed">Failed</a> <a href="/api/status">Status</a>
<a href="/readyz">Ready</a> <a href="/metrics">Metrics</a> <a href="/openapi.json">HTTP interface</a></nav>
</header>
<main>
${status === null ? '<p class="bad">The queue engine does not answer.</p>' : body(status)}
</main>
<footer>${readOnly ? "Read-only. " : ""}This page asks anew every ${REFRESH} seconds.</footer>
</body>
</html>
`;
}

function body(status: Status): string {
  const { engine, at, collections, members, rate, secondsLeft } = status;
  return `<p>${escapeHtml(engine)} at <time datetime="${escapeHtml(at)}">${escapeHtml(clock(at))}</time>:
${number(rate)} documents a second${secondsLeft === null ? "" : `, ${duration(secondsLeft)} left`}.</p>
${collectionTable(collections, at)}
${failureTable(collections)}
${memberTable(members)}`;
}

const collectionTable = (collections: readonly CollectionStatus[], at: string): string =>
  table(
    "Collections",
    ["Collection", "Waiting", "At work", "Delayed", "Pages done", "Unwritten", "Failed", "Oldest waits"],
    collections.map((row) => [
      row.name,
      row.waiting,
      row.active,
      row.delayed,
      row.pagesDone,
      row.unwritten,
      row.failed,
      row.oldest === null ? "–" : duration((Date.parse(at) - Date.parse(row.oldest)) / 1_000),
    ]),
    "Nothing was enqueued yet: jingjian enqueue https://…",
  );

const failureTable = (collections: readonly CollectionStatus[]): string => {
  const rows = collections.flatMap(({ name, failures }) =>
    Object.entries(failures).map(([code, count]): Row => [name, code, count]),
  );
  return rows.length === 0 ? "" : table("Failed, by error", ["Collection", "Error", "Documents"], rows, "");
};

const memberTable = (members: readonly MemberStatus[]): string =>
  table(
    "Processes",
    ["Process", "Role", "Collection", "State", "Written", "Skipped", "Failed", "Facts", "MB", "Since"],
    members.map((row) => [
      `${row.pid} on ${row.host}`,
      row.role,
      row.collection,
      row.alive ? "alive" : `gone, last seen ${clock(row.seen)}`,
      row.written,
      row.skipped,
      row.failed,
      row.facts,
      row.bytes / 1e6,
      clock(row.started),
    ]),
    "Nobody is at work. Start it: jingjian work",
  );

type Row = readonly (string | number)[];

function table(caption: string, heads: readonly string[], rows: readonly Row[], empty: string): string {
  if (rows.length === 0) return `<h2>${caption}</h2>\n<p>${escapeHtml(empty)}</p>`;
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join("");
  const lines = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("\n");
  return `<div class="table"><table><caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${lines}
</tbody></table></div>`;
}

const cell = (value: string | number): string =>
  typeof value === "number" ? `<td class="number">${number(value)}</td>` : `<td>${escapeHtml(value)}</td>`;

const number = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 1 : 0 });
const clock = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;

/** The largest unit that fits, and the one below. */
function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} min`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
