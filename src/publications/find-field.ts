import type { BibEntry, BibField } from './bib-entry.ts';

/** The first of some fields that an entry has; one that is left empty is missing. */
export function findField({ fields }: BibEntry, ...names: readonly string[]): BibField | undefined {
  return names.map((name) => fields.get(name)).find((field) => field?.value.trim());
}
