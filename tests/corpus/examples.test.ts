import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { kindOf, readExamples } from "../../pipeline/lexicon/examples.ts";
import { runExample } from "../../pipeline/lexicon/run-example.ts";
import { parseSettings } from "../../schemas/settings.ts";

const FOLDER = join(import.meta.dirname, "../../corpus/examples");
const settings = parseSettings({});

/** What reviewers rejected or corrected, as the review page writes it, and what must not be lost again. */
describe.each(readdirSync(FOLDER))("examples of corpus/examples/%s", (file) => {
  const examples = readExamples(join(FOLDER, file));
  test.each(examples.map(({ example }) => [kindOf(example), example.text, example] as const))(
    "%s: %s",
    (kind, _text, example) => {
      // A known miss that misses no more should be made a `gives`.
      expect(runExample(example, settings).outcome).toBe(kind === "knownMiss" ? "misses" : "holds");
    },
  );
});
