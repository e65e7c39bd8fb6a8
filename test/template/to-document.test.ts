import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCv } from '../../src/content/parse-cv.ts';
import { readCvFile } from '../../src/content/read-file.ts';
import { loadTemplate, type Template } from '../../src/template/load-template.ts';
import { resolveOptions } from '../../src/template/resolve-options.ts';
import { toDocument } from '../../src/template/to-document.ts';
import { createJpegHead, createPng } from '../images.ts';

const png = createPng({ colourType: 2 });

/** Every part of the model, each on a line of its own. */
const cv = `---
name: Ada Lovelace
headline: Analyst & poet
email: ada@example.org
phone: +44 20 7946 0958 (office)
address: London
photo: me.png
keywords: [engines, numbers]
date: May 2024
footer: Printed with care
lang: de-AT
---

A first word.

## Work

### Analyst | Engines Ltd | London | half time | 2019-2021

- Did 100 % of it ![logo](me.png)

### Undated things

Prose here. ![other](none.png)

**Tools:** pen, paper

**Story:**

- first
- second

> quoted
`;

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv-document-')));
  writeFileSync(join(folder, 'me.png'), png);
  writeFileSync(join(folder, 'cut.png'), png.subarray(0, 99));
  writeFileSync(join(folder, 'cv.md'), cv);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Case {
  template?: Template | string;
  source?: string;
  engine?: 'pdflatex' | 'xelatex';
  options?: Record<string, string | boolean>;
}

async function render({ template = 'classic', source = cv, engine = 'pdflatex', options }: Case = {}) {
  writeFileSync(join(folder, 'cv.md'), source);
  const vfile = await readCvFile(join(folder, 'cv.md'));
  const parsed = await parseCv(vfile);
  const loaded = typeof template === 'string' ? await loadTemplate(template, []) : template;
  const resolved = options ?? resolveOptions(loaded.manifest, parsed.frontMatter, vfile);
  const result = toDocument({ cv: parsed.cv, template: loaded, engine, options: resolved, vfile });
  return {
    ...result,
    messages: vfile.messages.map((message) => `${message.line ?? ''} ${message.ruleId} ${message.reason}`),
  };
}

/** A template that prints only what a test says. */
async function bare(main: string): Promise<Template> {
  const own = mkdtempSync(join(folder, 't'));
  writeFileSync(join(own, 'main.tex.njk'), main);
  return { name: 'bare', folder: own, manifest: (await loadTemplate('classic', [])).manifest };
}

describe('toDocument', () => {
  it('knows for each line of TeX its Markdown line', async () => {
    const { document } = await render();
    const lines = document.source.split('\n');
    const lineOf = (text: string): number | undefined =>
      document.origins[lines.findIndex((line) => line.includes(text))]?.content?.line;
    expect(lineOf('first word')).toBe(14);
    expect(lineOf('Engines')).toBe(18);
    expect(lineOf('Did~100') ?? lineOf('Did 100')).toBe(20);
    expect(lineOf('quoted')).toBe(33);
    expect(document.source).not.toMatch(/[\uFDD0-\uFDEF]/);
  });

  it('brings photo and images along, each once, and says which image is missing', async () => {
    const { document, inputs, messages } = await render();
    expect(document.assets).toEqual([{ name: 'image-1.png', from: join(folder, 'me.png') }]);
    expect(inputs).toContain(join(folder, 'me.png'));
    expect(messages).toEqual(['24 missing-image Cannot use the image `none.png`: there is no such file']);
  });

  it('leaves the photo out where the option says so', async () => {
    const source = '---\nname: Ada\nphoto: me.png\noptions:\n  photo: false\n---\n\n## X\n\ny\n';
    expect((await render({ source })).document.assets).toEqual([]);
  });

  it.each([
    ['none.png', 'missing-photo', 'there is no such file'],
    ['cv.md', 'bad-photo', 'it is neither PNG nor JPEG nor PDF'],
    ['cut.png', 'bad-photo', 'it is damaged, the file ends too early'],
    ['/etc/passwd', 'missing-photo', 'it is outside the folder of the Markdown file'],
    ['https://x.example/me.jpg', 'missing-photo', 'mdcv reads nothing from the network'],
  ])('tells of a photo that cannot be used: %s', async (name, code, reason) => {
    const source = `---\nname: Ada\nphoto: ${name}\n---\n\n## X\n\ny\n`;
    expect((await render({ source })).messages).toEqual([
      `3 ${code} Cannot use the photo \`${name}\`: ${reason}`,
    ]);
  });

  it('takes a picture in the heading for the photo, and tells of a missing one', async () => {
    const source = (name: string): string => `# Ada ![portrait](${name})\n\n## X\n\ny\n`;
    expect((await render({ source: source('me.png') })).document.assets).toHaveLength(1);
    expect((await render({ source: source('none.png') })).messages).toEqual([
      '1 missing-photo Cannot use the photo `none.png`: there is no such file',
    ]);
  });

  it('sets a letter with its signature, and says what is wrong with it', async () => {
    const letter = (signature: string): string =>
      `---\nname: Ada\nkind: letter\ncv: false\nsignature: ${signature}\nsubject: Work & play\nrecipient: Acme\nenclosures: CV\ndate: today-ish\n---\n\nOne.\n`;
    const { document, messages } = await render({ source: letter('me.png') });
    expect(messages).toEqual([]);
    expect(document.assets).toEqual([{ name: 'image-1.png', from: join(folder, 'me.png') }]);
    expect(document.source).toContain('{\\mdcvlettersignature{image-1.png}}');
    expect(document.source).toContain('pdftitle={Ada: Work \\& play}');
    expect((await render({ source: letter('none.png') })).messages).toEqual([
      '5 missing-signature Cannot use the signature `none.png`: there is no such file',
    ]);
    expect((await render({ source: letter('cut.png') })).messages).toEqual([
      '5 missing-signature Cannot use the signature `cut.png`: it is damaged, the file ends too early',
    ]);
  });

  it('takes the photo of a letter from the folder of its CV', async () => {
    mkdirSync(join(folder, 'above'), { recursive: true });
    writeFileSync(join(folder, 'above/her.png'), png);
    writeFileSync(join(folder, 'above/ada.md'), '---\nname: Ada\nphoto: her.png\n---\n');
    const source = '---\nkind: letter\ncv: above/ada.md\n---\n\nOne.\n';
    const { document, messages } = await render({ source });
    expect(messages).toEqual([]);
    expect(document.assets).toEqual([{ name: 'image-1.png', from: join(folder, 'above/her.png') }]);
  });

  it('claims PDF/A only where every image may stand in one', async () => {
    writeFileSync(join(folder, 'press.jpg'), createJpegHead(4));
    const source = (image: string): string => `---\nname: Ada\n---\n\n## X\n\n![x](${image}) ![me](me.png)\n`;
    const template = await bare(
      '<< cv.metadata.pdfa >> << cv.person.given >> << cv.sections[0].blocks[0].text >>',
    );
    expect((await render({ template, source: source('me.png') })).document.source).toMatch(/^true /);
    const press = await render({ template, source: source('press.jpg') });
    expect(press.document.source).toMatch(/^false /);
    expect(press.messages.filter((message) => message.includes('no-pdfa'))).toHaveLength(1);
  });

  it('gives the metadata, the language and the options', async () => {
    const template = await bare(
      '<< cv.metadata.title >>|<< cv.metadata.xmp.author >>|<< cv.metadata.xmp.keywords >>|<< cv.metadata.producer >>|<< cv.lang >>|<< cv.babel >>|<< options.paper >>|<< cv.engine >>',
    );
    expect((await render({ template })).document.source).toBe(
      'Ada Lovelace|Ada Lovelace|engines, numbers|pdfTeX|de-AT|naustrian|a4|pdflatex',
    );
  });

  it('tells which fields a template did not print, each at its line', async () => {
    const { messages } = await render({ template: await bare('<< cv.person.given >>') });
    const unprinted = messages.filter((message) => message.includes('unprinted-field'));
    const field = (line: number, name: string): string =>
      `${line} unprinted-field The template \`bare\` did not print ${name}`;
    expect(unprinted).toEqual(
      expect.arrayContaining([
        field(2, 'name'),
        field(3, 'headline'),
        field(4, 'contact email'),
        field(5, 'contact phone, remark'),
        field(6, 'address'),
        field(7, 'photo'),
        field(9, 'date'),
        field(10, 'footer'),
        field(16, 'section title'),
        field(18, 'entry date'),
        field(18, 'entry title'),
        field(18, 'entry subtitle'),
        field(18, 'entry place'),
        field(22, 'entry title'),
        field(26, 'item label'),
        field(26, 'item text'),
        field(28, 'subsection title'),
        field(33, 'blockquote'),
      ]),
    );
  });

  it('tells of a field whose place is not known', async () => {
    const template = await bare('x');
    const vfile = await readCvFile(join(folder, 'cv.md'));
    const { cv: parsed } = await parseCv(vfile);
    const headline = { children: [{ type: 'text' as const, value: 'made up' }] };
    const made = {
      ...parsed,
      person: { address: [], contacts: [], headline },
      introduction: [],
      sections: [],
    };
    toDocument({
      cv: { ...made, date: undefined, footer: undefined },
      template,
      engine: 'pdflatex',
      options: {},
      vfile,
    });
    expect(vfile.messages.at(-1)).toMatchObject({ ruleId: 'unprinted-field', line: 1, column: 1 });
  });

  it('counts for each field what was printed and what was not', async () => {
    const template = await bare('<< cv.sections[0].title >><< cv.sections[0].blocks[0].title >>');
    const { coverage } = await render({ template });
    expect(coverage).toContainEqual({ field: 'section title', printed: 1, unprinted: 0 });
    expect(coverage).toContainEqual({ field: 'entry title', printed: 1, unprinted: 1 });
    expect(coverage).toContainEqual({ field: 'headline', printed: 0, unprinted: 1 });
  });

  it('gives the icons of the contacts that have one, and none to those without', async () => {
    const template = await bare('<% for icon in icons %><< icon.name >> <% endfor %>');
    expect((await render({ template })).document.source).toBe('email phone ');
    expect((await render({ template, source: '## X\n\ny\n' })).document.source).toBe('');
    const odd = '---\nname: Ada\ncontacts: just words\n---\n\n## X\n\ny\n';
    expect((await render({ template, source: odd })).document.source).toBe('');
    const labelled = '# Ada\n\nPhone: +44 20 1234567 | ada@example.org\n\n## X\n\ny\n';
    expect((await render({ template, source: labelled })).document.source).toBe('email ');
  });

  it('cuts a title for the outline, where nobody reads thousands of letters', async () => {
    const template = await bare('<% for s in cv.sections %><< s.bookmark >>|<% endfor %>');
    const source = `## ${'é'.repeat(300)}\n\nx\n\n## ${'é'.repeat(301)}\n\nx\n`;
    const { document } = await render({ template, source });
    expect(document.source).toBe(`${'é'.repeat(300)}|${'é'.repeat(300)}…|`);
  });

  it('sets an item with a list, a name that does not split, and scripts for the Unicode engines', async () => {
    const source = '---\nname: 张伟\n---\n\n## X\n\nStory\n:   - first\n    - second\n\nПривет\n';
    const template = await bare(
      '<< cv.person.given >>|<% for b in cv.sections[0].blocks %><< b.type >> <% endfor %>|<< cv.scripts >>',
    );
    const { document, scripts } = await render({ template, source, engine: 'xelatex' });
    expect(scripts).toEqual(['cyrillic', 'han']);
    expect(document.source).toContain('\\mdcvscript{han}{张伟}|');
    expect(document.source).toContain('|item prose |');
  });
});
