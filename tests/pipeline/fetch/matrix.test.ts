import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Guard, type Lookup, type ResolvedAddress } from "../../../pipeline/fetch/guard.ts";
import { DEFAULTS, fetcher, names, type Site, site } from "./site.ts";

/** The table of docs/fetching.md: what is asked for, how names and redirects go, and what comes of it. */
interface Row {
  readonly url: string;
  readonly way: string;
  readonly verdict: string;
  readonly what: string;
}

const DOC = join(import.meta.dirname, "../../../docs/fetching.md");
const rows: readonly Row[] = readFileSync(DOC, "utf8")
  .split("| asked for |")[1]!
  .split("\n")
  .slice(2)
  .filter((line) => line.startsWith("|"))
  .map((line) => {
    const [url, way, verdict, what] = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`(.*)`$/, "$1"));
    return { url: url!, way: way!, verdict: verdict!, what: what! };
  });

/** What a name resolves to, look-up by look-up; the last answer stays. */
const answersOf = (way: string): readonly (readonly string[])[] =>
  way.includes("→") || way === ""
    ? []
    : way.split(";").map((answer) => answer.split(",").map((address) => address.replace("(allowed)", "").trim()));

function resolver(row: Row): Lookup & { asked: number } {
  const answers = answersOf(row.way);
  const fixed = names({ "public.example": ["127.0.0.1"], localhost: ["127.0.0.1", "::1"] });
  const lookup = async (name: string): Promise<readonly ResolvedAddress[]> => {
    const answer = answers[Math.min(found.asked++, answers.length - 1)];
    return answer === undefined ? fixed(name) : names({ [name]: answer })(name);
  };
  const found: Lookup & { asked: number } = Object.assign(lookup, { asked: 0 });
  return found;
}

/** The server behind public.example: sends its page or its robots.txt on, where the row says so, once it knows its port. */
async function publicSite(way: string): Promise<Site> {
  const [what, target] = way.split(" → ");
  const served = await site((request, response) => {
    const mine = what === "robots.txt" ? "/robots.txt" : "/";
    if (target !== undefined && request.url === mine)
      response.writeHead(302, { Location: withPort(target, served.port) }).end();
    else response.writeHead(request.url === "/robots.txt" ? 404 : 200).end("ok");
  });
  return served;
}

const withPort = (url: string, port: number): string => url.replace(/(public|rebind)\.example/, `$1.example:${port}`);

/** @returns `fetched`, or the code of the error */
async function outcome(row: Row): Promise<string> {
  const { port } = await publicSite(row.way);
  const allowHosts = row.way.includes("(allowed)") ? "127.0.0.1" : "public.example";
  const lookup = resolver(row);
  const once = row.way.includes("(allowed)"); // robots.txt is a request of its own, with its own look-up
  const client = fetcher({ ...DEFAULTS, allowHosts, robots: once ? "ignore" : "obey" }, { lookup });
  try {
    await client.fetch(withPort(row.url, port));
    if (once) expect(lookup.asked).toBe(1);
    return "fetched";
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error);
  }
}

describe("docs/fetching.md is true:", () => {
  test("its table is read", () => {
    expect(rows.length).toBeGreaterThan(80);
    expect(new Set(rows.map(({ url, way }) => `${url} ${way}`)).size).toBe(rows.length);
  });

  test.each(
    rows.filter(({ verdict }) => verdict !== "allowed").map((row) => [row.url, row.way, row.verdict, row] as const),
  )("%s %s: %s", async (_url, _way, verdict, row) => {
    expect(await outcome(row)).toBe(verdict);
  });

  // What lies on the open network is not asked by a test: the guard alone says yes or no to it.
  test.each(rows.filter(({ verdict }) => verdict === "allowed").map((row) => [row.url, row] as const))(
    "%s is allowed",
    async (url, row) => {
      const pinned = await new Guard(DEFAULTS, resolver(row)).check(new URL(url));
      expect(pinned.map(({ address }) => address)).toEqual(
        answersOf(row.way)[0] ?? [new URL(url).hostname.replace(/[[\]]/g, "")],
      );
    },
  );

  // The same addresses by way of a redirect; there, one without slashes is relative.
  test.each(
    rows
      .filter(({ way, verdict }) => way === "" && verdict === "ADDRESS_REFUSED")
      .filter(({ url }) => /^http:[/\\\\]/.test(url))
      .map(({ url }) => url),
  )("a redirect to %s is refused", async (target) => {
    const row = { url: "http://public.example/", way: `redirect → ${latin1(target)}`, verdict: "", what: "" };
    expect(await outcome(row)).toBe("ADDRESS_REFUSED");
  });
});

/** Header values are bytes. */
const latin1 = (text: string): string => Buffer.from(text).toString("latin1");
