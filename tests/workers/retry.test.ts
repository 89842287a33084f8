import { describe, expect, test } from "@jest/globals";
import { type Job, UnrecoverableError, WaitingError } from "bullmq";
import { EmptyInputError, FolderLockedError, JingjianError, type Retry } from "../../schemas/errors.ts";
import { backoffStrategy, failureOf, verdict, withRetryPolicy } from "../../workers/retry.ts";

class ErrorThat extends JingjianError {
  readonly code = "TEST";
  constructor(readonly retry: Retry) {
    super("It broke", "Mend it");
  }
}

describe("an error's class says what happens next", () => {
  test.each<[string, unknown, number, number]>([
    ["never", new EmptyInputError("a.txt"), 1, -1],
    ["never, at any attempt", new ErrorThat("never"), 7, -1],
    ["back-off, first attempt", new FolderLockedError("q", "process 1"), 1, 500],
    ["back-off, third attempt", new ErrorThat("backoff"), 3, 2_000],
    ["wait", new ErrorThat("wait"), 2, 10_000],
    ["not ours: it may pass", new Error("socket hang up"), 2, 1_000],
    ["no error at all", "a string", 1, 500],
    ["the queue's own last word", new UnrecoverableError("no"), 1, -1],
  ])("%s", (_name, error, attempt, delayMs) => {
    expect(backoffStrategy(attempt, undefined, error as Error)).toBe(delayMs);
    expect(verdict(error, attempt)).toEqual(delayMs < 0 ? { again: false } : { again: true, delayMs });
  });
});

describe("what a processor throws", () => {
  const thrownFor = (error: unknown): Promise<unknown> =>
    Promise.resolve(
      withRetryPolicy<object, void>(async () => {
        throw error;
      })({} as Job<object, void>),
    ).catch((thrown: unknown) => thrown);

  test("is final where the class says never", async () => {
    expect(await thrownFor(new ErrorThat("never"))).toBeInstanceOf(UnrecoverableError);
  });

  test("keeps its retry and its cause otherwise", async () => {
    const cause = new ErrorThat("wait");
    expect(await thrownFor(cause)).toMatchObject({ retry: "wait", cause, message: cause.message });
  });

  test.each([new Error("a\u0000b\ud800c"), new ErrorThat("never"), "\udc00", undefined])(
    "has a text that the queue can store: %j",
    async (error) => {
      const { message, stack } = (await thrownFor(error)) as Error;
      expect(`${message}${stack}`).toMatch(/^(?:(?!\p{Surrogate})[^\0])*$/u);
    },
  );

  test("is left as it is where the job was handed back", async () => {
    const back = new WaitingError();
    expect(await thrownFor(back)).toBe(back);
  });
});

test.each<[unknown, string, RegExp]>([
  [new EmptyInputError("a.txt"), "EMPTY_INPUT", /^a\.txt is empty$/],
  [new TypeError("x is undefined"), "UNEXPECTED", /^a\.txt made the program fail \(x is undefined\)$/],
  ["thrown string", "UNEXPECTED", /^a\.txt/],
])("failure of %p", (error, code, message) => {
  expect(failureOf("a.txt", error)).toMatchObject({
    source: "a.txt",
    code,
    message: expect.stringMatching(message),
    remedy: expect.stringMatching(/\w/),
  });
});

test("a defect's stack is kept, an expected failure has none", () => {
  expect(failureOf("a.txt", new TypeError("x is undefined")).stack).toContain("retry.test.ts");
  expect(failureOf("a.txt", new EmptyInputError("a.txt"))).not.toHaveProperty("stack");
});
