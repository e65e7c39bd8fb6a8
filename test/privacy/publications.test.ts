import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { expect, onTestFinished, test } from 'vitest';
import { type ParsedCv, parseCv } from '../../src/content/parse-cv.ts';

const bib = [
  '@article{a, title={A Secret Paper on Engines}, author={Lovelace, Ada}, journal={J}, year=2020, note={Do not tell}, doi={10.1000/secret}, code={https://example.org/secret}}',
  '@article{b, title={An Open Paper on Looms}, author={Lovelace, Ada}, journal={J}, year=2021, doi={10.1000/open}}',
].join('\n');

async function publish(
  frontMatter: string,
  body: string,
): Promise<ParsedCv & { json: string; left: string; codes: string[] }> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv-private-')));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'p.bib'), bib);
  const value = `---\nname: Ada Lovelace\nbibliography: p.bib\n${frontMatter}---\n\n${body}\n`;
  const vfile = new VFile({ path: join(folder, 'cv.md'), value });
  const parsed = await parseCv(vfile, { isPublic: true });
  return {
    ...parsed,
    json: JSON.stringify(parsed.cv),
    left: JSON.stringify(parsed.privateParts?.map(({ texts }) => texts)),
    codes: vfile.messages.map(({ ruleId }) => String(ruleId)),
  };
}

test('a private block goes with what its entries say, and an emptied section asks for no list', async () => {
  const { json, left, codes } = await publish(
    '',
    '## Publications\n\n::: {.publications .private}\n:::\n\n## B\n\nb\n',
  );
  expect(json).not.toMatch(/Engines|Looms|Publications/);
  for (const text of [
    'A Secret Paper on Engines',
    'Do not tell',
    '10.1000/secret',
    'https://example.org/secret',
    'An Open Paper',
  ])
    expect(left).toContain(text);
  expect(codes).toEqual([]);
});

test('an entry that is listed in public, too, is public', async () => {
  const { json, left } = await publish(
    '',
    '## A\n\n::: publications {keys=b}\n:::\n\n## C {.private}\n\n::: publications\n:::\n',
  );
  expect(json).toContain('Looms');
  expect(json).not.toContain('Engines');
  expect(left).toContain('Engines');
  expect(left).not.toContain('Looms');
});

test.each([
  '## Publications\n',
  '## A\n\n::: publications\n:::\n',
  '## A\n\n### A1\n\n::: publications\n:::\n\n### A2\n\n- 2020: x\n\n  y\n',
])('the field `publications` means all lists: %j', async (body) => {
  const { json, left, codes } = await publish('private: publications\n', body);
  expect(json).not.toMatch(/Engines|Looms/);
  expect(left).toMatch(/Looms.*Engines/);
  expect(codes).toEqual([]);
});
