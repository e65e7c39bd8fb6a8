import { toString as nodesToString } from 'mdast-util-to-string';
import type { Phrase } from '../model/cv.ts';
import type { NumberedPublication, Publication, PublicationGroup } from '../model/publication.ts';
import { textPhrase } from './badges.ts';
import { kindPrefixes, kindsInOrder } from './publication-kind.ts';
import type { GroupKey, Numbering, PublicationRequest } from './publication-request.ts';
import type { PublicationWords } from './publication-words.ts';

/**
 * Groups of publications with their headings, each publication in one of them, and numbers over all groups in the order of the page.
 * Kinds go in the order of academics, all other groups in the order of their first publication; what belongs to none comes last.
 */
export function groupPublications(
  publications: readonly Publication[],
  request: PublicationRequest,
  words: PublicationWords,
): PublicationGroup[] {
  const groups = new Map<string, { title?: Phrase | undefined; publications: Publication[] }>();
  for (const publication of publications) {
    const title = titleOf(publication, request, words);
    // `Compilers` and `compilers` are one topic.
    const name = title?.toLowerCase() ?? '';
    const group = groups.get(name) ?? {
      title: title === undefined ? undefined : textPhrase(title, publication.position),
      publications: [],
    };
    group.publications.push(publication);
    groups.set(name, group);
  }
  const ordered = [...groups.entries()];
  if (request.group === 'type')
    ordered.sort(([, a], [, b]) => rankOf(a.publications) - rankOf(b.publications));
  const other = words.other.toLowerCase();
  const rest = ordered.filter(([name]) => name === other);
  const all = [...ordered.filter(([name]) => name !== other), ...rest].map(([, group]) => group);
  const labels = toLabels(
    all.flatMap((group) => group.publications),
    request.number,
  );
  return all.map(({ title, publications: members }) => ({
    title,
    publications: members.map((member): NumberedPublication => ({ ...member, label: labels.get(member) })),
  }));
}

function titleOf(
  publication: Publication,
  request: PublicationRequest,
  words: PublicationWords,
): string | undefined {
  const by: Record<GroupKey, () => string | undefined> = {
    none: () => undefined,
    year: () =>
      (publication.date
        ? String(publication.date.year)
        : withCapital(textOf(publication.status ?? publication.year))) ?? words.other,
    type: () => words.kinds[publication.kind],
    venue: () => textOf(publication.venueShort ?? publication.venue) ?? words.other,
    keyword: () => keywordOf(publication, request.keyword.any) ?? words.other,
  };
  return by[request.group]();
}

/** The first keyword, of those that the list asks for if it does. `selected` is no topic. */
function keywordOf({ keywords }: Publication, asked: readonly string[]): string | undefined {
  return keywords.find((word) =>
    asked.length > 0 ? asked.includes(word.toLowerCase()) : word.toLowerCase() !== 'selected',
  );
}

function textOf(phrase: Phrase | undefined): string | undefined {
  return nodesToString(phrase?.children) || undefined;
}

/** A heading begins with a capital. */
function withCapital(text: string | undefined): string | undefined {
  return text?.replace(/^./u, (letter) => letter.toUpperCase());
}

function rankOf([first]: readonly Publication[]): number {
  return kindsInOrder.indexOf((first as Publication).kind);
}

function toLabels(publications: readonly Publication[], number: Numbering): Map<Publication, string> {
  const labels = new Map<Publication, string>();
  if (number === 'none') return labels;
  const isReverse = number === 'reverse' || number === 'prefix-reverse';
  const hasPrefix = number === 'prefix' || number === 'prefix-reverse';
  const counts = new Map<string, number>();
  // Counted from the end, the oldest keeps its number when new ones are added.
  for (const publication of isReverse ? [...publications].reverse() : publications) {
    const prefix = hasPrefix ? kindPrefixes[publication.kind] : '';
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    labels.set(publication, `${prefix}${count}`);
  }
  return labels;
}
