import type { AuthorMark, PublicationList } from '../model/publication.ts';

const inOrder: readonly AuthorMark[] = ['equal', 'corresponding', 'student'];

/** The marks that occur beside names in these lists, each once. */
export function legendOf(lists: readonly PublicationList[]): AuthorMark[] {
  const authors = lists.flatMap(({ groups }) =>
    groups.flatMap(({ publications }) => publications.flatMap(({ authors: { shown } }) => shown)),
  );
  return inOrder.filter((mark) =>
    authors.some((author) => typeof author !== 'number' && author.marks.includes(mark)),
  );
}
