import { describe, expect, test } from "@jest/globals";
import * as errors from "../../schemas/errors.ts";

const cause = new Error("the cause");
const { BinaryInputError, BudgetExceededError, CharsetUndecidedError, DuplicateIdError, EmptyInputError } = errors;
const { FolderLockedError, InvalidLineError, InvalidRecordError, InvalidSettingError, JingjianError } = errors;
const { OutputFailedError, SegmenterUnavailableError, UnexpectedError, UnreadableInputError } = errors;

describe("each error names the source and says what to do", () => {
  test.each<[errors.JingjianError, string, string, RegExp]>([
    [new EmptyInputError("a.txt"), "EMPTY_INPUT", "a.txt is empty", /fetch it again/],
    [new BinaryInputError("a.txt", "a PDF"), "BINARY_INPUT", "a.txt is not text but a PDF", /Convert/],
    [new CharsetUndecidedError("a.txt", ["big5", "gb18030"]), "CHARSET_UNDECIDED", "tried big5, gb18030", /UTF-8/],
    [
      new BudgetExceededError("a.txt", "bytes", 9, 5, "MAX"),
      "BUDGET_EXCEEDED",
      "a.txt has 9 bytes, over the limit of 5",
      /raise MAX/,
    ],
    [new InvalidLineError("a#1", "no JSON"), "INVALID_LINE", "a#1 is not a document line: no JSON", /document-line/],
    [new DuplicateIdError("b#1", "x", "a#1"), "DUPLICATE_ID", "b#1 has the id x of a#1", /id of its own/],
    [
      new UnreadableInputError("a.txt", { cause }),
      "UNREADABLE_INPUT",
      "a.txt cannot be read (the cause)",
      /may read it/,
    ],
    [new OutputFailedError("out", { cause }), "OUTPUT_FAILED", "out cannot be written (the cause)", /disk space/],
    [new InvalidRecordError("a.txt", "no id"), "INVALID_RECORD", "no id", /Report/],
    [
      new SegmenterUnavailableError({ cause }),
      "SEGMENTER_UNAVAILABLE",
      "not built (the cause)",
      /npm rebuild nodejieba/,
    ],
    [new FolderLockedError("dir", "process 7"), "FOLDER_LOCKED", "dir is held by process 7", /Wait/],
    [new InvalidSettingError("X", "y", "bad"), "INVALID_SETTING", "X=y: bad", /--help/],
    [new UnexpectedError("a.txt", { cause }), "UNEXPECTED", "(the cause)", /Report/],
  ])("%s", (error, code, problem, remedy) => {
    expect(error).toBeInstanceOf(JingjianError);
    expect(error.code).toBe(code);
    expect(error.problem).toContain(problem);
    expect(error.remedy).toMatch(remedy);
    expect(error.message).toBe(`${error.problem}. ${error.remedy}`);
    expect(error.name).toBe(error.constructor.name);
  });
});

test("the underlying error goes along", () => {
  expect(new UnreadableInputError("a.txt", { cause }).cause).toBe(cause);
});
