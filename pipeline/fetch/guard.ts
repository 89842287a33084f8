import { lookup as systemLookup } from "node:dns/promises";
import { isIP } from "node:net";
import { AddressRefusedError, NetworkError, UnfitUrlError } from "../../schemas/errors.ts";
import type { Settings } from "../../schemas/settings.ts";
import { refusalOf } from "./address.ts";
import { AllowedHosts } from "./allowed-hosts.ts";

/** One answer of a name look-up. */
export interface ResolvedAddress {
  readonly address: string;
  /** 4 or 6. */
  readonly family: number;
}

/** All addresses of a name, as `dns.lookup` with `all` gives them; rejects where there is none. */
export type Lookup = (name: string) => Promise<readonly ResolvedAddress[]>;

/** The addresses that were checked for a host, at least one: a connection goes to one of them, and no name is looked up again. */
export type Pinned = readonly ResolvedAddress[];

const lookupAll: Lookup = (name) => systemLookup(name, { all: true });

/** Keeps fetching away from addresses that are not public, however they are spelled; see docs/fetching.md. */
export class Guard {
  private readonly allowed: AllowedHosts;

  /** @throws {InvalidSettingError} when `allowHosts` names something that is no host, address or range */
  constructor(
    { allowHosts }: Pick<Settings, "allowHosts">,
    private readonly lookup: Lookup = lookupAll,
  ) {
    this.allowed = new AllowedHosts(allowHosts);
  }

  /**
   * Looks a URL's host up, once, and checks every address it has: one that is refused refuses them all, since which of
   * them a connection takes is not ours to say.
   * @throws {UnfitUrlError} for schemes other than http and https, and for user names
   * @throws {AddressRefusedError} for an address that is not public and not allowed
   * @throws {NetworkError} when the name has no address
   */
  async check(url: URL): Promise<Pinned> {
    if (url.protocol !== "http:" && url.protocol !== "https:")
      throw new UnfitUrlError(shown(url), `${url.protocol} is not fetched`);
    if (url.username !== "" || url.password !== "") throw new UnfitUrlError(shown(url), "it holds a user name");
    // URL has brought every spelling of an IPv4 address (octal, hex, short, full-width) to four decimal parts.
    const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
    const family = isIP(host);
    if (family !== 0) return this.checked(url, [{ address: host, family }], host);
    const found = await this.resolve(url, host);
    return this.allowed.hasName(host.replace(/\.$/, "")) ? found : this.checked(url, found, host);
  }

  private async resolve(url: URL, host: string): Promise<Pinned> {
    const found = await this.lookup(host).catch((cause: NodeJS.ErrnoException) => {
      throw new NetworkError(shown(url), `${host} has no address (${cause.code ?? cause.message})`, { cause });
    });
    if (found.length === 0) throw new NetworkError(shown(url), `${host} has no address`);
    return found;
  }

  private checked(url: URL, found: Pinned, host: string): Pinned {
    for (const { address } of found) {
      const refusal = this.allowed.hasAddress(address) ? null : refusalOf(address);
      if (refusal === null) continue;
      const what = address === host ? `${address} is` : `${host} has ${address},`;
      throw new AddressRefusedError(shown(url), `${what} ${refusal}`);
    }
    return found;
  }
}

/** A URL as messages show it: without a password. */
function shown(url: URL): string {
  const copy = new URL(url);
  copy.username = "";
  copy.password = "";
  return copy.href;
}
