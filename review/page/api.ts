/** Values of a query string; of a list each stands on its own, and what is empty is left out. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

/** Why a request failed, in the words of the server. */
export class ApiError extends Error {
  /**
   * @param status of HTTP; 0 where no answer came
   * @param code of the server's error, `UNREACHABLE` or `HTTP_…`
   * @param remedy what to do
   */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
    this.name = "ApiError";
  }
}

const BASE = "/api/review/";

/** Address of a route, for links and downloads: `addressOf("export", { to: "csv" })`. */
export function addressOf(route: string, query: Query = {}): string {
  const search = searchOf(query).toString();
  return `${BASE}${route}${search === "" ? "" : `?${search}`}`;
}

export function searchOf(query: Query): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === "") continue;
    for (const each of Array.isArray(value) ? value : [value]) search.append(name, String(each));
  }
  return search;
}

/** @throws {ApiError} */
export function get<T>(route: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return ask(addressOf(route, query), signal === undefined ? {} : { signal });
}

/** @throws {ApiError} */
export function post<T>(route: string, body: unknown): Promise<T> {
  const headers = { "content-type": "application/json" };
  return ask(addressOf(route), { method: "POST", headers, body: JSON.stringify(body) });
}

async function ask<T>(address: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError(0, "UNREACHABLE", "The server does not answer", "Check that `jingjian review` still runs");
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer as T;
  const { code, message, remedy } = (answer ?? {}) as Partial<Record<"code" | "message" | "remedy", string>>;
  throw new ApiError(
    response.status,
    code ?? `HTTP_${response.status}`,
    message ?? response.statusText,
    remedy ?? "Look at what the server prints",
  );
}
