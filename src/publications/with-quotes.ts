import { fromBabelLanguage } from '../latex/babel-language.ts';
import { quotesOf } from '../latex/typography/quotes.ts';
import type { BibEntry, BibField } from './bib-entry.ts';

const command = /\\(?:enquote|mkbibquote)(?![a-z])/i;

/**
 * The entry with the quotes of its language wherever a field asks for quotes: that of `langid` (babel's name, as BibLaTeX wants it,
 * or a BCP 47 tag), else the CV's.
 */
export function withQuotes(entry: BibEntry, lang: string): BibEntry {
  const asking: [string, BibField][] = [];
  for (const [name, field] of entry.fields)
    if (field.value.includes('\\') && command.test(field.value)) asking.push([name, field]);
  if (asking.length === 0) return entry;
  const named = (entry.fields.get('langid') ?? entry.fields.get('hyphenation'))?.value.trim().toLowerCase();
  const quotes = quotesOf(named ? (fromBabelLanguage(named) ?? named) : lang);
  const fields = new Map(entry.fields);
  for (const [name, field] of asking) fields.set(name, { ...field, quotes });
  return { ...entry, fields };
}
