/** Nobody's number on Linux and macOS, or near it. */
const nobody = 65_534;

/** Runs something without root's right to read every file, which a user does not have either. */
export async function asNobody<T>(work: () => T | Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
