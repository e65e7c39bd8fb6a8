/** .bib files that are written to harm whoever reads them. */
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { BibEntry } from '../../src/publications/bib-entry.ts';
import { parseBibFiles } from '../../src/publications/parse-bib-files.ts';

function read(text: string): { entries: BibEntry[]; messages: string[] } {
  const vfile = new VFile({ path: 'cv.md' });
  const entries = parseBibFiles([new VFile({ path: 'a.bib', value: text })], vfile);
  const messages = vfile.messages.map(({ name, ruleId, reason }) => `${name} ${ruleId} ${reason}`);
  expect(Object.keys(Object.prototype)).toEqual([]);
  return { entries, messages };
}

/** Each string is ten of the one before. */
const laughs: string = [
  '@string{s0 = "ten letters"}',
  ...Array.from(
    { length: 30 },
    (_, level) => `@string{s${level + 1} = ${Array(10).fill(`s${level}`).join(' # ')}}`,
  ),
].join('\n');

test('strings that multiply are cut off, with a message, and the other entries are there', () => {
  const { entries, messages } = read(
    `${laughs}\n@book{k, title = s30 # { end}, year = 2020}\n@book{q, title = {Fine}}`,
  );
  expect(entries.map(({ key }) => key)).toEqual(['k', 'q']);
  expect(entries[0]?.fields.get('title')?.value.length).toBeLessThanOrEqual(100_000);
  expect(entries[1]?.fields.get('title')?.value).toBe('Fine');
  expect(messages[0]).toBe(
    'a.bib:5:59 bib-string Cannot put the string `s3` in, strings make too much of this value',
  );
});

test('many entries of one long string have a limit together', () => {
  const long = `@string{s = "${'x'.repeat(90_000)}"}\n`;
  const { entries, messages } = read(
    long + Array.from({ length: 200 }, (_, at) => `@book{k${at}, title = s}`).join('\n'),
  );
  expect(entries).toHaveLength(200);
  const letters = entries.reduce((sum, { fields }) => sum + (fields.get('title')?.value.length ?? 0), 0);
  expect(letters).toBeLessThanOrEqual(10_000_000);
  expect(messages.length).toBeGreaterThan(0);
});

test('names of what every object has are names', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
  const { entries, messages } = read(
    names
      .map(
        (name) =>
          `@string{${name} = "of ${name}"}\n@book{${name}, title = ${name}, ${name} = {x}, year = 2020}`,
      )
      .join('\n'),
  );
  expect(entries.map(({ key }) => key)).toEqual(names);
  expect(entries.map(({ fields }) => fields.get('title')?.value)).toEqual(names.map((name) => `of ${name}`));
  expect(entries.map(({ key, fields }) => fields.get(key.toLowerCase())?.value)).toEqual(
    names.map(() => 'x'),
  );
  expect(messages).toEqual([]);
  expect(({} as { x?: unknown }).x).toBeUndefined();
});

test('and nothing is found under them that is not there', () => {
  const { entries, messages } = read(
    '@book{a, title = toString, crossref = {constructor}}\n@book{b, title = {T}, xdata = {__proto__}}',
  );
  expect(entries.map(({ fields }) => fields.get('title')?.value)).toEqual(['toString', 'T']);
  expect(messages.map((message) => message.split(' ').slice(0, 4).join(' '))).toEqual([
    'a.bib:1:18 bib-string Cannot find',
    'a.bib:1:40 bib-crossref Cannot find',
    'a.bib:2:32 bib-crossref Cannot find',
  ]);
});

test('entries that inherit in circles end', () => {
  const { entries } = read(
    '@book{a, crossref = {b}, title = {A}}\n@book{b, crossref = {a}}\n@book{c, crossref = {c}}',
  );
  expect(entries.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
});

test('of many names that no string has, those that are listed get a hint, and all are text', () => {
  const names = Array.from({ length: 60 }, (_, at) => `icmx${at}`);
  const { entries, messages } = read(`@string{icml = "I"}\n@book{k, title = ${names.join(' # ')}}`);
  expect(entries[0]?.fields.get('title')?.value).toBe(names.join(''));
  expect(messages).toHaveLength(51);
  expect(messages.at(-1)).toBe('a.bib:1:1 bib-syntax Cannot list 10 more problems of `a.bib`');
});
