import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { JingjianError } from "../../schemas/errors.ts";

/** Body of every answer that is not a success. */
export interface ErrorAnswer {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

interface Refusal extends ErrorAnswer {
  readonly status: number;
}

const refusal = (status: number, code: string, message: string, remedy: string): Refusal => ({
  status,
  code,
  message,
  remedy,
});

/** TABLE of answers to requests that the console does not take. */
export const REFUSALS = {
  token: refusal(
    401,
    "TOKEN_WANTED",
    "This console wants its token",
    "Send it as `Authorization: Bearer …`, or open /?token=… once in a browser",
  ),
  host: refusal(
    403,
    "HOST_REFUSED",
    "The Host header names another machine",
    "Use the address that the console listens on; a proxy must set Host to it",
  ),
  site: refusal(
    403,
    "CROSS_SITE",
    "A page of another site asked for a change",
    "Ask from the console's own pages, or from a program that is no browser",
  ),
  readOnly: refusal(403, "READ_ONLY", "The console is read-only", "Start it without --read-only"),
  job: refusal(
    403,
    "NOT_HERE",
    "Jobs are not made or rewritten by hand",
    "Hand in sources through POST /api/enqueue or `jingjian enqueue`",
  ),
  json: refusal(
    415,
    "JSON_WANTED",
    "The request is not JSON",
    "Send Content-Type: application/json with a JSON object as the body",
  ),
  missing: refusal(404, "NOT_FOUND", "There is nothing at this address", "See /openapi.json for what there is"),
} as const satisfies Record<string, Refusal>;

/** Status of what the HTTP layer itself refuses: a body too large, no JSON, or not of the documented form. */
const FORM: Readonly<Record<number, readonly [code: string, remedy: string]>> = {
  413: ["TOO_LARGE", "Send at most 1 MiB at a time"],
  415: ["JSON_WANTED", REFUSALS.json.remedy],
};

export const refuse = (reply: FastifyReply, { status, ...answer }: Refusal): FastifyReply =>
  reply.code(status).send(answer satisfies ErrorAnswer);

/** Gives every error of a server's routes the form {@link ErrorAnswer}. */
export function answerErrors(app: FastifyInstance, onDefect: (error: unknown) => void): void {
  app.setNotFoundHandler((_request, reply) => refuse(reply, REFUSALS.missing));
  app.setErrorHandler((error: FastifyError | Error, _request, reply) => {
    if (describe(error).status === 500) onDefect(error);
    return refuseFor(reply, error);
  });
}

/** The answer to a request that ended in an error. */
export const refuseFor = (reply: FastifyReply, error: FastifyError | Error): FastifyReply =>
  refuse(reply, describe(error));

/** For requests that reach no route, such as those with a broken URL. */
export function answerBrokenRequest(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  refuseFor(reply, error);
}

function describe(error: FastifyError | Error): Refusal {
  if (error instanceof JingjianError) {
    return refusal(statusOf(error), error.code, error.problem, error.remedy);
  }
  const status = "statusCode" in error ? (error.statusCode ?? 500) : 500;
  if (status === 503) return refusal(503, "TOO_SLOW", "The request took too long", "Ask for less, or try again later");
  if (status < 400 || status >= 500) {
    // What went wrong inside may hold paths and passwords; the log has it.
    return refusal(500, "UNEXPECTED", "The console failed at this request", "See its log; trying again may help");
  }
  const [code, remedy] = FORM[status] ?? ["INVALID_REQUEST", "See /openapi.json for the form of each request"];
  return refusal(status, code, error.message, remedy);
}

/** TABLE of errors that have a status of their own. */
const STATUSES: Readonly<Record<string, number>> = { UNEXPECTED: 500, NOT_IN_FILE: 404, DECISION_REFUSED: 409 };

/** What may pass is the engine's fault, all else the request's. */
function statusOf({ code, retry }: JingjianError): number {
  return STATUSES[code] ?? (retry === "never" ? 400 : 503);
}
