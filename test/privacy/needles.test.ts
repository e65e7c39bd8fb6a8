import { expect, test } from 'vitest';
import { toNeedles } from '../../src/privacy/needles.ts';
import type { PrivateText, PrivateTextKind } from '../../src/privacy/private-part.ts';
import { toText } from '../../src/privacy/texts-of.ts';

const place = { start: { line: 7, column: 1 }, end: { line: 7, column: 9 } };

function rule(
  texts: PrivateText[],
  said: string[] = [],
  plain: string[] = [],
): { searched: string[]; elsewhere: string[] } {
  const { needles, elsewhere } = toNeedles(
    [{ what: 'text', texts }],
    said.map((text) => ({ text, position: place })),
    plain,
  );
  return {
    searched: needles.map(({ form, shown }) => `${form}: ${shown}`),
    elsewhere: elsewhere.flatMap((one) =>
      one.texts.map(({ shown, position }) => `${position?.start.line ?? '-'}: ${shown}`),
    ),
  };
}

const one = (kind: PrivateTextKind, value: string): PrivateText[] => [{ kind, value }];

test('a few words together, and names among them', () => {
  expect(rule(toText('worked at Babbage | London Bridge Ltd')).searched).toEqual([
    'letters: worked at Babbage',
    'words: Babbage',
    'letters: London Bridge Ltd',
    'words: Bridge',
  ]);
  expect(rule(toText('Siemens · A · 2019 · 2019–2020 · May 2020 · IBM')).searched).toEqual([
    'words: Siemens',
  ]);
  expect(rule(toText('研究所')).searched).toEqual(['words: 研究所']);
  expect(rule(toText('国家重点研究所')).searched.length).toBeGreaterThan(0);
});

test('every telling run of a longer text', () => {
  const text = 'She was paid by the secret fund of lord Babbage in Zurich. Then she left';
  const { searched } = rule(toText(text));
  expect(searched[0]).toBe('letters: She was paid by the secret');
  expect(searched).toContain('letters: secret fund of lord');
  expect(searched).toContain('words: Zurich');
  expect(searched).not.toContain('words: Then');
  expect(searched.join()).not.toMatch(/: she left/);
});

test('numbers and addresses in a text', () => {
  expect(rule(toText('Call me: 030 1234567')).searched).toContain('digits: 030 1234567');
  expect(rule(toText('Mail ada@example.org now')).searched).toContain('letters: ada@example.org');
  expect(rule(toText('See https://example.org/%C3%A9tude?x=1 now')).searched).toContain(
    'letters: https://example.org/%C3%A9tude?x=1',
  );
  expect(rule(toText('2019–2020, 01/2019 to 03/2020')).searched.join()).not.toContain('digits');
});

test('addresses without their scheme; short ones not', () => {
  const keys = (address: string): string[] =>
    toNeedles([{ what: 'x', texts: one('address', address) }], [], []).needles.map(({ key }) => key);
  expect(keys('mailto:ada@example.org?subject=x')).toEqual(['adaexampleorg', 'adaatexampledotorg']);
  expect(keys('https://www.example.org/%C3%A9')).toEqual(['exampleorge']);
  expect(keys('https://example.org/100%')).toEqual(['exampleorg100']);
  expect(keys('https://a.co')).toEqual([]);
  expect(keys('https://scholar.google.com/citations?user=abc')).toEqual(['scholargooglecomcitationsuserabc']);
});

test('what is said in public is not searched for, and told where it is telling', () => {
  expect(rule(one('text', 'Ada Lovelace'), ['about Ada Lovelace herself'])).toEqual({
    searched: [],
    elsewhere: ['7: Ada Lovelace'],
  });
  expect(rule(one('phone', '+49 30 1234567'), ['call 030/1234567'])).toEqual({
    searched: [],
    elsewhere: ['7: +49 30 1234567'],
  });
  expect(rule(one('text', 'Siemens'), ['at Siemens'])).toEqual({ searched: [], elsewhere: [] });
  expect(rule(one('text', 'Siemens'), ['at Siemensstadt']).searched).toEqual(['words: Siemens']);
});

test('runs that overlap are told as one, and the others are still searched for', () => {
  const { searched, elsewhere } = rule(
    one('text', 'bachelor of science in computer science and technology at Xidian'),
    ['Master of Science in Computer Science and Technology'],
  );
  expect(elsewhere).toEqual(['7: of science in computer science and technology']);
  expect(searched).toEqual([
    'letters: bachelor of science',
    'letters: and technology at Xidian',
    'letters: technology at Xidian',
    'words: Xidian',
  ]);
});

test('fields of the public part that stand side by side make no alarm, and no message', () => {
  expect(rule(one('text', 'Science and Technology GPA'), ['Science and Technology', 'GPA: 3.9'])).toEqual({
    searched: [],
    elsewhere: ['7: Science and Technology GPA'],
  });
});

test('words of the template are no leak, more telling texts in it are', () => {
  expect(
    rule([...one('text', 'Page'), ...one('text', 'page of secrets')], [], ['\\textit{Page} page of secrets'])
      .searched,
  ).toEqual(['letters: page of secrets']);
});
