/** Work of a fast engine that no build waits for: one thing after the other. */
export interface Background {
  /** What it throws is told, and nothing else. */
  add(work: () => Promise<void>): void;
  /** Resolves when all that was added until now is done. */
  settled(): Promise<void>;
}

/** @param onDebug takes a line on what has failed */
export function createBackground(onDebug: (message: string) => void): Background {
  let last: Promise<void> = Promise.resolve();
  return {
    add(work) {
      last = last.then(work).catch((error: unknown) => {
        onDebug(`Cannot make the fast engine ready: ${(error as Error).message}`);
      });
    },
    settled: () => last,
  };
}
