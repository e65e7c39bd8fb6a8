/** What a publications block asks for. `parse-request.ts` reads it from attributes. */

/** Words of a filter, any of which fits; of those with `not`, none may. In lower case. */
export interface WordFilter {
  any: string[];
  none: string[];
}

/** First and last year, inclusive; either may be open. */
export interface YearRange {
  from: number;
  to: number;
}

export const sortKeys = ['year', 'title', 'author', 'venue', 'type', 'file'] as const;
export type SortKey = (typeof sortKeys)[number];

export const groupKeys = ['none', 'year', 'type', 'keyword', 'venue'] as const;
export type GroupKey = (typeof groupKeys)[number];

export const numberings = ['none', 'forward', 'reverse', 'prefix', 'prefix-reverse'] as const;
export type Numbering = (typeof numberings)[number];

export interface PublicationRequest {
  /** Only these, in this order; all that the filters leave where it is missing. */
  keys?: string[] | undefined;
  /** Entry types (`inproceedings`) and kinds (`conference`). */
  type: WordFilter;
  keyword: WordFilter;
  venue: WordFilter;
  year: YearRange[];
  selected?: boolean | undefined;
  /** The strongest first; the years of a list begin with the newest unless `ascending`. */
  sort: { key: SortKey; ascending: boolean }[];
  /** The block does not say how to sort, so that keys may. */
  isDefaultSort: boolean;
  group: GroupKey;
  number: Numbering;
  /** At most so many publications, after sorting. */
  limit?: number | undefined;
  /** At most so many names a publication; all where it is missing, none where it is 0. */
  authors?: number | undefined;
  style: string;
  /** Fields for the line below the venue, the first that an entry has. */
  line: string[];
}
