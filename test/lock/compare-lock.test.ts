import { expect, it } from 'vitest';
import { compareLock } from '../../src/lock/compare-lock.ts';
import type { LockedBuild } from '../../src/lock/locked-build.ts';

const locked: LockedBuild = {
  cv: 'cv.md',
  template: 'classic',
  mdcv: '0.1.0',
  engine: { name: 'pdflatex', version: 'pdfTeX, Version 3.14 (TeX Live 2022)' },
  class: { name: 'moderncv', version: '2022/02/21 v2.3.1' },
  fonts: ['LMRoman10-Regular', 'LMSans10-Regular'],
  options: { paper: 'a4', photo: true, profile: 'screen' },
  content: 'c'.repeat(64),
  templateFiles: 'd'.repeat(64),
  texFiles: { 'hyperref.sty': '1111', 'moderncv.cls': '2222' },
  result: 'e'.repeat(64),
  pages: 2,
};

it('finds nothing where nothing has changed', () => {
  expect(compareLock(locked, structuredClone(locked))).toEqual([]);
});

it.each<[Partial<LockedBuild>, string, string, string]>([
  [{ content: 'f'.repeat(64) }, 'content', 'cccccccccccccccc', 'ffffffffffffffff'],
  [{ options: { paper: 'letter', photo: true, profile: 'screen' } }, 'options', 'paper a4', 'paper letter'],
  [{ options: { paper: 'a4', photo: false, profile: 'screen' } }, 'options', 'photo', 'photo false'],
  [{ templateFiles: 'f'.repeat(64) }, 'template', 'classic dddddddddddddddd', 'classic ffffffffffffffff'],
  [{ mdcv: '0.2.0' }, 'mdcv', '0.1.0', '0.2.0'],
  [
    { engine: { name: 'pdflatex', version: 'pdfTeX, Version 3.15' } },
    'engine',
    'pdflatex pdfTeX, Version 3.14 (TeX Live 2022)',
    'pdflatex pdfTeX, Version 3.15',
  ],
  [{ class: { name: 'moderncv', version: 'v2.4' } }, 'class', 'moderncv 2022/02/21 v2.3.1', 'moderncv v2.4'],
  [{ fonts: ['LMSans10-Regular', 'Charis'] }, 'fonts', 'LMRoman10-Regular', 'Charis'],
  [
    { texFiles: { 'hyperref.sty': '3333', 'xurl.sty': '4444' } },
    'tex-files',
    'hyperref.sty 1111, moderncv.cls 2222',
    'hyperref.sty 3333, xurl.sty 4444',
  ],
  [{ result: 'f'.repeat(64) }, 'result', 'eeeeeeeeeeeeeeee', 'ffffffffffffffff'],
])('names what has changed: %o', (change, what, before, now) => {
  expect(compareLock(locked, { ...locked, ...change })).toEqual([{ what, before, now }]);
});

it('puts causes before the result', () => {
  const now = { ...locked, result: '0', content: '1', fonts: [] };
  expect(compareLock(locked, now).map(({ what }) => what)).toEqual(['content', 'fonts', 'result']);
});
