import type { BibEntry, BibField } from './bib-entry.ts';

/** The first of some fields that an entry has; one that is left empty is missing. */
export function findField({ fields }: BibEntry, ...names: readonly string[]): BibField | undefined {
  for (const name of names) {
    const field = fields.get(name);
    if (field?.value.trim()) return field;
  }
  return undefined;
}
