/** Little CMS, which is not ours, reads the profile and finds its own sRGB in it. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { srgbProfile } from '../../templates/prepare/srgb-profile.ts';
import { createFolder, lacking } from './mdcv.ts';

const noTransicc = lacking(['transicc']);

describe.skipIf(noTransicc)(`the profile of sRGB${noTransicc ? ` (skipped: ${noTransicc})` : ''}`, () => {
  it.each([
    [0, 0, 0],
    [255, 255, 255],
    [255, 0, 0],
    [12, 200, 77],
    [3, 7, 250],
    [128, 128, 128],
  ])('takes %d %d %d for what it is', (...colour) => {
    const folder = createFolder();
    writeFileSync(join(folder, 'own.icc'), srgbProfile());
    const read = execFileSync('transicc', ['-t1', '-n', '-i', 'own.icc', '-o', '*sRGB'], {
      cwd: folder,
      encoding: 'utf8',
      input: `${colour.join(' ')}\nq\n`,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const values = read.trim().split(/\s+/).slice(0, 3).map(Number);
    for (const [index, value] of values.entries())
      expect(Math.abs(value - (colour[index] as number))).toBeLessThan(0.1);
    expect(values).toHaveLength(3);
  });
});
