/** Keeps the beginning and the end of what a program prints; an endless loop in TeX prints without end. */
export interface CappedOutput {
  add(chunk: Buffer): void;
  /** What was kept, decoded as UTF-8; where bytes were dropped, a line says how many. */
  text(): string;
}

/**
 * @param headBytes kept from the beginning
 * @param tailBytes kept from the end; memory use stays below the sum of both, plus one chunk
 */
export function createCappedOutput(headBytes: number, tailBytes: number): CappedOutput {
  const head: Buffer[] = [];
  let headSize = 0;
  let tail: Buffer[] = [];
  let tailSize = 0;
  let dropped = 0;

  const trimTail = (): void => {
    const joined = Buffer.concat(tail);
    const excess = joined.length - tailBytes;
    dropped += excess;
    // A copy, because a view would keep the whole buffer alive.
    tail = [Buffer.from(joined.subarray(excess))];
    tailSize = tailBytes;
  };

  return {
    add(chunk) {
      const room = Math.min(headBytes - headSize, chunk.length);
      if (room > 0) {
        head.push(chunk.subarray(0, room));
        headSize += room;
      }
      if (room === chunk.length) return;
      tail.push(chunk.subarray(room));
      tailSize += chunk.length - room;
      if (tailSize > 2 * tailBytes) trimTail();
    },
    text() {
      if (tailSize > tailBytes) trimTail();
      const parts =
        dropped > 0 ? [...head, Buffer.from(`\n[${dropped} bytes left out]\n`), ...tail] : [...head, ...tail];
      return Buffer.concat(parts).toString('utf8');
    },
  };
}
