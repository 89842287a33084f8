import { signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import type { LexiconState, Tried } from "../../../../review/try/tried.ts";
import type { TryForm } from "../../../../schemas/review.ts";
import { ApiError, get, post } from "../../api.ts";
import { say } from "../../messages.ts";
import { refreshSession } from "../../session.ts";
import { t } from "./texts.ts";

export const MAX_CHARS = 20_000;
/** So long after the last letter the text is read. */
const PAUSE_MS = 400;
const LEXICON_MS = 2_000;

/** Kept while one looks at other views. */
export const text = signal("");
export const published = signal("");
const tried = signal<Tried | null>(null);
const lexicon = signal<LexiconState | null>(null);

export interface Trying {
  readonly tried: Tried | null;
  readonly lexicon: LexiconState | null;
  readonly isReading: boolean;
  readonly error: ApiError | null;
  readonly run: () => void;
}

/** Reads the text when it is changed, and again when the lexicon is. */
export function useTry(): Trying {
  const [isReading, reading] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const latest = useRef(0);
  const run = async (): Promise<void> => {
    const mine = ++latest.current;
    const given = text.peek();
    if (given.trim() === "" || given.length > MAX_CHARS) {
      reading(false);
      if (given.trim() === "") tried.value = null;
      return;
    }
    reading(true);
    const form: TryForm = { text: given, ...(published.peek() === "" ? {} : { published: published.peek() }) };
    try {
      const answer = await post<Tried>("try", form);
      if (mine !== latest.current) return;
      tried.value = answer;
      noteLexicon(answer.lexicon);
      setError(null);
    } catch (cause) {
      if (mine === latest.current) setError(cause instanceof ApiError ? cause : null);
    }
    if (mine === latest.current) reading(false);
  };
  const go = useRef(run);
  go.current = run;
  useEffect(() => {
    const timer = setTimeout(() => void go.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text.value, published.value]);
  useEffect(() => followLexicon(() => void go.current()), []);
  return { tried: tried.value, lexicon: lexicon.value, isReading, error, run: () => void run() };
}

/** @returns whether the file was read again since it was last looked at */
function noteLexicon(now: LexiconState): boolean {
  const isNew = lexicon.peek() !== null && lexicon.peek()?.version !== now.version;
  lexicon.value = now;
  if (isNew) void refreshSession(); // its metrics have names
  return isNew;
}

/** Asks from time to time whether the lexicon's file has changed. */
function followLexicon(onChange: () => void): () => void {
  const look = async (): Promise<void> => {
    const now = await get<LexiconState>("lexicon").catch(() => null);
    if (now === null || !noteLexicon(now)) return;
    say(t("lexiconAgain"));
    onChange();
  };
  void look();
  const timer = setInterval(() => void look(), LEXICON_MS);
  return () => clearInterval(timer);
}
