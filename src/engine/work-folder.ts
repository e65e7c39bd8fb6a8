import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MdcvError } from '../problem.ts';

/**
 * Makes a folder for a run of TeX, or for what else is made where nobody sees it, which its caller removes.
 * @returns absolute path
 * @throws MdcvError `cannot-write`
 */
export function createWorkFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'mdcv-'));
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
