import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { toPhrasingText } from '../../src/content/phrasing-text.ts';
import type { AuthorMark } from '../../src/model/publication.ts';
import { toAuthors } from '../../src/publications/to-authors.ts';
import { createField } from './create-field.ts';

function show(value: string, annotated: Record<number, AuthorMark[]> = {}): string[] {
  const vfile = new VFile({ path: 'cv.md' });
  const { position } = createField('1=equal');
  const annotations = Object.entries(annotated).map(
    ([index, marks]) => [Number(index), { marks, position }] as const,
  );
  const { authors, open } = toAuthors(createField(value), new Map(annotations), vfile);
  const lines = authors.map(({ given, particle, family, suffix, corporate, marks, owner }) => {
    expect(owner).toBe(false);
    const texts = [given, particle, family, suffix].map((part) => part && toPhrasingText(part.children));
    return [texts.join('|'), ...(corporate ? ['corporate'] : []), ...marks].join(' ');
  });
  const messages = vfile.messages.map(
    ({ file, line, column, reason }) => `${file}:${line}:${column} ${reason}`,
  );
  return [...lines, ...(open ? ['others'] : []), ...messages];
}

test('joins names, marks and annotations', () => {
  const value =
    'G{\\"o}del, Kurt$^\\dagger$ and Charles de la Vall{\\\'e}e Poussin and {The {ATLAS} Collaboration} and others';
  expect(show(value, { 1: ['equal'], 3: ['student'] })).toEqual([
    'Kurt||Gödel| equal corresponding',
    'Charles|de la|Vallée Poussin|',
    'The ATLAS Collaboration corporate student'
      .replace('The', '||The')
      .replace('Collaboration', 'Collaboration|'),
    'others',
  ]);
});

test('gives an annotation of the field to all', () => {
  expect(show('A, B and C, D', { 0: ['equal'] })).toEqual(['B||A| equal', 'D||C| equal']);
});

test('tells of annotations of names that are not there', () => {
  expect(show('A, B and C, D', { 3: ['equal'] })).toEqual([
    'B||A|',
    'D||C|',
    'publications.bib:3:12 Cannot mark name 3, there are only 2',
  ]);
  expect(show('A, B', { 2: ['equal'] })).toEqual([
    'B||A|',
    'publications.bib:3:12 Cannot mark name 2, there is only 1',
  ]);
});

test('does without a name that TeX makes nothing of', () => {
  expect(show('Wei, Jia and {\\relax}')).toEqual([
    'Jia||Wei|',
    'publications.bib:3:25 Cannot find a name in `\\relax`',
  ]);
  expect(show('{\\relax}, Jia', {})).toEqual(['||Jia|']);
});

test('places the parts', () => {
  const { authors } = toAuthors(createField('Wei, Jia'), new Map(), new VFile());
  expect(authors[0]?.given).toMatchObject({
    children: [{ type: 'text', value: 'Jia' }],
    position: { start: { line: 3, column: 17, file: 'publications.bib' } },
  });
});
