import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { checkTagging } from '../../src/engine/check-tagging.ts';

it.each([
  [
    'TeX Live 2022/Debian, /usr/bin',
    'no-tags Cannot tag the PDF with TeX Live 2022/Debian, expected TeX Live 2024 or later',
  ],
  ['MiKTeX 23.1, C:\\tex', 'no-tags Cannot tag the PDF with MiKTeX 23.1, expected TeX Live 2024 or later'],
  [
    'TeX Live 2024, /opt/texlive/bin',
    'partial-tags The PDF is tagged by the code of TeX Live 2024 that is still on trial: what it does not know, such as the head of an entry, is a paragraph',
  ],
])('says what %s cannot tag', (release, told) => {
  const vfile = new VFile({ path: 'cv.md' });
  checkTagging(release, undefined, vfile);
  expect(vfile.messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`)).toEqual([told]);
});
