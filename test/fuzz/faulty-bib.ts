/** .bib files with entries that are not as they should be. */
import fc from 'fast-check';
import { type AnyBib, type BibEntry, bibEntry } from './any-bib-entry.ts';
import { badNames } from './any-bib-names.ts';
import { anyText } from './any-text.ts';
import { entries, gap } from './sound-bib.ts';

export interface FaultyBib extends AnyBib {
  /** The code that must tell of it; where it is missing, any may that tells of a loss. */
  told?: string;
  /** Where each entry stands, with the gap before it, and what of it must be in the list. */
  parts: { start: number; end: number; texts: string[] }[];
}

/** What is done to an entry; each may cost its words, which has to be told. */
const faults: readonly ((entry: BibEntry, bad: string) => string)[] = [
  ({ text }) => text.replace(/,(?=\s*author)/, ''),
  ({ text }) => text.replace(/=/, ''),
  ({ text }) => text.slice(0, -1),
  ({ text, at }) => `${text.slice(0, at)}note = {a {b},${text.slice(at)}`,
  ({ text, at }) => `${text.slice(0, at)}note = "a {"} b",${text.slice(at)}`,
  ({ text, at }) => `${text.slice(0, at)}note = {a}},${text.slice(at)}`,
  ({ text, at }) => `${text.slice(0, at)}note = nothing # {x} #,${text.slice(at)}`,
  ({ text, at }) => `${text.slice(0, at)}note = ,= {x},${text.slice(at)}`,
  ({ text, at }) => `${text.slice(0, at)}title = {Qother},${text.slice(at)}`,
  ({ text }) => text.replace(/k\d[^,]*,/, ''),
  ({ text }) => text.replace(/k\d[^,]*,/, ','),
  ({ text }) => text.replace(/k\d[^,]*,/, 'k0,'),
  ({ text }) => text.replace(/k\d[^,]*,/, '@{x}"%#,'),
  ({ text }) => text.replace(/@(\w+)/, '@ $1 '),
  ({ text }) => text.replace(/(?<=@\w+)[{(]/, ''),
  ({ text }, bad) => text.replace(/(author\s*=\s*["{])/, (found) => `${found}${bad} and `),
  ({ text }, bad) => text.replace(/title\s*=\s*/, () => `title = {${bad}}, subtitle = `),
  ({ text, at }) => `${text.slice(0, at)}abstract = {${'{long} text % '.repeat(500)}},${text.slice(at)}`,
  ({ text, at }) => `${text.slice(0, at)}note = {${'{'.repeat(300)}x${'}'.repeat(300)}},${text.slice(at)}`,
  ({ text }) => `${text}\n${text}`,
];

const spoilt: fc.Arbitrary<FaultyBib> = fc
  .tuple(
    entries,
    fc.array(fc.tuple(fc.nat({ max: 3 }), fc.constantFrom(...faults), fc.oneof(badNames, anyText)), {
      minLength: 1,
      maxLength: 2,
    }),
  )
  .map(([{ list, gaps }, wrongs]) => {
    const written = list.map((one, at) =>
      wrongs
        .filter(([where]) => where % list.length === at)
        .reduce((text, [, fault, bad]) => fault({ ...one, text }, bad), one.text),
    );
    return {
      ...join(
        written.map((text, at) => ({ text: (gaps[at] as string) + text, texts: list[at]?.texts ?? [] })),
      ),
      keys: list.flatMap(({ keys }) => keys),
    };
  });

function join(
  written: readonly { text: string; texts: string[] }[],
): Pick<FaultyBib, 'text' | 'texts' | 'parts'> {
  let end = 0;
  return {
    text: written.map(({ text }) => text).join(''),
    texts: written.flatMap(({ texts }) => texts),
    parts: written.map(({ text, texts }) => {
      end += text.length;
      return { start: end - text.length, end, texts };
    }),
  };
}

/** Two entries of one key, of which only one can be shown. */
const sameKey: fc.Arbitrary<FaultyBib> = fc
  .tuple(bibEntry(0), gap, bibEntry(1))
  .map(([first, between, { text, texts }]) => ({
    // A function, for `$&` in a key is no pattern.
    ...join([first, { text: between + text.replace(/k1[^,]*/, () => first.keys.join()), texts }]),
    keys: first.keys,
    told: 'duplicate-key',
  }));

/** What is lost of them is told. */
export const faultyBib: fc.Arbitrary<FaultyBib> = fc.oneof(
  { weight: 9, arbitrary: spoilt },
  { weight: 1, arbitrary: sameKey },
);
