import type { Author, AuthorList } from '../model/publication.ts';

/**
 * Shortens a list of names to at most `most`: the first ones and always the owner, with a number for the names left out in between and
 * behind. One name is never left out by itself, as its number would be hardly shorter, so that now and then a name or two more than `most` are shown.
 * @param open the entry names not all
 * @param most shows all where missing
 */
export function shortenAuthors(
  authors: readonly Author[],
  open: boolean,
  most: number | undefined,
): AuthorList {
  const count = authors.length;
  if (most === undefined || count <= most) return { shown: [...authors], count, open };
  const owners = authors.filter(({ owner }) => owner).length;
  let free = Math.max(0, most - owners);
  const isKept = authors.map(({ owner }) => owner || free-- > 0);
  const shown: AuthorList['shown'] = [];
  for (let index = 0; index < count; ) {
    const next = isKept.indexOf(true, index);
    const left = (next < 0 ? count : next) - index;
    if (left > 1) shown.push(left);
    const from = left > 1 ? index + left : index;
    const to = left > 0 ? index + left : index + 1;
    shown.push(...authors.slice(from, to));
    index = to;
  }
  return { shown, count, open };
}
