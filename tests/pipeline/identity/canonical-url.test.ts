import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { canonicalUrl } from "../../../pipeline/identity/canonical-url.ts";
import { UnfitUrlError } from "../../../schemas/errors.ts";

const WECHAT = "https://mp.weixin.qq.com/s?__biz=MzA5MTI0&mid=2651&idx=1&sn=ab12";

describe("one spelling", () => {
  test.each([
    ["nothing to do", "https://www.gov.cn/zhengce/2022-08/02/content_1.htm", null],
    ["scheme and host in lower case", "HTTP://WWW.Gov.CN/Zhengce", "http://www.gov.cn/Zhengce"],
    ["white space around", "  http://a.cn/1 \n", "http://a.cn/1"],
    ["no path", "http://a.cn", "http://a.cn/"],
    ["no path but a query", "http://a.cn?id=1", "http://a.cn/?id=1"],
    ["dot segments", "http://a.cn/x/./y/../../z/%2e%2E/1.html", "http://a.cn/1.html"],
    ["repeated slashes", "http://a.cn//x///1.html", null],
    ["a backslash", "http://a.cn\\x\\1.html", "http://a.cn/x/1.html"],
    ["default port of http", "http://a.cn:80/", "http://a.cn/"],
    ["default port of https", "https://a.cn:443/", "https://a.cn/"],
    ["another port", "http://a.cn:8080/", null],
    ["the other scheme's port", "http://a.cn:443/", null],
    ["punycode", "http://中国政府网.政务/", "http://xn--fiqs8sirgfmhq98a.xn--zfr164b/"],
    ["full-width host", "http://ａ．ｃｎ/", "http://a.cn/"],
    ["trailing dot of the host", "http://a.cn./x", "http://a.cn/x"],
    ["trailing dot and port", "http://a.cn.:8080/x", "http://a.cn:8080/x"],
    ["an address after its dot", "http://127.1./", "http://127.0.0.1/"],
    ["IPv6", "http://[2001:DB8:0::1]:80/", "http://[2001:db8::1]/"],
    ["fragment", "http://a.cn/1#p2", "http://a.cn/1"],
    ["fragment of a script", "http://a.cn/#!/news/1", "http://a.cn/"],
    ["empty query", "http://a.cn/1?", "http://a.cn/1"],
    ["empty query and fragment", "http://a.cn/1?#", "http://a.cn/1"],
    ["http is not https", "http://a.cn/1", null],
    ["www. is a host of its own", "http://www.a.cn/1", null],
  ])("%s", (_name, url, expected) => {
    expect(canonicalUrl(url)).toBe(expected ?? url);
  });
});

describe("percent-encoding", () => {
  test.each([
    ["upper case", "http://a.cn/%e5%8e%bf", "http://a.cn/%E5%8E%BF"],
    ["raw characters", "http://a.cn/县?q=机构", "http://a.cn/%E5%8E%BF?q=%E6%9C%BA%E6%9E%84"],
    ["GBK stays", "http://a.cn/s?q=%cf%d8", "http://a.cn/s?q=%CF%D8"],
    ["unreserved", "http://a.cn/%7euser/%41%2D%5f%2e?%69d=%31", "http://a.cn/~user/A-_.?id=1"],
    ["reserved", "http://a.cn/a%2fb%3Fc?q=a%26b%3dc%2B", "http://a.cn/a%2Fb%3Fc?q=a%26b%3Dc%2B"],
    ["a plus is no space", "http://a.cn/?q=a+b%20c", null],
    ["a space", "http://a.cn/a b?q=c d", "http://a.cn/a%20b?q=c%20d"],
    ["brackets and bars", "http://a.cn/a|b?x[]=1&y={2}", "http://a.cn/a%7Cb?x%5B%5D=1&y=%7B2%7D"],
    ["a bare percent sign", "http://a.cn/100%?q=%zz", "http://a.cn/100%25?q=%25zz"],
    ["a percent sign before a sequence", "http://a.cn/%%34%31", "http://a.cn/%2541"],
    ["encoded twice", "http://a.cn/%25e5", null],
  ])("%s", (_name, url, expected) => {
    expect(canonicalUrl(url)).toBe(expected ?? url);
  });
});

describe("parameters", () => {
  test.each([
    ["order and repetition stay", "http://a.cn/?b=2&a=1&b=3&c", null],
    ["a question mark of its own", "http://a.cn/??a?", null],
    ["empty ones go", "http://a.cn/?&a=1&&b=2&", "http://a.cn/?a=1&b=2"],
    ["identity", "http://a.cn/x.jsp?id=1&aid=2&docid=3&sid=4&page=2&t=5&ref=6&source=7", null],
    ["campaign", "http://a.cn/?utm_source=wx&id=1&UTM_Medium=m&utm%5Fcampaign=c", "http://a.cn/?id=1"],
    ["nothing left", "http://a.cn/1?utm_source=wx", "http://a.cn/1"],
    ["clicks", "http://a.cn/1?gclid=a&fbclid=b&msclkid=c&yclid=d&bd_vid=e", "http://a.cn/1"],
    ["Alibaba and CCTV", "http://news.cctv.com/1.shtml?spm=C96370.PPDB2vhvSivD.E0.1", "http://news.cctv.com/1.shtml"],
    ["Toutiao", "https://www.toutiao.com/a1/?share_token=x-y&tt_from=weixin", "https://www.toutiao.com/a1/"],
    ["shared in WeChat", "http://a.cn/1?id=2&from=singlemessage&isappinstalled=0&nsukey=x%2F", "http://a.cn/1?id=2"],
    ["shared to a group", "http://a.cn/1?from=groupmessage", "http://a.cn/1"],
    ["shared to friends", "http://a.cn/1?from=timeline", "http://a.cn/1"],
    ["from with another meaning", "http://a.cn/1?from=2022-08-02&to=2022-08-03", null],
    ["from without a value", "http://a.cn/1?from=", null],
    ["isappinstalled with another meaning", "http://a.cn/1?isappinstalled=list", null],
    ["an official account's article", `${WECHAT}&chksm=f1&scene=27&sharer_shareid=c&key=k#wechat_redirect`, WECHAT],
    ["its short form", "https://mp.weixin.qq.com/s/AbC-1?scene=1", "https://mp.weixin.qq.com/s/AbC-1"],
    ["its draft", "https://mp.weixin.qq.com/s?tempkey=a&signature=b&timestamp=1", null],
    ["scene elsewhere", "http://a.cn/1?scene=27&key=k&sessionid=s", null],
    ["names within names", "http://a.cn/1?xspm=1&spmx=2&fbclids=3&utm=4", null],
    ["a session in the path", "http://a.cn/x.do;jsessionid=8F0A.n1?id=1", "http://a.cn/x.do?id=1"],
    ["a session within the path", "http://a.cn/x;JSESSIONID=8F;v=1/y", "http://a.cn/x;v=1/y"],
  ])("%s", (_name, url, expected) => {
    expect(canonicalUrl(url)).toBe(expected ?? url);
  });
});

test.each([
  ["a path", "/x/1.html", "http://a.cn/x/1.html"],
  ["a file", "1.html", "http://a.cn/news/1.html"],
  ["up", "../1.html?a=1", "http://a.cn/1.html?a=1"],
  ["another host", "//b.cn/1", "http://b.cn/1"],
  ["a query", "?id=2", "http://a.cn/news/index.html?id=2"],
  ["absolute", "https://b.cn/1", "https://b.cn/1"],
])("relative: %s", (_name, url, expected) => {
  expect(canonicalUrl(url, "http://a.cn/news/index.html?x=1#y")).toBe(expected);
});

test.each([
  ["nothing", ""],
  ["no scheme", "www.gov.cn/1.html"],
  ["no host", "http://"],
  ["only dots for a host", "http://./x"],
  ["two dots for a host", "http://../x"],
  ["a space in the host", "http://a b.cn/"],
  ["another scheme", "ftp://a.cn/1"],
  ["a script", "javascript:void(0)"],
  ["mail", "mailto:a@a.cn"],
  ["data", "data:text/html,x"],
  ["a file", "file:///etc/passwd"],
  ["a user name", "http://user@a.cn/"],
  ["a password", "http://:secret@a.cn/"],
  ["a port that is none", "http://a.cn:99999/"],
  ["too long", `http://a.cn/${"x".repeat(9_000)}`],
  ["too long once encoded", `http://a.cn/${"县".repeat(2_000)}`],
])("refused: %s", (_name, url) => {
  expect(() => canonicalUrl(url)).toThrow(UnfitUrlError);
});

test("the error shows a long address in part", () => {
  expect(() => canonicalUrl(`ftp://a.cn/${"x".repeat(5_000)}`)).toThrow(/^"ftp:\/\/a\.cn\/x{100,200}…" cannot/);
});

describe("giving it again changes nothing", () => {
  const pieces = fc.constantFrom(
    ..."/?#&=%.;:@~+|[]{}\\'\"<> 县a1Z",
    "%2e",
    "%E5",
    "%cf",
    "%%34",
    "..",
    "//",
    ";jsessionid=",
    "spm=1",
    "from=timeline",
    "utm_",
    "\u{D800}",
    "😀",
  );
  const host = fc.constantFrom("a.cn", "A.CN.", "127.1.", "中国.cn:80", "[::1]", "a..cn", "a.cn..", "mp.weixin.qq.com");
  const tail = fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(""));
  test.each([
    ["of pieces", fc.tuple(host, tail).map(([name, rest]) => `http://${name}/${rest}`)],
    ["of all kinds", fc.webUrl({ withQueryParameters: true, withFragments: true })],
  ])("URLs %s", (_name, urls) => {
    fc.assert(
      fc.property(urls, (url) => {
        const once = canonicalUrl(url);
        expect(canonicalUrl(once)).toBe(once);
        expect(once).toMatch(/^https?:\/\/[^\s#?/]+\/[\x21-\x7e]*$/);
      }),
      { numRuns: 2_000 },
    );
  });
});
