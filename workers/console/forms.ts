import Type, { type Static } from "typebox";

/** Forms of requests and answers of the HTTP interface; /openapi.json is made from them. */
const closed = { additionalProperties: false };
/** For answers whose record may grow: what a form does not name would be left out of the answer. */
const open = { additionalProperties: true };
const meaning = (description: string) => ({ ...closed, description });
const Nullable = (doc: string) => Type.Union([Type.String(), Type.Null()], { description: doc });
const Count = Type.Integer({ minimum: 0 });
const Code = Type.String({ pattern: "^[A-Z_]{1,40}$", description: "Error code, as in the README's table" });
const Host = Type.String({ minLength: 1, maxLength: 253, description: "Host of the documents' URLs" });
const Ids = Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 10_000 });

export const ErrorForm = Type.Object(
  {
    code: Type.String(),
    message: Type.String({ description: "What is wrong" }),
    remedy: Type.String({ description: "What to do" }),
  },
  meaning("Why not, and what to do"),
);

export const EnqueueForm = Type.Object(
  {
    sources: Type.Array(Type.String({ minLength: 1, maxLength: 8_192 }), {
      minItems: 1,
      maxItems: 10_000,
      description: "http and https URLs of pages, feeds and sitemaps",
    }),
  },
  closed,
);

export const EnqueuedForm = Type.Object(
  { queued: Count, skipped: Count, failed: Count },
  meaning("What became of the sources"),
);

export const FailedQuery = Type.Object(
  {
    code: Type.Optional(Code),
    host: Type.Optional(Host),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, default: 100 })),
  },
  closed,
);
export type FailedQuery = Static<typeof FailedQuery>;

export const FailureForm = Type.Object(
  {
    source: Type.String(),
    code: Type.String(),
    message: Type.String(),
    remedy: Type.String(),
    stack: Type.Optional(Type.String()),
    attempts: Type.Optional(Count),
    at: Type.Optional(Type.String()),
  },
  open,
);

const LetterForm = Type.Object(
  {
    id: Type.String({ description: "What POST /api/retry calls it" }),
    collection: Type.String(),
    url: Nullable("Canonical URL, of a page"),
    document: Nullable("Id of the document, of a file"),
    failure: FailureForm,
  },
  open,
);

export const FailedForm = Type.Object(
  {
    failed: Type.Array(LetterForm),
    more: Type.Boolean({ description: "Whether there are more than `limit`" }),
  },
  meaning("Failed documents, oldest first"),
);

/** `all` must be said: an empty object is a mistake, not everything. */
export const RetryForm = Type.Object(
  {
    ids: Type.Optional(Ids),
    code: Type.Optional(Code),
    host: Type.Optional(Host),
    all: Type.Optional(Type.Literal(true)),
  },
  { ...closed, minProperties: 1 },
);
export type RetryForm = Static<typeof RetryForm>;

export const RetriedForm = Type.Object(
  {
    retried: Count,
    kept: Type.Integer({ minimum: 0, description: "Inputs that could not even be listed: nothing to try again" }),
  },
  meaning("How many are tried again"),
);

export const FindQuery = Type.Object(
  { q: Type.String({ minLength: 1, maxLength: 8_192, description: "URL or id of a document" }) },
  closed,
);

export const FoundForm = Type.Object(
  {
    found: Type.Array(
      Type.Object({
        collection: Type.String(),
        state: Nullable("waiting, delayed, active, completed; null for a document that is no page"),
        page: Type.Unknown({ description: "Its job, or null" }),
        attempts: Type.Array(Type.String(), { description: "Attempts that ended in an error" }),
        result: Type.Unknown({ description: "What became of it, or null" }),
        failures: Type.Array(FailureForm),
      }),
    ),
  },
  meaning("What is known, by collection"),
);

const CollectionForm = Type.Object(
  {
    name: Type.String(),
    waiting: Count,
    active: Count,
    delayed: Count,
    pagesDone: Count,
    unwritten: Count,
    failed: Count,
    failures: Type.Record(Type.String(), Count),
    oldest: Nullable("ISO 8601 of the oldest job that waits"),
  },
  open,
);

const MemberForm = Type.Object(
  {
    id: Type.String(),
    role: Type.Union([Type.Literal("worker"), Type.Literal("writer")]),
    host: Type.String(),
    pid: Count,
    collection: Type.String(),
    out: Nullable("Facts file, of the writer"),
    started: Type.String(),
    seen: Type.String(),
    alive: Type.Boolean(),
    written: Count,
    skipped: Count,
    failed: Count,
    facts: Count,
    bytes: Count,
  },
  open,
);

export const StatusForm = Type.Object(
  {
    engine: Type.String(),
    at: Type.String(),
    collections: Type.Array(CollectionForm),
    members: Type.Array(MemberForm),
    rate: Type.Number({ description: "Documents settled a second" }),
    secondsLeft: Type.Union([Type.Number(), Type.Null()]),
  },
  { ...open, description: "How the work goes" },
);

export const ReadinessForm = Type.Object(
  {
    ready: Type.Boolean(),
    checks: Type.Array(Type.Object({ name: Type.String(), ok: Type.Boolean(), detail: Type.String() }, closed)),
  },
  meaning("What was looked at"),
);

export const AliveForm = Type.Object({ alive: Type.Literal(true), uptimeSeconds: Type.Number() }, meaning("It is"));
