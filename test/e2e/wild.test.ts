/** Invented CVs in the manners of public ones: each builds in three templates, off no page, and every visible word is in its PDF. */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportLine } from '../../src/many/report-line.ts';
import { createFolder, lacking, mdcv, pdfText } from './mdcv.ts';
import { lostWords } from './visible-words.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures/wild');
const noTex = lacking(['pdflatex', 'xelatex', 'pdftotext']);

/**
 * What a CV leaves out: words for the document, titles of sections of which all went to the head, heads of columns that are entries,
 * and site's titles and greetings' signs.
 */
const leftOut: ReadonlySet<string> = new Set(
  [
    'cv curriculum vitae 简历 求职简历 職務経歴書 業務経歴書 lebenslauf 2024 životopis sơ yếu lý lịch',
    '联系方式 persönliche daten kontaktinformation zeitraum weiterbildung institution 時期 経歴 key value',
    'title value name nimi 氏名 namn informações pessoais 履歴書 学歴 職歴 入社 退社 免許',
    'jahr position unternehmen projekt kurs anbieter',
    // Titles of contacts and names, scripts, and style sheets of other tools.
    'contact information 名前 cara berhubung iletişim bilgileri document body classlist toggle dark import resume css https example org all min',
    // Labels of contacts that are said twice.
    'mail email website',
    // What HTML hides.
    'vanished apprenticeship footlight memorandum',
    // Of the file's own syntax: entities, TOML, and kinds of admonitions that have a title.
    'info warning emsp nbsp title date author showdate false 29t09 00 00z 09 curriculum livia ontano',
  ].flatMap((words) => words.split(' ')),
);

describe.runIf(noTex)('CVs as they are found', () => {
  it('are not tried here', ({ skip }) => skip(noTex));
});

describe.skipIf(noTex)('CVs as they are found', () => {
  it.each(['classic', 'banking', 'academic'])(
    'build in %s, with every visible word and nothing off the page',
    (template) => {
      const folder = createFolder();
      cpSync(fixtures, folder, { recursive: true });
      const args = ['build', '*/cv.md', '-t', template, '--check', '--json'];
      const { stdout } = mdcv(folder, args, { MDCV_CACHE: join(folder, 'cache') });
      const lines: ReportLine[] = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.map(({ file }) => file).sort()).toEqual(
        readdirSync(fixtures)
          .map((name) => `${name}/cv.md`)
          .sort(),
      );
      for (const { file, status, pdf, messages } of lines) {
        const bad = messages.filter(
          ({ severity, code }) =>
            severity === 'error' ||
            ['unprinted-field', 'outside-margin', 'reading-order', 'overfull-line'].includes(code),
        );
        expect({ file, status, bad }).toEqual({ file, status: 'built', bad: [] });
        const source = readFileSync(join(folder, file), 'utf8');
        const lost = lostWords(source, pdfText(join(folder, pdf as string)));
        const missed = lost.filter((word) => !leftOut.has(word.replace(/ \(\d+\)$/, '')));
        expect({ file, missed }).toEqual({ file, missed: [] });
      }
    },
    300_000,
  );
});
