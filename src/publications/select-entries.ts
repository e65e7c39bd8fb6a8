import { VFile } from 'vfile';
import type { BibEntry } from './bib-entry.ts';
import type { EntryFacts } from './entry-facts.ts';
import { findField } from './find-field.ts';
import { kindsInOrder } from './publication-kind.ts';
import type { PublicationRequest, SortKey, WordFilter } from './publication-request.ts';
import { splitNames } from './split-names.ts';
import { texToText } from './tex-to-text.ts';
import { authorFields } from './to-publication.ts';

/** By what one key sorts, the strongest first; of the same kind and number for all entries. */
type SortValues = readonly (string | number)[];

/** The entries that a block asks for, in its order, each once. Keys give their own order, unless the block says how to sort. */
export function selectEntries(all: readonly EntryFacts[], request: PublicationRequest): EntryFacts[] {
  const { keys } = request;
  const asked = keys?.includes('*') ? undefined : keys && [...new Set(keys)];
  const chosen = asked
    ? asked.flatMap((key) => all.find(({ entry }) => entry.key === key) ?? [])
    : all.filter(({ entry, isVolume }) => entry.type !== 'xdata' && !isVolume);
  const fitting = chosen.filter((facts) => fits(facts, request));
  const sorted = asked && request.isDefaultSort ? fitting : sortEntries(fitting, request);
  return sorted.slice(0, request.limit ?? sorted.length);
}

/** What a block filters by. */
export type Filters = Pick<PublicationRequest, 'type' | 'keyword' | 'venue' | 'year' | 'selected'>;

export function fits(facts: EntryFacts, request: Filters): boolean {
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
  const keyed = entries.map((facts) => ({ facts, keys: sort.map(({ key }) => sortValues(facts, key)) }));
  keyed.sort((a, b) => {
    for (let index = 0; index < sort.length; index++) {
      const { ascending } = sort[index] as PublicationRequest['sort'][number];
      const order = compare(a.keys[index] as SortValues, b.keys[index] as SortValues);
      if (order !== 0) return ascending ? order : -order;
    }
    return a.facts.index - b.facts.index;
  });
  return keyed.map(({ facts }) => facts);
}

function sortValues(facts: EntryFacts, key: SortKey): SortValues {
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
      return [firstFamily(entry)];
    case 'venue':
      return [facts.venue];
    case 'type':
      return [kindsInOrder.indexOf(facts.kind)];
    case 'file':
      return [facts.index];
  }
}

/** The family name of the first of those who stand as authors. */
function firstFamily(entry: BibEntry): string {
  const field = findField(entry, ...authorFields);
  // What is wrong with names is told where they are printed.
  const first = field && splitNames(field, new VFile()).names[0];
  return texToText(first?.parts.family.value ?? '');
}

/** Making one takes ten milliseconds, and years need none. */
let collator: Intl.Collator | undefined;

function compareTexts(a: string, b: string): number {
  collator ??= new Intl.Collator('en');
  return collator.compare(a, b);
}

function compare(a: SortValues, b: SortValues): number {
  for (let index = 0; index < a.length; index++) {
    const left = a[index];
    const right = b[index];
    // Two infinities have no difference.
    if (left === right) continue;
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : compareTexts(String(left), String(right));
    if (order !== 0) return order;
  }
  return 0;
}
