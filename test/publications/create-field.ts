import type { BibField } from '../../src/publications/bib-entry.ts';

/** A field whose value stands as it is in `publications.bib`, at the third line's twelfth column. */
export function createField(value: string): BibField {
  const lines = value.split('\n');
  const last = lines.at(-1) as string;
  const file = 'publications.bib';
  const start = { line: 3, column: 12, offset: 100, file };
  const column = lines.length > 1 ? last.length + 1 : 12 + value.length;
  return {
    value,
    position: { start, end: { line: 2 + lines.length, column, offset: 100 + value.length, file } },
  };
}
