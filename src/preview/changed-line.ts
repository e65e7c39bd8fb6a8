/** The first line (1-based) in which a text differs from what it was; nothing where they are the same. */
export function changedLine(before: string, after: string): number | undefined {
  if (before === after) return undefined;
  const old = before.split('\n');
  const lines = after.split('\n');
  const index = lines.findIndex((line, at) => line !== old[at]);
  return index === -1 ? lines.length : index + 1;
}
