import type { PeerFigure } from "./peer-accuracy.ts";

const STATED = "stated with this project's targets, 2026-11, which give no way to repeat it";

/**
 * TABLE of figures of other tools that no command here repeats; those that `npm run bench -- --accuracy` measures stand
 * beside them in docs/accuracy.md. Shares from 0 to 1.
 */
export const STATED_PEERS: readonly PeerFigure[] = [
  { name: "Readability", version: "not said", measure: "main content, snippet F1", figure: 0.951, how: STATED },
  { name: "best of several tools", version: "not said", measure: "title", figure: 0.94, how: STATED },
  { name: "best of several tools", version: "not said", measure: "date to the day", figure: 0.95, how: STATED },
  { name: "best of several tools", version: "not said", measure: "date to the minute", figure: 0.89, how: STATED },
  { name: "best of several tools", version: "not said", measure: "publisher where named", figure: 0.17, how: STATED },
  { name: "best of several tools", version: "not said", measure: "author where named", figure: 0.13, how: STATED },
  {
    name: "best of several tools",
    version: "not said",
    measure: "exact cases of all suites",
    figure: 0.79,
    how: STATED,
  },
];
