import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toJsonResume } from '../../src/export/to-json-resume.ts';
import { importText, readImported } from './formats.ts';

const signs = fc.constantFrom(
  ...'|–—-·•@,;:.()[]{}<>#*_`~^$%&/\\\'"!?+=0123456789 \n'.split(''),
  'a',
  'B',
  'ß',
  '中',
  'й',
  '2019',
  ' - ',
  ' in ',
  'present',
  '📍',
);
const text = fc.array(signs, { minLength: 1, maxLength: 12 }).map((parts) => `x${parts.join('')}y`);
const line = text.map((one) => one.replace(/\s+/g, ' '));
const date = fc.constantFrom('2012', '2013-05', '2014-06-30');

it('plain fields of any text come back as they were', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ name: line, position: line, location: line, startDate: date, url: fc.webUrl() }),
      fc.array(line, { minLength: 1, maxLength: 4 }),
      async (work, keywords) => {
        const resume = {
          basics: { name: 'Ada' },
          work: [work],
          skills: [{ name: 'Tools', level: 'Good', keywords }],
        };
        const imported = await importText(JSON.stringify(resume), 'r.json');
        const { cv, frontMatter, vfile } = await readImported(imported);
        const back = toJsonResume(cv, frontMatter, vfile);
        const squeeze = (value: unknown): string =>
          JSON.stringify(value, (_, one) =>
            typeof one === 'string' ? one.replace(/[^\p{L}\p{N}]+/gu, '') : one,
          );
        const [job] = back.work as Record<string, unknown>[];
        expect(squeeze([job?.name, job?.position, job?.location, job?.startDate])).toBe(
          squeeze([work.name, work.position, work.location, work.startDate]),
        );
        const [skill] = back.skills as { name: string; level: string; keywords: string[] }[];
        expect(skill).toMatchObject({ name: 'Tools', level: 'Good' });
        expect(squeeze(skill?.keywords.join(''))).toBe(squeeze(keywords.join('')));
      },
    ),
    { numRuns: 60, seed: 1843 },
  );
});
