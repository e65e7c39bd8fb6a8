import { expect, test } from 'vitest';
import {
  type PlainName,
  parsePlainName,
  toOwnerName,
  toPlainName,
} from '../../src/publications/plain-name.ts';
import { createPhrase } from './create-publication.ts';

/** `given|particle|family|suffix`; a corporate author in braces. */
function show({ given, particle, family, suffix, corporate }: PlainName): string {
  const text = [given, particle, family, suffix].map((part) => part ?? '').join('|');
  return corporate ? `{${text}}` : text;
}

test.each([
  ['Jintao Zhang', 'Jintao||Zhang|'],
  ['Zhang, Jintao', 'Jintao||Zhang|'],
  ['Ludwig van Beethoven', 'Ludwig|van|Beethoven|'],
  ['King, Jr., Martin Luther', 'Martin Luther||King|Jr.'],
  ['张锦涛', '||张锦涛|'],
  ['Plato', '||Plato|'],
  // Titles and nicknames.
  ['Prof. Dr.-Ing. Ada Lovelace', 'Ada||Lovelace|'],
  ['Professor Ada Lovelace', 'Ada||Lovelace|'],
  ['Dr. rer. nat. Ada Lovelace', 'Ada||Lovelace|'],
  ['Katherine (Katy) Huff', 'Katherine||Huff|'],
  ['Katherine "Katy" Huff', 'Katherine||Huff|'],
  ['Katherine „Katy“ Huff', 'Katherine||Huff|'],
  ['Dr.', '||Dr.|'],
  // What cannot be taken apart.
  ['A, B, C, D', '{||A, B, C, D|}'],
  [' ', '{|||}'],
  ['(Katy)', '{|||}'],
])('takes %j apart', (text, expected) => {
  expect(show(parsePlainName(text))).toBe(expected);
});

test.each<[{ given: string; family?: string }, string]>([
  [{ given: 'Dr. Katherine (Katy)', family: 'Huff, PhD' }, 'Katherine||Huff|'],
  [{ given: '张锦涛' }, '||张锦涛|'],
  [{ given: 'Mr. Plato', family: ' , PhD' }, '||Plato|'],
])('takes the name of the CV %j for an author’s', ({ given, family }, expected) => {
  const text = [given, family].filter((part) => part?.startsWith(' ') === false).join(' ');
  const name = { given: createPhrase(given), ...(family && { family: createPhrase(family) }), text };
  expect(show(toOwnerName(name))).toBe(expected);
});

test('reads an author as text', () => {
  const parts = { given: createPhrase('Martin'), particle: createPhrase('von'), suffix: createPhrase('Jr.') };
  const author = { family: createPhrase('King'), corporate: false, marks: [], owner: false };
  expect(show(toPlainName({ ...author, ...parts }))).toBe('Martin|von|King|Jr.');
  expect(show(toPlainName({ ...author, corporate: true }))).toBe('{||King|}');
});
