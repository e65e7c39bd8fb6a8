import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MdcvError } from '../problem.ts';
import type { Toolchain } from '../toolchain/toolchain.ts';

/**
 * Makes a folder for a run of TeX, or for what else is made where nobody sees it, which its caller removes.
 * @param toolchain whose run it is for, as a container sees one folder only; one that is elsewhere has to be held
 * @returns absolute path
 * @throws MdcvError `cannot-write`
 */
export function createWorkFolder(toolchain?: Pick<Toolchain, 'elsewhere'>): string {
  try {
    return mkdtempSync(join(toolchain?.elsewhere?.workRoot() ?? tmpdir(), 'mdcv-'));
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
