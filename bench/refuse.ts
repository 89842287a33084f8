/** Ends a command that was asked for what is not there: the reason without a stack, exit 2. */
export function refuse(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
