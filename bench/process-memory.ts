import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

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

/** What a program of Node keeps, once all that nobody needs any more has been collected. */
export interface LiveMemory {
  /** To be in the program's environment. */
  env: NodeJS.ProcessEnv;
  /** In MiB. */
  ask(pid: number): Promise<number>;
}

/** @param folder for the probe and its answers */
export function createLiveMemory(folder: string): LiveMemory {
  const file = join(folder, 'live-memory');
  const probe = join(folder, 'live-memory.mjs');
  writeFileSync(
    probe,
    `import { renameSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
process.on('SIGUSR2', () => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  writeFileSync(${JSON.stringify(`${file}.new`)}, String(heapUsed + external));
  renameSync(${JSON.stringify(`${file}.new`)}, ${JSON.stringify(file)});
});`,
  );
  return {
    env: { ...process.env, NODE_OPTIONS: `--import=${pathToFileURL(probe)}` },
    async ask(pid) {
      rmSync(file, { force: true });
      process.kill(pid, 'SIGUSR2');
      for (;;) {
        await delay(50);
        try {
          return Number(readFileSync(file, 'utf8')) / 1024 ** 2;
        } catch {
          // Not yet.
        }
      }
    },
  };
}
