import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';
import { showCv } from '../recognition/show-cv.ts';

/** What was made of a letter of Ada Lovelace, without the name. */
async function frame(body: string, frontMatter = 'cv: false'): Promise<string[]> {
  const value = `---\nname: Ada Lovelace\n${frontMatter}\n---\n\n${body}\n`;
  const vfile = new VFile({ path: 'letter.md', value });
  const { cv } = await parseCv(vfile);
  expect(vfile.messages.map(String)).toEqual([]);
  return showCv(cv).trim().split('\n').slice(1);
}

const opening = 'opening: Dear Sir or Madam,';
const closing = 'closing: Yours faithfully,';

describe('what the text of a letter begins and ends with', () => {
  test('without anything the words of the language stand in', async () => {
    expect(await frame('One.\n\nTwo.')).toEqual([opening, closing, 'paragraph: One.', 'paragraph: Two.']);
    expect(await frame('Eins.', 'lang: de')).toEqual([
      'opening: Sehr geehrte Damen und Herren,',
      'closing: Mit freundlichen Grüßen',
      'paragraph: Eins.',
    ]);
    expect((await frame('一。', 'lang: zh'))[1]).toMatch(/此致.*敬礼！/s);
    expect(await frame('')).toEqual([opening, closing]);
  });

  test('a heading above all is the subject', async () => {
    expect(await frame('# Analyst\n\nOne.')).toEqual([
      'subject: Analyst',
      opening,
      closing,
      'paragraph: One.',
    ]);
    const known = await frame('# Analyst\n\nDear Mr Babbage,\n\nOne.', 'subject: Engines');
    expect(known).toEqual([
      'subject: Engines',
      'opening: Dear Mr Babbage,',
      closing,
      'heading: Analyst',
      'paragraph: One.',
    ]);
    expect((await frame('One.', 'title: Letter about engines'))[0]).toBe('subject: Letter about engines');
  });

  test('a short line that ends in a comma, colon or exclamation mark is the salutation', async () => {
    expect(await frame('Dear *Mr Babbage*,\n\nOne.')).toContain('opening: Dear *Mr Babbage*,');
    expect(await frame('尊敬的先生：\n\nOne.')).toContain('opening: 尊敬的先生：');
    // It says something, it is all there is, it is too long, or it is no paragraph.
    expect(await frame('One.\n\nTwo.')).toContain(opening);
    expect(await frame('Dear Mr Babbage,')).toContain(opening);
    expect(await frame(`${'word '.repeat(20)}:\n\nTwo.`)).toContain(opening);
    expect(await frame('One\ntwo,\n\nThree.')).toContain(opening);
    expect(await frame('- Dear,\n\nTwo.')).toContain(opening);
    expect(await frame('Dear Sir,\n\nOne.', 'opening: Hello,')).toEqual([
      'opening: Hello,',
      closing,
      'paragraph: Dear Sir,',
      'paragraph: One.',
    ]);
  });

  test('a last line that ends in a comma is the closing, and the name under it is printed once', async () => {
    const found = ['closing: Kind regards,', 'paragraph: One.'];
    for (const end of [
      'Kind regards,',
      'Kind regards,\nAda Lovelace',
      'Kind regards,\\\nADA LOVELACE',
      'Kind regards,\n\nAda Lovelace',
    ])
      expect(await frame(`One.\n\n${end}`), end).toEqual([opening, ...found]);
    expect(await frame('One.\n\nCheers\n\nAda Lovelace')).toContain('closing: Cheers');
    expect(await frame('Eins.\n\nMit freundlichen Grüßen', 'lang: de')).toContain('paragraph: Eins.');
  });

  test('nothing is lost where the end is another', async () => {
    for (const end of ['Two.', '- a list,', 'Two lines\nof text,', 'Ada Lovelace\nis not alone'])
      expect(await frame(`One.\n\n${end}`), end).toContain(closing);
    // The closing is not the whole text, and a name by itself closes nothing.
    expect(await frame('Kind regards,')).toEqual([opening, closing, 'paragraph: Kind regards,']);
    expect(await frame('Ada Lovelace')).toEqual([opening, closing, 'paragraph: Ada Lovelace']);
    expect(await frame('One.\n\nCheers,', 'closing: Bye')).toEqual([
      opening,
      'closing: Bye',
      'paragraph: One.',
      'paragraph: Cheers,',
    ]);
  });
});
