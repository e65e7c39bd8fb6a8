import { expect, test } from 'vitest';
import type { AuthorMark, PublicationList } from '../../src/model/publication.ts';
import { legendOf } from '../../src/publications/author-legend.ts';
import { createAuthors, createList, createPublication } from './create-publication.ts';

/** A list with a publication of as many authors as there are lists of marks. */
function listOf(...marks: AuthorMark[][]): PublicationList {
  const { shown } = createAuthors(...marks.map(() => 'A'));
  const authors = shown.map((author, index) =>
    typeof author === 'number' ? author : { ...author, marks: marks[index] ?? [] },
  );
  return createList([createPublication({ authors: { shown: [...authors, 7], count: 9, open: false } })]);
}

test.each<[PublicationList[], AuthorMark[]]>([
  [[], []],
  [[createList([])], []],
  [[listOf([])], []],
  [[listOf(['equal'], ['equal'])], ['equal']],
  [[listOf(['student'], ['corresponding', 'equal'])], ['equal', 'corresponding', 'student']],
  [
    [listOf(), listOf(['student']), listOf(['corresponding'])],
    ['corresponding', 'student'],
  ],
])('explains the marks that occur', (lists, expected) => {
  expect(legendOf(lists)).toEqual(expected);
});
