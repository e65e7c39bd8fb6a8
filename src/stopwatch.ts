/**
 * Starts measuring; what it returns says how many milliseconds have passed. Node's `performance` would do the same, but
 * loads a dozen parts of Node for it.
 */
export function startStopwatch(): () => number {
  const startedAt = process.hrtime.bigint();
  return () => Number(process.hrtime.bigint() - startedAt) / 1e6;
}
