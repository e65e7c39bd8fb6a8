import type { EntryFacts } from './entry-facts.ts';
import { kindsInOrder } from './publication-kind.ts';
import type { PublicationRequest, SortKey, WordFilter } from './publication-request.ts';
import { texToText } from './tex-to-text.ts';

/** The entries that a block asks for, in its order. Keys give their own order, unless the block says how to sort. */
export function selectEntries(all: readonly EntryFacts[], request: PublicationRequest): EntryFacts[] {
  const { keys } = request;
  const asked = keys?.includes('*') ? undefined : keys;
  const chosen = asked
    ? asked.flatMap((key) => all.find(({ entry }) => entry.key === key) ?? [])
    : all.filter(({ entry }) => entry.type !== 'xdata');
  const fitting = chosen.filter((facts) => fits(facts, request));
  const sorted = asked && request.isDefaultSort ? fitting : sortEntries(fitting, request);
  return sorted.slice(0, request.limit ?? sorted.length);
}

function fits(facts: EntryFacts, request: PublicationRequest): boolean {
  const { entry, kind, keywords, venue, when, selected } = facts;
  const year = when.date?.year;
  return (
    fitsWords(request.type, (word) => word === entry.type || word === kind) &&
    fitsWords(request.keyword, (word) => keywords.includes(word)) &&
    fitsWords(request.venue, (word) => venue.includes(word)) &&
    (request.year.length === 0 ||
      request.year.some(({ from, to }) => year !== undefined && from <= year && year <= to)) &&
    (request.selected === undefined || request.selected === selected)
  );
}

function fitsWords({ any, none }: WordFilter, has: (word: string) => boolean): boolean {
  return (any.length === 0 || any.some(has)) && !none.some(has);
}

function sortEntries(entries: readonly EntryFacts[], { sort }: PublicationRequest): EntryFacts[] {
  const collator = new Intl.Collator('en');
  const keyed = entries.map((facts) => ({ facts, keys: sort.map(({ key }) => sortValues(facts, key)) }));
  keyed.sort((a, b) => {
    for (const [index, { ascending }] of sort.entries()) {
      const order = compare(a.keys[index] ?? [], b.keys[index] ?? [], collator);
      if (order !== 0) return ascending ? order : -order;
    }
    return a.facts.index - b.facts.index;
  });
  return keyed.map(({ facts }) => facts);
}

function sortValues(facts: EntryFacts, key: SortKey): (string | number)[] {
  const { entry, when, isComing } = facts;
  switch (key) {
    case 'year':
      // What is still to come is the newest; what has no date and is out, the oldest.
      return [
        when.date?.year ?? (isComing ? Number.POSITIVE_INFINITY : 0),
        when.date?.month ?? 0,
        when.date?.day ?? 0,
      ];
    case 'title':
      return [texToText(entry.fields.get('title')?.value ?? '')];
    case 'author':
      return [firstFamily(texToText(entry.fields.get('author')?.value ?? ''))];
    case 'venue':
      return [facts.venue];
    case 'type':
      return [kindsInOrder.indexOf(facts.kind)];
    case 'file':
      return [facts.index];
  }
}

/** The family name of the first of `Wei, Jia and Jintao Zhang`. */
function firstFamily(authors: string): string {
  const [first = ''] = authors.split(/\s+and\s+/i);
  const [before = '', after] = first.split(/\s*,\s*/);
  return after === undefined ? (before.split(/\s+/).at(-1) ?? '') : before;
}

function compare(
  a: readonly (string | number)[],
  b: readonly (string | number)[],
  collator: Intl.Collator,
): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? Math.sign(left === right ? 0 : left - right)
        : collator.compare(String(left), String(right));
    if (order !== 0) return order;
  }
  return 0;
}
