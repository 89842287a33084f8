import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

type IPv4 = InstanceType<typeof ipaddr.IPv4>;
type IPv6 = InstanceType<typeof ipaddr.IPv6>;

/** What each range of ipaddr.js that is not global unicast is; others are named as they are there. */
const NAMES: Readonly<Record<string, string>> = {
  unspecified: "an unspecified address",
  broadcast: "the broadcast address",
  multicast: "a multicast address",
  linkLocal: "a link-local address",
  loopback: "a loopback address",
  carrierGradeNat: "an address behind carrier-grade NAT",
  private: "a private address",
  uniqueLocal: "a unique-local address",
  deprecatedSiteLocal: "a site-local address",
  benchmarking: "an address for benchmarks",
  rfc6052: "a NAT64 address of a local network",
  rfc6145: "an IPv4-translated address",
  "6to4": "a 6to4 address",
  teredo: "a Teredo address",
};
const RESERVED = "a reserved address";

/** Metadata of cloud machines at addresses that are, by number, public: Azure's. The others lie in ranges above. */
const METADATA: readonly string[] = ["168.63.129.16"];
/** RFC 6052: IPv4 as an IPv6-only network reaches it. It stands for the address that it ends in. */
const NAT64: [IPv6, number] = [ipaddr.IPv6.parse("64:ff9b::"), 96];
/** RFC 4291, 2.4: all the global unicast that has been given out lies here. */
const GLOBAL: [IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];

/**
 * Why an address may not be connected to: whatever is not globally routable unicast, in IPv4 and IPv6.
 * @param address IPv4 in four decimal parts, or IPv6 without brackets; other spellings are refused
 * @returns what it is ("a loopback address"), or null where it may be connected to
 */
export function refusalOf(address: string): string | null {
  const ip = ipOf(address);
  if (ip === null) return "no IP address";
  return ip instanceof ipaddr.IPv4 ? refusalOfV4(ip) : refusalOfV6(ip as IPv6);
}

/** @returns the parsed address, IPv4 where it is an IPv4-mapped one; null for what is no strict IP address */
export function ipOf(address: string): IPv4 | IPv6 | null {
  const plain = address.split("%", 1)[0]!;
  const family = isIP(plain);
  if (family === 0) return null;
  // ipaddr.js takes ::1.2.3.4 for ::ffff:1.2.3.4, which is another address; URL writes both in groups.
  return ipaddr.process(family === 4 ? plain : new URL(`http://[${plain}]`).hostname.slice(1, -1));
}

function refusalOfV4(ip: IPv4): string | null {
  if (METADATA.includes(ip.toString())) return "a metadata address";
  return named(ip.range());
}

function refusalOfV6(ip: IPv6): string | null {
  if (ip.match(NAT64)) return refusalOfV4(new ipaddr.IPv4(ip.toByteArray().slice(-4)));
  return named(ip.range()) ?? (ip.match(GLOBAL) ? null : RESERVED);
}

const named = (range: string): string | null => (range === "unicast" ? null : (NAMES[range] ?? RESERVED));
