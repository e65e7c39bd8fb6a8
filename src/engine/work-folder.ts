import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MdcvError } from '../problem.ts';
import type { Toolchain } from '../toolchain/toolchain.ts';

/** The process that made a folder is in its name. */
const ownName = /^mdcv-(\d+)-\w{6}$/;

/** What a process has left that was killed stays for so long (milliseconds): in another container's `/tmp` the same number may be alive. */
const abandonedMs = 60 * 60_000;

/**
 * Makes a folder for a run of TeX, or for what else is made where nobody sees it, which its caller removes. Those of processes that were
 * killed long ago go meanwhile.
 * @param toolchain whose run it is for, as a container sees one folder only; one that is elsewhere has to be held
 * @returns absolute path
 * @throws MdcvError `cannot-write`
 */
export function createWorkFolder(toolchain?: Pick<Toolchain, 'elsewhere'>): string {
  const root = resolve(toolchain?.elsewhere?.workRoot() ?? tmpdir());
  try {
    const folder = mkdtempSync(join(root, `mdcv-${process.pid}-`));
    removeAbandoned(root);
    return folder;
  } catch (cause) {
    throw new MdcvError(
      'cannot-write',
      `Cannot make a folder for TeX in \`${tmpdir()}\`: ${(cause as Error).message}`,
      {
        hint: 'Set TMPDIR to a folder that may be written to and has room.',
        cause,
      },
    );
  }
}

function removeAbandoned(root: string): void {
  for (const name of readdirSync(root)) {
    const pid = Number(ownName.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    try {
      const folder = join(root, name);
      if (Date.now() - statSync(folder).mtimeMs > abandonedMs)
        rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's, or gone by itself.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is another user's.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
