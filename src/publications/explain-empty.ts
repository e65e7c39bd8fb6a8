import { nearestName } from '../nearest-name.ts';
import type { EntryFacts } from './entry-facts.ts';
import type { PublicationRequest, WordFilter } from './publication-request.ts';
import { type Filters, fits } from './select-entries.ts';

const all: WordFilter = { any: [], none: [] };
const noFilters: Filters = { type: all, keyword: all, venue: all, year: [], selected: undefined };
/** So many values tell enough of what there is. */
const mostValues = 12;

/** What to do about a block that nothing fits: names the filters that find nothing by themselves, and what they could find. */
export function explainEmpty(facts: readonly EntryFacts[], request: PublicationRequest): string {
  const names = (Object.keys(noFilters) as (keyof Filters)[]).filter(
    (name) => !facts.some((one) => fits(one, { ...noFilters, [name]: request[name] })),
  );
  if (names.length === 0)
    return 'Each of its filters finds some, but no publication fits them all: leave one of them out.';
  return names.map((name) => explain(name, facts, request)).join(' ');
}

function explain(name: keyof Filters, facts: readonly EntryFacts[], request: PublicationRequest): string {
  switch (name) {
    case 'type':
      return explainWords(
        'type',
        request.type,
        facts.flatMap(({ kind, entry }) => [kind, entry.type]),
      );
    case 'keyword':
      return explainWords(
        'keyword',
        request.keyword,
        facts.flatMap(({ keywords }) => keywords),
      );
    case 'venue':
      return explainWords(
        'venue',
        request.venue,
        facts.flatMap(({ venue }) => venue.split('\n').find((line) => line !== '') ?? []),
      );
    case 'year': {
      const years = facts.flatMap(({ when }) => when.date?.year ?? []);
      return years.length === 0
        ? 'No publication has a year.'
        : `None is of that \`year\`: they are from ${Math.min(...years)} to ${Math.max(...years)}.`;
    }
    case 'selected':
      return request.selected
        ? 'None is `selected`: write `selected = {true}` into entries, or `selected` among their keywords.'
        : 'All are `selected`.';
  }
}

function explainWords(name: string, { any, none }: WordFilter, values: readonly string[]): string {
  const known = [...new Set(values)].filter((value) => value !== '');
  if (known.length === 0) return `No publication has a ${name}.`;
  const shown = known.slice(0, mostValues).map((value) => `\`${value}\``);
  const more = known.length > mostValues ? ' and others' : '';
  const nearest = [...any, ...none]
    .map((word) => nearestName(word, known))
    .find((word) => word !== undefined);
  const guess = nearest ? ` Did you mean \`${nearest}\`?` : '';
  return `Its \`${name}\` fits none.${guess} There are: ${shown.join(', ')}${more}.`;
}
