/**
 * How fast memory is that nobody has touched for a while: some virtual machines follow what is in use, and take many times as long for what is not.
 * A watch rests between two edits, a stock pass starts anew, so that ratios of the two are told together with this.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { reportRows } from './table.ts';

const pageBytes = 4096;
const megabytes = 64;
const restMs = 1000;

export async function benchRestedMemory(): Promise<void> {
  const memory = new Uint8Array(megabytes * 1024 * 1024);
  const touch = (): number => {
    const startedAt = performance.now();
    for (let at = 0; at < memory.length; at += pageBytes) memory[at] = (memory[at] as number) + 1;
    return performance.now() - startedAt;
  };
  touch();
  const atOnce = [touch(), touch(), touch()];
  const rested: number[] = [];
  for (let count = 0; count < 3; count++) {
    await delay(restMs);
    rested.push(touch());
  }
  reportRows(`this machine: each page of ${megabytes} MiB, one after the other`, [
    ['touched again at once (ms)', atOnce, 1],
    [`touched after ${restMs} ms of rest (ms)`, rested, 1],
  ]);
}
