import { readFileSync } from 'node:fs';

/** What a process holds of the machine's memory, in MiB; 0 where it has ended. */
export function readMemory(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readStatus(pid))?.[1] ?? 0) / 1024;
}

/** A process may end between two looks. */
function readStatus(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'latin1');
  } catch {
    return '';
  }
}
