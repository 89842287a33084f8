import { describe, expect, test } from "@jest/globals";
import { Guard } from "../../../pipeline/fetch/guard.ts";
import { names } from "./site.ts";

const LOOKUP = names({
  "intranet.example": ["10.1.2.3", "fd00::1"],
  "intranet.example.": ["10.1.2.3"],
  "a.corp.example": ["10.1.2.3"],
  "corp.example": ["10.1.2.3"],
  "evilcorp.example": ["10.1.2.3"],
  "xn--fsqu00a.example": ["10.1.2.3"],
  "mixed.example": ["10.1.2.3", "192.168.0.1"],
});
const verdict = (allowHosts: string, url: string): Promise<string> =>
  new Guard({ allowHosts }, LOOKUP).check(new URL(url)).then(
    (pinned) => pinned.map(({ address }) => address).join(" "),
    (error) => error.code,
  );

test.each([
  ["intranet.example", "http://intranet.example/", "10.1.2.3 fd00::1"],
  ["INTRANET.example.", "http://intranet.example./", "10.1.2.3"],
  ["a.example,intranet.example", "https://intranet.example:8443/", "10.1.2.3 fd00::1"],
  ["intranet.example", "http://a.corp.example/", "ADDRESS_REFUSED"],
  [".corp.example", "http://a.corp.example/", "10.1.2.3"],
  [".corp.example", "http://corp.example/", "ADDRESS_REFUSED"],
  [".corp.example", "http://evilcorp.example/", "ADDRESS_REFUSED"],
  ["corp.example", "http://a.corp.example/", "ADDRESS_REFUSED"],
  ["例子.example", "http://例子.example/", "10.1.2.3"],
  ["10.0.0.0/8", "http://corp.example/", "10.1.2.3"],
  ["10.0.0.0/8", "http://mixed.example/", "ADDRESS_REFUSED"],
  ["10.0.0.0/8", "http://intranet.example/", "ADDRESS_REFUSED"],
  ["10.0.0.0/8,fd00::/8", "http://intranet.example/", "10.1.2.3 fd00::1"],
  ["10.0.0.0/8", "http://10.1.2.3/", "10.1.2.3"],
  ["10.0.0.0/8", "http://[::ffff:10.1.2.3]/", "::ffff:a01:203"],
  ["10.0.0.0/8", "http://11.0.0.1/", "11.0.0.1"],
  ["10.0.0.0/8", "http://192.168.0.1/", "ADDRESS_REFUSED"],
  ["127.0.0.1", "http://2130706433/", "127.0.0.1"],
  ["127.0.0.1", "http://127.0.0.2/", "ADDRESS_REFUSED"],
  ["::1", "http://[::1]/", "::1"],
  ["[::1]", "http://[::1]/", "::1"],
  ["[fd00::]/8", "http://[fd00::5]/", "fd00::5"],
  ["", "http://corp.example/", "ADDRESS_REFUSED"],
])("--allow-hosts %s, %s: %s", async (allowHosts, url, expected) => {
  if (expected.startsWith("ok"))
    expect(await verdict(allowHosts, url)).toBe("NETWORK"); // the fixed table has no dot
  else expect(await verdict(allowHosts, url)).toBe(expected);
});

test.each(["10.0.0.0/99", "10.0.0.0/", "a/b", "host:80", "a@b", "exa mple", "::1/200", "."])(
  "--allow-hosts %s is no setting",
  (allowHosts) => {
    expect(() => new Guard({ allowHosts })).toThrow(expect.objectContaining({ code: "INVALID_SETTING" }));
  },
);

describe("the guard", () => {
  test("looks a name up once, and gives what it checked", async () => {
    let asked = 0;
    const guard = new Guard({ allowHosts: "" }, async () => {
      asked++;
      return [{ address: asked === 1 ? "93.184.216.34" : "10.0.0.1", family: 4 }];
    });
    expect(await guard.check(new URL("http://rebind.example/"))).toEqual([{ address: "93.184.216.34", family: 4 }]);
    expect(asked).toBe(1);
    await expect(guard.check(new URL("http://rebind.example/"))).rejects.toMatchObject({ code: "ADDRESS_REFUSED" });
  });

  test("asks nobody about an address", async () => {
    const guard = new Guard({ allowHosts: "" }, () => Promise.reject(new Error("asked")));
    expect(await guard.check(new URL("http://93.184.216.34/"))).toHaveLength(1);
  });

  test.each([
    ["no address at all", async () => []],
    ["a look-up that fails", () => Promise.reject(new Error("getaddrinfo EAI_AGAIN"))],
  ])("%s is a network error", async (_what, lookup) => {
    const guard = new Guard({ allowHosts: "" }, lookup);
    await expect(guard.check(new URL("http://a.example/"))).rejects.toMatchObject({ code: "NETWORK" });
  });

  test("says what is wrong, and never a password", async () => {
    const guard = new Guard({ allowHosts: "" }, LOOKUP);
    await expect(guard.check(new URL("http://corp.example/"))).rejects.toThrow(
      "http://corp.example/ is refused: corp.example has 10.1.2.3, a private address. Where it is an intranet",
    );
    await expect(guard.check(new URL("http://127.1/"))).rejects.toThrow("127.0.0.1 is a loopback address");
    await expect(guard.check(new URL("http://me:secret@a.example/"))).rejects.toThrow(/^http:\/\/a\.example\/ cannot/);
  });

  test("the system's resolver is the default", async () => {
    await expect(new Guard({ allowHosts: "" }).check(new URL("http://localhost/"))).rejects.toMatchObject({
      code: "ADDRESS_REFUSED",
    });
  });
});
