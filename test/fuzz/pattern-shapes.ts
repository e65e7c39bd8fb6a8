/** Readers of one line or one field, each with text on which a pattern with two ways to read it goes through them all. */
import type { Checked } from '../../src/check/checked.ts';
import { checkMargins } from '../../src/check/page-checks.ts';
import { findMail } from '../../src/content/find-mail.ts';
import { findFrontMatter } from '../../src/content/front-matter/front-matter-split.ts';
import { parseDivFence } from '../../src/content/syntax/div-fence.ts';
import { parseAttributes } from '../../src/content/syntax/parse-attributes.ts';
import { toResumeRecords } from '../../src/export/to-resume-records.ts';
import { readExtendedName } from '../../src/publications/read-extended-name.ts';
import { createField } from '../publications/create-field.ts';
import type { Shape } from './shapes.ts';

type Read = (text: string) => unknown;

const attributes: Read = (text) => parseAttributes(text, 0);
const margins: Read = (text) => {
  const box = { page: 1, x: 0, y: 0, width: 9, height: 9 };
  const line = { ...box, items: [{ ...box, text }], text, baseline: 790, fontSize: 9, running: false };
  const source = { options: { margin: '2cm' }, passages: [] };
  return checkMargins({ pages: [{ width: 600, height: 800 }], lines: [line], source } as unknown as Checked);
};
const detail: Read = (text) =>
  toResumeRecords('work', [
    { type: 'entry', title: 'T', details: [text], text: '', bullets: [], labelled: [] },
  ]);

const extendedName: Read = (text) => readExtendedName(createField(text));

/** By name. */
export const patternShapes: [string, Read, Shape][] = [
  ['classes', attributes, (n) => `{${'.a'.repeat(n / 2)}!`],
  ['classes with spaces', attributes, (n) => `{${'.a- '.repeat(n / 4)}!`],
  ['values', attributes, (n) => `{a=b${'.c'.repeat(n / 2)}!"`],
  ['pairs', attributes, (n) => `{${'a=b=c'.repeat(n / 5)}"`],
  ['quoted values', attributes, (n) => `{${'a=“b” '.repeat(n / 6)}!`],
  ['quotes', attributes, (n) => `{${'a=“ '.repeat(n / 4)}!`],
  ['a fence and blanks', parseDivFence, (n) => `::: a${'\t'.repeat(n)}!`],
  ['a fence of colons', parseDivFence, (n) => `${':'.repeat(n)}!`],
  ['a key and blanks', findFrontMatter, (n) => `---\n\nA${' '.repeat(n)}!\n---\n`],
  ['@', findMail, (n) => 'a@'.repeat(n / 2)],
  ['@ and dots', findMail, (n) => `${'a.b@'.repeat(n / 4)}.1`],
  ['blanks in a name', extendedName, (n) => `given=a${'\t'.repeat(n)}b`],
  ['blanks before a name', extendedName, (n) => `${'\t'.repeat(n)}!`],
  ['blanks in the foot', margins, (n) => `${'\t'.repeat(n)}!`],
  ['digits in the foot', margins, (n) => `${'1'.repeat(n)}!`],
  ['blanks in a detail', detail, (n) => `a${'\t'.repeat(n)}b:${'\t'.repeat(n)}\n`],
];
