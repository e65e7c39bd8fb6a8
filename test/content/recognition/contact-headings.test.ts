import { toString as textOf } from 'mdast-util-to-string';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';
import type { Cv } from '../../../src/model/cv.ts';

async function read(body: string): Promise<Cv> {
  const { cv } = await parseCv(
    new VFile({ path: 'cv.md', value: `---\nname: Ada Lovelace\n---\n\n${body}\n` }),
  );
  return cv;
}

test.each([
  '[Loom](https://loom.example) | Python, Flask',
  'Loom | [Shed](https://loom.example)',
  'Loom | Shed.ai',
])('`### %s` below the first heading is an entry, though one part of it is an address', async (heading) => {
  const { sections } = await read(`## Machines\n\n### ${heading}\n\n- Wove\n\n## Words\n\nFew.`);
  const [entry] = sections[0]?.blocks ?? [];
  expect(entry?.type).toBe('entry');
  expect(entry?.type === 'entry' && entry.subtitle && textOf(entry.subtitle)).toMatch(/^(?:Python|Shed)/);
});

test.each([
  'ada@loom.example | Turin',
  'Email: ada@loom.example',
  '[Code](https://github.com/ada) | [Page](https://ada.example)',
])('`#### %s` below the name is a line of contacts', async (heading) => {
  const { person, sections } = await read(
    `# Ada Lovelace\n\n#### ${heading}\n\n## Machines\n\nTwo.\n\n## Words\n\nFew.`,
  );
  expect(person.contacts.some(({ url }) => url !== undefined)).toBe(true);
  expect(sections.map(({ title }) => textOf(title))).toEqual(['Machines', 'Words']);
});
