import ipaddr from "ipaddr.js";
import { InvalidSettingError } from "../../schemas/errors.ts";
import { ipOf } from "./address.ts";

type Range = ReturnType<typeof ipaddr.parseCIDR>;

/**
 * The hosts that an operator opens though their addresses are not public: names (`intranet.example`), all names under
 * one (`.corp.example`), addresses, and ranges (`10.0.0.0/8`), with commas between.
 */
export class AllowedHosts {
  private readonly names = new Set<string>();
  private readonly suffixes: string[] = [];
  private readonly ranges: Range[] = [];

  /** @throws {InvalidSettingError} for a range or name that is none */
  constructor(setting: string) {
    for (const entry of setting.split(",").filter((part) => part !== "")) this.add(entry, setting);
  }

  /** @param name as in a parsed URL: lower case, punycode */
  hasName(name: string): boolean {
    return this.names.has(name) || this.suffixes.some((suffix) => name.endsWith(suffix));
  }

  hasAddress(address: string): boolean {
    const ip = ipOf(address);
    return ip !== null && this.ranges.some((range) => range[0].kind() === ip.kind() && ip.match(range));
  }

  private add(entry: string, setting: string): void {
    const bare = entry.replace(/^\[(.*)\](?=\/|$)/, "$1");
    const ip = ipOf(bare);
    if (ip !== null) {
      this.ranges.push([ip, ip.kind() === "ipv4" ? 32 : 128]);
    } else if (bare.includes("/")) {
      if (!ipaddr.isValidCIDR(bare)) throw invalid(setting, entry, "is no address range");
      this.ranges.push(ipaddr.parseCIDR(bare));
    } else {
      const name = nameOf(entry.replace(/^\./, ""));
      if (name === null) throw invalid(setting, entry, "is no host name");
      if (entry.startsWith(".")) this.suffixes.push(`.${name}`);
      else this.names.add(name);
    }
  }
}

const invalid = (setting: string, entry: string, why: string): InvalidSettingError =>
  new InvalidSettingError("--allow-hosts", setting, `${entry} ${why}`);

/** A host name as URLs have it; null for what is none, or has a port or a path. */
function nameOf(host: string): string | null {
  if (/[/:@?#\\]/.test(host) || !URL.canParse(`http://${host}/`)) return null;
  return new URL(`http://${host}/`).hostname.replace(/\.$/, "") || null;
}
