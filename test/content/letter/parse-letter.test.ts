import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ParsedCv } from '../../../src/content/parse-cv.ts';
import { parseCv } from '../../../src/content/parse-cv.ts';
import { readCvFile } from '../../../src/content/read-file.ts';
import { untrustedSources } from '../../../src/untrusted/untrusted-limits.ts';
import { showCv } from '../recognition/show-cv.ts';

const cv = `---
headline: Analyst
address: [1 Dorset Street, London]
email: ada@example.org
phone: +44 20 7946 0958
photo: me.png
lang: de
template: banking
pages: 2
footer: of the CV
keywords: [engines]
options: { colour: red, paper: letter }
bibliography: none.bib
---

# Ada Lovelace

github.com/ada

## Work

### Analyst | Engines | 2019
`;

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv-letter-')));
  mkdirSync(join(folder, 'content/letters'), { recursive: true });
  put('content/cv.md', cv);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

interface Read extends ParsedCv {
  shown: string[];
  problems: string[];
}

async function read(path: string, text: string, isPublic = false): Promise<Read> {
  put(path, text);
  const vfile = await readCvFile(join(folder, path));
  const parsed = await parseCv(vfile, { isPublic });
  return {
    ...parsed,
    shown: showCv(parsed.cv).trim().split('\n'),
    problems: vfile.messages.map(({ file, line, ruleId, reason }) =>
      `${file?.replace(`${folder}/`, '')}:${line ?? '-'} ${ruleId} ${reason}`.replaceAll(`${folder}/`, ''),
    ),
  };
}

const text = '\nEin Absatz.\n';

describe('a letter and its CV', () => {
  test('it takes the person and the look from cv.md beside it, and nothing else', async () => {
    const {
      shown,
      frontMatter,
      problems,
      inputs,
      sources,
      cv: letter,
    } = await read('content/letter.md', text);
    expect(problems).toEqual([]);
    expect(shown).toEqual([
      'name: Ada / Lovelace',
      'headline: Analyst',
      'photo: me.png',
      'address: 1 Dorset Street',
      'address: London',
      'email: ada@example.org -> mailto:ada@example.org',
      'phone: +44 20 7946 0958 -> tel:+442079460958',
      'github: github.com/ada -> https://github.com/ada',
      'opening: Sehr geehrte Damen und Herren,',
      'closing: Mit freundlichen Grüßen',
      'paragraph: Ein Absatz.',
    ]);
    expect(letter).toMatchObject({ lang: 'de', sections: [], keywords: [], footer: undefined });
    expect(frontMatter).toMatchObject({
      template: { value: 'banking' },
      options: { value: { colour: { value: 'red' }, paper: { value: 'letter' } } },
    });
    expect(frontMatter.pages).toBeUndefined();
    expect(frontMatter.bibliography).toBeUndefined();
    expect(inputs).toEqual([join(folder, 'content/cv.md')]);
    expect(sources.map(({ path }) => path)).toEqual([join(folder, 'content/cv.md')]);
  });

  test('its CV may be one whose name a Mac spelt', async () => {
    put(`content/${'Zoë.md'.normalize('NFD')}`, cv);
    const { problems, inputs } = await read(
      'content/letter.md',
      `---\ncv: ${'Zoë.md'.normalize('NFC')}\n---\n${text}`,
    );
    expect(problems).toEqual([]);
    expect(inputs).toEqual([join(folder, 'content', 'Zoë.md'.normalize('NFD'))]);
  });

  test('what comes from the CV says so', async () => {
    const { cv: letter, frontMatter } = await read('content/letter.md', text);
    const file = join(folder, 'content/cv.md');
    const { name, contacts, photo } = letter.person;
    expect(name?.given.position?.start).toMatchObject({ file, line: 16 });
    expect(contacts[0]?.text.children[0]?.position?.end).toMatchObject({ file, line: 4 });
    expect(photo?.position?.start).toMatchObject({ file, line: 6 });
    expect(frontMatter.template?.position?.start).toMatchObject({ file, line: 8 });
    expect(letter.introduction[0]?.position?.start.file).toBeUndefined();
    // Words of the language lead to the ends of the text.
    expect(letter.letter?.opening.position?.start.line).toBe(2);
    expect(letter.letter?.closing.position?.start).toMatchObject({ line: 2, column: 12 });
  });

  test('the CV of one that is not trusted may not be larger than any', async () => {
    put('content/letter.md', text);
    const vfile = await readCvFile(join(folder, 'content/letter.md'));
    const limits = { ...untrustedSources, markdownBytes: 100 };
    const { cv: letter } = await parseCv(vfile, { limits });
    expect(letter.person.name).toBeUndefined();
    expect(vfile.messages.map(({ ruleId, file }) => [ruleId, file?.endsWith('cv.md')])).toContainEqual([
      'too-large',
      true,
    ]);
  });

  test('a photo of its own is in its own folder', async () => {
    const { cv: letter } = await read('content/letter.md', `---\nphoto: other.png\n---\n${text}`);
    expect(letter.person.photo).toMatchObject({ path: 'other.png', position: { start: { line: 2 } } });
    expect(letter.person.photo?.position?.start.file).toBeUndefined();
  });

  test('what it says itself stands in place of that, and its own keys frame it', async () => {
    const { shown, frontMatter, problems } = await read(
      'content/letters/acme.md',
      `---
cv: ../cv.md
name: A. Lovelace
headline: Applicant
address: Paris
email: [a@l.example, b@l.example]
photo: false
lang: en
template: classic
options: { colour: blue }
recipient:
  name: Charles Babbage
  company: Engines Ltd
  address: { street: 1 Long Street, postcode: 10115, city: London, country: England }
date: 2026-03-02
subject: Work
opening: Dear Charles,
closing: Yours,
signature: ada.png
encl: [CV, a table]
summary: "*first*"
footer: last
keywords: own
---

Body[^1].

::: note
In a block.
:::

[^1]: A note.
`,
    );
    expect(problems).toEqual([]);
    expect(shown).toEqual([
      'name: A. / Lovelace',
      'headline: Applicant',
      'address: Paris',
      'phone: +44 20 7946 0958 -> tel:+442079460958',
      'github: github.com/ada -> https://github.com/ada',
      'email: a@l.example -> mailto:a@l.example',
      'email: b@l.example -> mailto:b@l.example',
      'to: Charles Babbage',
      'to: Engines Ltd',
      'to: 1 Long Street',
      'to: 10115 London',
      'to: England',
      'date: March 2, 2026',
      'subject: Work',
      'opening: Dear Charles,',
      'closing: Yours,',
      'signature: ada.png',
      'Enclosures: CV, a table',
      'paragraph: *first*',
      expect.stringContaining('Body'),
      'paragraph: In a block.',
      expect.stringContaining('A note.'),
      '',
      'footer: last',
    ]);
    expect(frontMatter.template?.value).toBe('classic');
    expect(frontMatter.options?.value).toMatchObject({ paper: { value: 'letter' } });
    expect(frontMatter.variantOptions?.value).toMatchObject({ colour: { value: 'blue' } });
  });

  test('lines of the recipient have their own places, however they are written', async () => {
    const lines = async (recipient: string): Promise<string[]> => {
      const { cv: letter } = await read('content/letter.md', `---\nrecipient: ${recipient}\n---\n${text}`);
      return (letter.letter?.recipient ?? []).map(({ children: [node], position }) =>
        node?.type === 'text' ? `${position?.start.line} ${node.value}` : '',
      );
    };
    expect(await lines('Acme')).toEqual(['2 Acme']);
    expect(await lines('\n  - Acme\n  - Bergen')).toEqual(['3 Acme', '4 Bergen']);
    expect(await lines('|\n  Acme\n\n  Bergen')).toEqual(['3 Acme', '5 Bergen']);
    expect(await lines('"Acme\\nBergen"')).toEqual(['2 Acme', '2 Bergen']);
    expect(await lines('\n  name: Acme\n  city: Springfield\n  state: IL\n  zip: 62701')).toEqual([
      '3 Acme',
      '4 Springfield, IL 62701',
    ]);
    expect(await lines('[]')).toEqual([]);
    expect((await read('content/letter.md', `---\nrecipient: true\n---\n${text}`)).problems).toEqual([
      'content/letter.md:2 wrong-type Cannot use `recipient` with `true`, expected a text, a list of lines, or name, company, street and city',
    ]);
    expect((await read('content/letter.md', `---\nenclosures: []\n---\n${text}`)).problems).toEqual([]);
  });

  test('errors of the CV are told in its file, warnings where it is built', async () => {
    put('content/cv.md', '---\nname: Ada\nemial: a@b.example\nvenues: 3\n---\n');
    expect((await read('content/letter.md', text)).problems).toEqual([
      expect.stringMatching(/^content\/cv\.md:4 wrong-type/),
    ]);
  });
});

describe('the CV of a letter that is not to be had', () => {
  const problemsOf = async (name: string): Promise<string[]> =>
    (await read('content/letter.md', `---\nname: Ada\nkind: letter\ncv: ${name}\n---\n${text}`)).problems;

  test('without `cv:` none is needed, but a name is; one that comes is waited for', async () => {
    rmSync(join(folder, 'content/cv.md'));
    const { problems, inputs } = await read('content/letter.md', text);
    expect(problems).toEqual([
      'content/letter.md:1 missing-name Cannot find whose letter this is, expected a CV with a name, or `name` in the front matter',
    ]);
    expect(inputs).toEqual([join(folder, 'content/cv.md')]);
    const alone = await read('content/letter.md', `---\nname: Ada\ncv: false\n---\n${text}`);
    expect(alone).toMatchObject({ problems: [], inputs: [], sources: [] });
  });

  test.each([
    ['none.md', 'there is no such file'],
    ['cv.pdf', 'it is no Markdown file'],
    ['letter.md', 'it is the letter itself'],
    ['../../cv.md', "it is outside the letter's folder and the one above"],
    ['/etc/hosts.md', "it is outside the letter's folder and the one above"],
    ['nowhere/cv.md', 'there is no such file'],
    ['link.md', 'it is no Markdown file'],
  ])('%s: %s', async (name, reason) => {
    put('content/secret', 'Secret');
    symlinkSync(join(folder, 'content/secret'), join(folder, 'content/link.md'));
    expect(await problemsOf(name)).toEqual([
      `content/letter.md:4 missing-cv Cannot read the CV \`${name}\` of this letter, ${reason}`,
    ]);
  });

  test('where it could not be read, nobody knows the name', async () => {
    const { problems } = await read('content/letter.md', `---\ncv: none.md\n---\n${text}`);
    expect(problems).toEqual([expect.stringContaining('missing-cv')]);
  });

  test('a folder, and another letter', async () => {
    mkdirSync(join(folder, 'content/dir.md'));
    expect(await problemsOf('dir.md')).toEqual([
      'content/letter.md:4 missing-cv Cannot read `content/dir.md`, it is a folder, which this letter goes with',
    ]);
    put('content/other-letter.md', 'Text');
    expect(await problemsOf('other-letter.md')).toEqual([
      'content/letter.md:4 missing-cv Cannot take `content/other-letter.md` for the CV of this letter, it is a letter, too',
    ]);
  });

  test('where none is named, what makes the file a letter is the place', async () => {
    const itself = 'missing-cv Cannot read the CV `cv.md` of this letter, it is the letter itself';
    for (const [matter, line] of [
      ['lang: en\nto: Ms Doe', 3],
      ['lang: en\nto: Ms Doe\nkind: letter', 4],
    ])
      expect((await read('content/cv.md', `---\n${matter}\n---\n${text}`)).problems).toEqual([
        `content/cv.md:${line} ${itself}`,
      ]);
    rmSync(join(folder, 'content/cv.md'));
    mkdirSync(join(folder, 'content/cv.md'));
    expect((await read('content/letter.md', text)).problems).toEqual([
      'content/letter.md:1 missing-cv Cannot read `content/cv.md`, it is a folder, which this letter goes with',
    ]);
    rmSync(join(folder, 'content/cv.md'), { recursive: true });
    put('content/cv.md', '---\nkind: letter\n---\nText');
    expect((await read('content/letter.md', text)).problems).toEqual([
      'content/letter.md:1 missing-cv Cannot take `content/cv.md` for the CV of this letter, it is a letter, too',
    ]);
  });

  test('a CV right above or in a folder below may be read', async () => {
    expect((await read('content/letters/a.md', `---\ncv: ../cv.md\n---\n${text}`)).shown[0]).toBe(
      'name: Ada / Lovelace',
    );
    expect((await read('letter.md', `---\ncv: content/cv.md\n---\n${text}`)).shown[0]).toBe(
      'name: Ada / Lovelace',
    );
  });
});

describe('a public letter', () => {
  test('leaves out what the CV keeps private, and its own private text', async () => {
    put(
      'content/cv.md',
      '---\nname: Ada Lovelace\nprivate: [phone, adress]\nphone: +44 20 7946 0958\nemail: a@b.example\n---\n\n## Work {.private}\n\nSecret work\n',
    );
    const { shown, privateParts, problems } = await read(
      'content/letter.md',
      '---\nmobile: +44 20 7946 0000\n---\n\nOne.\n\nHidden. {.private}\n',
      true,
    );
    expect(shown).toEqual([
      'name: Ada / Lovelace',
      'email: a@b.example -> mailto:a@b.example',
      'opening: Dear Sir or Madam,',
      'closing: Yours faithfully,',
      'paragraph: One.',
    ]);
    const file = join(folder, 'content/cv.md');
    expect(
      privateParts?.map(({ what, position }) => [what, position?.start.file, position?.start.line]),
    ).toEqual([
      ['text', undefined, 7],
      ['mobile', undefined, 2],
      ['section', file, 8],
      ['phone', file, 4],
    ]);
    expect(problems).toEqual([
      'content/cv.md:3 unknown-private-field Cannot keep `adress` private, mdcv does not know this field',
    ]);
  });

  test('needs no CV', async () => {
    const source = '---\nname: Ada\ncv: false\n---\n\nOne.\n\nHidden. {.private}\n';
    expect((await read('content/letter.md', source, true)).privateParts).toHaveLength(1);
  });

  test('the private fields of both hold', async () => {
    put('content/cv.md', '---\nname: Ada\nprivate: [phone]\nchecks: { widow: "a" }\n---\n');
    const source =
      '---\nprivate: [email]\nchecks: { fitted: "b" }\nphone: +44 20 7946 0958\nemail: a@b.example\n---\n\nOne.\n';
    const { shown, frontMatter } = await read('content/letter.md', source, true);
    expect(shown.join()).not.toMatch(/7946|a@b/);
    expect(Object.keys(frontMatter.checks?.value ?? {})).toEqual(['widow', 'fitted']);
  });
});
