import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { VFile } from 'vfile';
import { build } from '../build.ts';
import { createWorkFolder } from '../engine/work-folder.ts';
import type { Edition } from '../model/edition.ts';
import type { BuildInput } from '../options.ts';
import { addProblem, MdcvError } from '../problem.ts';
import { compareLock, type LockDifference } from './compare-lock.ts';
import { lockPath, readLock } from './lock-file.ts';

/**
 * Builds a CV once more, where nobody sees it, and compares that with what `mdcv.lock` records of it.
 * @param of which record: the template's name, and the edition
 * @param vfile takes a `changed-since-lock` for each difference
 * @throws MdcvError `not-locked`, and what `build` throws
 */
export async function checkLocked(
  input: BuildInput & { file: string },
  { template, edition }: { template: string; edition: Edition },
  vfile: VFile,
): Promise<LockDifference[]> {
  const locked = readLock(input.file, template, edition);
  if (!locked)
    throw new MdcvError(
      'not-locked',
      `Cannot compare, ${lockPath(input.file)} has no record of ${[template, edition.variant, edition.lang].filter(Boolean).join(', ')}`,
      {
        hint: `Make one: mdcv build ${input.file} --lock`,
      },
    );
  const folder = createWorkFolder();
  try {
    const { lock } = await build({ ...input, output: join(folder, 'cv.pdf'), lock: 'compare' });
    // What kept the build from a PDF is told where the CV is checked.
    if (!lock) return [];
    const differences = compareLock(locked, lock);
    for (const { what, before, now } of differences) {
      const change = [before && `was ${before}`, now && `is ${now}`].filter(Boolean).join(', ');
      addProblem(vfile, 'changed-since-lock', {
        reason: `${words[what]} changed since this was locked: ${change}`,
        note: 'If that is wanted, lock it again: `mdcv build --lock`.',
      });
    }
    return differences;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const words: Readonly<Record<LockDifference['what'], string>> = {
  content: 'The content',
  options: 'Options',
  template: 'The template',
  mdcv: 'mdcv',
  engine: 'The engine',
  class: 'The class',
  fonts: 'Fonts',
  'tex-files': 'Files of TeX',
  result: 'The PDF',
};
