import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** A process as it can be told apart from a later one with the same pid. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Boot and start time; null where the system does not tell (no /proc). */
  readonly started: string | null;
  /** For people: the command line. */
  readonly command: string;
}

export const ownIdentity = (): ProcessIdentity => ({
  pid: process.pid,
  host: hostname(),
  started: startOf(process.pid),
  command: ["node", ...process.argv.slice(1)].join(" ").slice(0, 500),
});

/** True unless the process is known to be gone. A process of another host cannot be looked at and counts as alive. */
export function isAlive(identity: ProcessIdentity): boolean {
  if (identity.host !== hostname()) return true;
  if (!exists(identity.pid)) return false;
  const started = startOf(identity.pid);
  // The same pid with another start time is a stranger that came later.
  return identity.started === null || started === null || started === identity.started;
}

export const describeProcess = ({ pid, host, command }: ProcessIdentity): string =>
  `process ${pid}${host === hostname() ? "" : ` on host ${host}`} (${command})`;

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Boot id and clock tick of a process's start; null where /proc is missing. A zombie holds nothing any more. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The command in parentheses may hold spaces and parentheses; the start time is the 20th field after it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return "zombie";
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim()}:${fields[19]}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return null;
  }
}
