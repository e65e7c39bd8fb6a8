import type { BibEntry } from '../../src/publications/bib-entry.ts';
import { createField } from './create-field.ts';

/** An entry with the key `key` unless another is given; each value stands where `createField` puts it. */
export function createEntry(
  type: string,
  { key = 'key', ...fields }: Readonly<Record<string, string>> = {},
): BibEntry {
  const entries = Object.entries(fields).map(([name, value]) => [name, createField(value)] as const);
  const { position } = createField('');
  return { type, key, fields: new Map(entries), position };
}
