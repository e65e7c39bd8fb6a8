import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  changeLook,
  findTemplates,
  keepLanguage,
  type SetLook,
  toChoices,
  toLook,
  writeLook,
} from '../../src/preview/look.ts';
import type { LookChange } from '../../src/preview/protocol.ts';

const templates = await findTemplates('cv.md', undefined);
const none = { options: {} };
const frontMatter = { contacts: [] };
const plain: SetLook = { template: 'academic', options: {}, lang: 'en', frontMatter, cv: {} };
const several: SetLook = {
  ...plain,
  variant: 'industry',
  frontMatter: {
    ...frontMatter,
    variants: ['industry', 'long'].map((name) => ({ name, exclude: [] })),
    languages: ['en', 'de'],
    variantLanguages: ['en', 'de'],
  },
};

function createCv(text: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'mdcv-look-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'cv.md');
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}

describe('toLook', () => {
  it('offers the templates, and the options of the one that is set with their values', () => {
    const set = { ...plain, options: { colour: '2F7D32', paper: 'letter', photo: true } };
    const look = toLook(templates, set, none);
    expect(look.templates.map(({ name }) => name)).toContain('banking');
    expect(look).toMatchObject({ template: 'academic', isChosen: false });
    const values = Object.fromEntries(look.options.map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({ colour: 'green', paper: 'letter', fontSize: '10pt', photo: true });
    // A length is nothing to switch.
    expect(Object.keys(values)).not.toContain('margin');
  });
  it('shows what was chosen before it is built', () => {
    const set = { ...plain, options: { colour: '2F7D32' } };
    const look = toLook(templates, set, { template: 'classic', options: { colour: '#123456' } });
    expect(look).toMatchObject({ template: 'classic', isChosen: true });
    expect(look.options.find(({ name }) => name === 'colour')?.value).toBe('#123456');
  });
});

describe('the editions of a CV', () => {
  it('are offered, and what is chosen is shown', () => {
    expect(toLook(templates, plain, none)).toMatchObject({ variants: [], languages: [], document: 'CV' });
    const look = toLook(templates, several, { ...none, lang: 'de' });
    expect(look).toMatchObject({
      variants: ['none', 'industry', 'long'],
      variant: 'industry',
      languages: ['en', 'de'],
      lang: 'de',
      // It is no look, and nothing to be written.
      isChosen: false,
    });
  });
  it('are chosen beside a look, and kept', () => {
    const first = changeLook(templates, several, none, { variant: 'long' });
    expect(first).toMatchObject({ variant: 'long', options: {} });
    const second = changeLook(templates, several, first, { lang: 'de', options: { paper: 'letter' } });
    expect(second).toMatchObject({ variant: 'long', lang: 'de', options: { paper: 'letter' } });
    expect(changeLook(templates, several, second, { variant: 'none' })).toMatchObject({
      variant: 'none',
      lang: 'de',
    });
    expect(() => changeLook(templates, several, none, { variant: 'short' })).toThrow('Cannot find a variant');
  });
  it('lose a language that the variant has not, in place of what the command line says', async () => {
    const file = createCv('---\nlang: [en, de]\nvariants:\n  industry: {}\n  academic: { lang: en }\n---\n');
    const chosen = { ...none, lang: 'de' };
    expect(await keepLanguage(file, { ...chosen, variant: 'industry' })).toMatchObject({ lang: 'de' });
    const kept = await keepLanguage(file, { ...chosen, variant: 'academic' });
    expect(toChoices(kept)).toEqual({ variant: 'academic', lang: undefined, options: {} });
  });
});

describe('changeLook', () => {
  it('adds to what is chosen, and leaves behind what another template has no use for', () => {
    const first = changeLook(templates, plain, none, { options: { paper: 'letter', font: 'charter' } });
    expect(first).toEqual({ template: undefined, options: { paper: 'letter', font: 'charter' } });
    const banking = templates.find(({ name }) => name === 'banking')?.manifest.options.font;
    const fits = banking?.type === 'choice' && banking.values.includes('charter');
    expect(changeLook(templates, plain, first, { template: 'banking' })).toEqual({
      template: 'banking',
      options: { paper: 'letter', ...(fits && { font: 'charter' }) },
    });
  });
  it.each<LookChange>([
    { template: '../../etc' },
    { options: { paper: 'a3}' } },
    { options: { nothing: 'x' } },
    { options: { constructor: 'x' } },
    { variant: 'industry' },
    { lang: '../de' },
  ])('refuses %j', (change) => {
    expect(() => changeLook(templates, plain, none, change)).toThrow('Cannot');
  });
});

describe('writeLook', () => {
  it('edits the file behind a link, and keeps who may read it', () => {
    const file = createCv('---\nname: Ada\noptions:\n  color: red # warm\n---\n');
    chmodSync(file, 0o640);
    const link = `${file}.link`;
    symlinkSync(file, link);
    writeLook(link, { template: 'banking', options: { colour: 'blue', photo: false } }, plain);
    expect(readFileSync(file, 'utf8')).toBe(
      '---\nname: Ada\noptions:\n  photo: false\n  color: blue # warm\ntemplate: banking\n---\n',
    );
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });
  it('writes into the variant that is shown what that says itself', () => {
    const file = createCv(
      '---\ntemplate: {en: classic, de: casual}\noptions: {paper: a4}\nvariants:\n  industry: {template: banking, color: red}\n  long:\n    include: all\n---\n',
    );
    writeLook(file, { template: 'academic', options: { colour: 'blue', paper: 'letter' } }, several);
    writeLook(file, { template: 'fancy', options: { paper: 'letter' } }, { ...several, variant: 'long' });
    expect(readFileSync(file, 'utf8')).toBe(
      '---\ntemplate: { en: fancy, de: casual }\noptions: { paper: letter }\nvariants:\n  industry: { template: academic, color: blue, options: { paper: letter } }\n  long:\n    include: all\n---\n',
    );
  });
  it('leaves alone what it cannot read', () => {
    const bytes = Uint8Array.of(0x2d, 0xff, 0x0a);
    const file = createCv(bytes);
    expect(() => writeLook(file, { options: { paper: 'a4' } }, plain)).toThrow('not written in UTF-8');
    expect(new Uint8Array(readFileSync(file))).toEqual(bytes);
  });
});
