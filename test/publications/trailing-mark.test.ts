import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortMarks, takeTrailingMarks } from '../../src/publications/trailing-mark.ts';
import { createField } from './create-field.ts';

function show(value: string): string {
  const { rest, marks } = takeTrailingMarks(createField(value));
  return `${rest.value}|${marks.join(' ')}`;
}

test.each([
  '*',
  ' *',
  '∗',
  '^*',
  '{*}',
  '$*$',
  '$^*$',
  '$^{*}$',
  '\u0024{}^*$',
  '$^\\ast$',
  '$^{\\star}$',
  '\\(^*\\)',
  '\\textsuperscript{*}',
  '\\textsuperscript {1,*}',
  '\\textsuperscript{1,\\,*}',
  '\\textasteriskcentered',
  '\\textasteriskcentered{}',
  '{\\textasteriskcentered}',
  '\\,$^*$',
  '~*',
  ',*',
  '**',
  '#',
  '\\#',
])('takes %s for equal', (mark) => {
  expect(show(`Zhang, Jintao${mark}`)).toBe('Zhang, Jintao|equal');
});

test.each([
  ['†', 'corresponding'],
  ['\\dag', 'corresponding'],
  ['\\dag{}', 'corresponding'],
  ['{\\dag}', 'corresponding'],
  ['\\dagger', 'corresponding'],
  ['$^\\dagger$', 'corresponding'],
  ['\\textsuperscript{\\dag}', 'corresponding'],
  ['\\textdagger', 'corresponding'],
  ['$^{\\textrm{a}}$', ''],
  ['✉', 'corresponding'],
  ['‡', 'student'],
  ['§', 'student'],
  ['\\S', 'student'],
  ['$^\\ddag$', 'student'],
  ['\\textdaggerdbl', 'student'],
  ['*†', 'equal corresponding'],
  ['$^{\\dagger,*}$', 'equal corresponding'],
  ['\\textsuperscript{*}\\textsuperscript{\\dag}', 'equal corresponding'],
  ['‡ † *', 'equal corresponding student'],
])('reads %s', (mark, marks) => {
  expect(show(`Wei${mark}`)).toBe(`Wei${marks ? '' : mark}|${marks}`);
});

test.each(['Wei', 'Wei, Jia.', 'Wei\\Sigma', 'Wei$^1$', 'Wei{}', '* Wei', 'We*i', '', 'Wei,'])(
  'leaves %s',
  (name) => {
    const field = createField(name);
    expect(takeTrailingMarks(field)).toEqual({ rest: field, marks: [] });
  },
);

test('places what is left', () => {
  expect(takeTrailingMarks(createField('Wei*')).rest.position.end).toMatchObject({ column: 15, offset: 103 });
});

test('puts marks in order, each once', () => {
  expect(sortMarks(['student', 'equal', 'student'])).toEqual(['equal', 'student']);
});

test('reads a long row of marks in linear time', () => {
  expect(show(`Wei${'*'.repeat(20_000)}`)).toBe('Wei|equal');
  expect(show(`Wei${'{'.repeat(100_000)}`)).toMatch(/\{\|$/);
});

test('takes but the end', () => {
  const unit = fc.constantFrom('*', '†', '\\dag', '$', '^', '{', '}', ' ', 'a', ',', '\\');
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const { rest, marks } = takeTrailingMarks(createField(text));
      expect(text.startsWith(rest.value)).toBe(true);
      expect(marks.length > 0).toBe(rest.value !== text);
      expect(takeTrailingMarks(rest).marks).toEqual([]);
    }),
  );
});
