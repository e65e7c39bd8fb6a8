import type { FrontMatter } from '../../src/content/front-matter/front-matter.ts';

/** `venues:` of a front matter. */
export function createVenues(
  venues: Readonly<Record<string, readonly string[]>>,
): NonNullable<FrontMatter['venues']> {
  return {
    value: Object.fromEntries(
      Object.entries(venues).map(([name, others]) => [name, others.map((value) => ({ value }))]),
    ),
  };
}
