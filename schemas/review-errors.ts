import { JingjianError, reason } from "./error.ts";

/** A fact or document that the file does not hold. */
export class NotInFileError extends JingjianError {
  readonly code = "NOT_IN_FILE";
  readonly retry = "never";
  constructor(what: string, id: string) {
    super(`The file holds no ${what} ${id}`, "Load the page again: the file may have been extracted anew");
  }
}

/** A decision that cannot stand as it was asked for. */
export class DecisionRefusedError extends JingjianError {
  readonly code = "DECISION_REFUSED";
  readonly retry = "never";
}

/** A line of decisions or examples that did not reach the disk. */
export class NotSavedError extends JingjianError {
  readonly code = "NOT_SAVED";
  readonly retry = "backoff";
  constructor(path: string, options?: ErrorOptions) {
    super(
      `${path} cannot be written${reason(options)}`,
      "Free disk space or mend the file's permissions, and try again; what was called saved before is in the file",
      options,
    );
  }
}

/** A selection from which no fact can be drafted. */
export class DraftRefusedError extends JingjianError {
  readonly code = "DRAFT_REFUSED";
  readonly retry = "never";
}

/** A request to the review page's interface that is not of the documented form. */
export class InvalidFormError extends JingjianError {
  readonly code = "INVALID_FORM";
  readonly retry = "never";
  constructor(part: string, why: string) {
    super(`The request's ${part} is not as it should be: ${why}`, "See schemas/review.ts for the form of each request");
  }
}

/** A text to try that is past its time, or behind too many others. */
export class TryTooSlowError extends JingjianError {
  readonly code = "TRY_TOO_SLOW";
  readonly retry = "backoff";
  constructor(budgetMs: number, options?: ErrorOptions) {
    super(`Reading the text took longer than ${budgetMs / 1_000} s`, "Try a shorter text, or try again", options);
  }
}
