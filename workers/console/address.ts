import { isIP } from "node:net";
import { InvalidSettingError, UsageError } from "../../schemas/errors.ts";

/** Where a server listens. */
export interface Address {
  /** Name or IP address, without brackets. */
  readonly host: string;
  readonly port: number;
}

/**
 * Reads the setting `listen`.
 * @throws {InvalidSettingError} for a port that is none
 * @throws {UsageError} for an address that others can reach, without a token that keeps them out
 */
export function listenAddress(listen: string, token: string): Address {
  const colon = listen.lastIndexOf(":");
  const host = bare(listen.slice(0, colon));
  const port = Number(listen.slice(colon + 1));
  if (!(host !== "" && Number.isInteger(port) && port <= 65_535)) {
    throw new InvalidSettingError("--listen", listen, "must be HOST:PORT, the port at most 65535");
  }
  if (token === "" && !isLoopback(host)) {
    throw new UsageError(
      `${listen} can be reached from other machines, and no token keeps them out`,
      "Set JINGJIAN_TOKEN to a long random text, or listen on 127.0.0.1",
    );
  }
  return { host, port };
}

/** True for the names and addresses of this very machine. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase();
  return name === "localhost" || name === "::1" || (isIP(name) === 4 && name.startsWith("127."));
}

/** True for addresses that stand for every interface. */
export const isWildcard = (host: string): boolean => host === "0.0.0.0" || /^[0:]+$/.test(host);

/** Host of a `Host` header or URL authority, without port and brackets, in lower case; null where it is none. */
export function hostOf(authority: string): string | null {
  const match = /^(\[[0-9a-f:.]+\]|[^\s:/@?#[\]]+)(?::\d{1,5})?$/i.exec(authority);
  return match?.[1] === undefined ? null : bare(match[1]).toLowerCase();
}

/** URL of a server that listens there; a wildcard is reached through loopback. */
export function urlOf({ host, port }: Address): string {
  const name = isWildcard(host) ? "127.0.0.1" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, "$1");
