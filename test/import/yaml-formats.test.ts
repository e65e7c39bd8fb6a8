import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kindOfWord } from '../../src/content/recognition/contact-kinds.ts';
import {
  formatsFolder,
  importFixture,
  importText,
  leavesOfFile,
  lettersOf,
  messagesOf,
  readImported,
  wordsOfCv,
} from './formats.ts';

/** Settings of the other tools, which are kept as comments, and words that mdcv says in its own way. */
const settings = /^(?:design|locale|settings|layouts)\./;
const translated: ReadonlyMap<string, string> = new Map([['present', 'günümüz']]);

describe.each([
  ['render-cv.yaml', 'render-cv.md'],
  ['yaml-resume.yml', 'yaml-resume.md'],
])('%s', (name, golden) => {
  it('becomes Markdown as people write it', async () => {
    const { markdown } = await importFixture(name);
    await expect(markdown).toMatchFileSnapshot(join(formatsFolder, golden));
  });

  it('is read by mdcv without a message, and every field is in the CV or a comment', async () => {
    const imported = await importFixture(name);
    const { cv, frontMatter, vfile } = await readImported(imported);
    expect(messagesOf(vfile)).toEqual([]);
    const words = lettersOf(wordsOfCv([cv, frontMatter]));
    const comments = lettersOf((imported.markdown?.match(/^# .*$/gm) ?? []).join('\n'));
    const lost = leavesOfFile(join(formatsFolder, name)).filter(({ path, value }) => {
      // Links of Markdown stand apart from their texts, a highlight's ` - ` parts bullets.
      const pieces = value.split(/\]\(|\)|\[| - |\n/);
      const known = pieces.every((piece) => words.includes(lettersOf(translated.get(piece) ?? piece)));
      if (settings.test(path) || path.endsWith('fontawesome_icon'))
        return (
          !known &&
          !comments.includes(lettersOf(value)) &&
          !/engine|language|theme|template|Numbers|size/.test(path)
        );
      // The kind of a contact says its network.
      const isKind = path.endsWith('.network') && words.includes(lettersOf(String(kindOfWord(value))));
      return !known && !isKind && !value.startsWith('tel:');
    });
    expect(lost).toEqual([]);
  });
});

describe('RenderCV', () => {
  it('has each of its kinds of entries recognised', async () => {
    const { cv } = await readImported(await importFixture('render-cv.yaml'));
    const blocks = cv.sections.map(({ blocks: own }) => own.map(({ type }) => type).join(' '));
    expect(blocks).toEqual([
      'prose prose',
      'entry',
      'entry entry',
      'entry entry',
      'entry entry',
      'prose',
      'item item',
      'prose',
      'prose',
      'entry',
    ]);
    expect(cv.sections[2]?.blocks[0]).toMatchObject({
      title: { children: [{ children: [{ value: 'Lead - Movable Spans' }] }] },
      subtitle: { children: [{ children: [{ value: 'Span & Co | Bridges' }] }] },
      place: { children: [{ value: 'Izmir' }] },
      date: { start: { year: 2019, month: 6, day: 15 }, end: 'open' },
    });
    expect(cv.person.contacts.map(({ kind, url }) => [kind, url])).toContainEqual([
      'scholar',
      'https://scholar.google.com/citations?user=F8IMKzUAAAAJ',
    ]);
  });

  it('takes what is no list of entries as it can', async () => {
    const { markdown, source } = await importText(
      'cv:\n  name: Ada\n  photo: me.jpg\n  sections:\n    a: only a text\n    b: {x: 1}\n    c: [[1, 2], {label: Lone}, {number: One, why: not}]\n    d: [{area: Physics, end_date: 2019}]\n    ÜBER: []\ndesign: {theme: sb2nov, page: {size: a5}}\nlocale: {language: klingon empire}\n',
      'ada.yaml',
    );
    for (const text of [
      '## A\n\nonly a text',
      '## B\n\n**X:** 1',
      '- Lone',
      '1. One',
      '**Why:** not',
      '### Physics | 2019',
      '**Image:** me.jpg',
    ])
      expect(markdown).toContain(text);
    for (const comment of ['design.theme: sb2nov', 'design.page.size: a5', 'locale.language: klingon empire'])
      expect(markdown).toContain(`# ${comment}`);
    expect(messagesOf(source)).toHaveLength(2);
  });
});

describe('YAMLResume', () => {
  it('brings language and look along, in its older form, too', async () => {
    const { markdown } = await importText(
      'content: {basics: {name: Ada}}\nlocale: {language: zh-hant-tw}\nlayout:\n  template: moderncv-banking\n  typography: {fontSize: 16px}\n  page: {paperSize: letter}\n',
      'ada.yml',
    );
    expect(markdown).toBe(
      '---\nname: Ada\nlang: zh-Hant-TW\ntemplate: banking\noptions:\n  paper: letter\n\n# layouts.typography.fontSize: 16px\n---\n\n',
    );
  });
});
