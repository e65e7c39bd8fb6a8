/** The rule of what is searched for. */
import type { Position } from 'unist';
import { type Candidate, toCandidates } from './candidates.ts';
import type { Needle } from './needle.ts';
import { splitWords, toLetters, toWordLine } from './normal-forms.ts';
import { digitsPattern } from './phone-digits.ts';
import type { PrivatePart } from './private-part.ts';

/** A text that is not private. */
export interface PublicText {
  text: string;
  position?: Position | undefined;
}

/** What a private part says that is said in public, too. */
export interface Elsewhere {
  part: PrivatePart;
  /** Each with where it is said in public. */
  texts: { shown: string; position: Position | undefined }[];
}

/**
 * Whatever a private part said is searched for, but for what is said in public, too: there it was meant to be read, and nobody can tell one
 * from the other. What of that is telling is given back, since perhaps it was meant to be private, with runs of words that overlap put together.
 * @param said the texts that are left, in their order
 * @param plain texts that no part of the CV says and that people read all the same: words of the template, of lists
 */
export function toNeedles(
  parts: readonly PrivatePart[],
  said: readonly PublicText[],
  plain: readonly string[],
): { needles: Needle[]; elsewhere: Elsewhere[] } {
  const findSaid = createSaidSearch(said);
  const plainLine = plain.map(toWordLine).join('|');
  const needles = new Map<string, Needle>();
  const elsewhere: Elsewhere[] = [];
  for (const part of parts) {
    const repeated: RepeatedRun[] = [];
    for (const { kind, value } of part.texts) {
      const words = splitWords(value);
      for (const candidate of toCandidates({ kind, value })) {
        const { form, key, shown, run } = candidate;
        const place = findSaid(candidate);
        if (place !== undefined) {
          if (form !== 'words') addRun(repeated, { shown, words, run, ...place });
        } else if (form !== 'words' || !plainLine.includes(key)) {
          const name = `${form} ${key}`;
          // The first is as it was typed, others are made of it.
          if (!needles.has(name)) needles.set(name, { form, key, shown, part });
        }
      }
    }
    if (repeated.length > 0)
      elsewhere.push({ part, texts: repeated.map(({ shown, position }) => ({ shown, position })) });
  }
  return { needles: [...needles.values()], elsewhere };
}

interface RepeatedRun {
  shown: string;
  words: readonly string[];
  run: Candidate['run'];
  position: Position | undefined;
}

/** Adds a run, or lengthens the last one where the two overlap in the same text. */
function addRun(runs: RepeatedRun[], next: RepeatedRun): void {
  const last = runs.at(-1);
  if (last?.run && next.run && last.words === next.words && next.run[0] <= last.run[1]) {
    last.run = [last.run[0], next.run[1]];
    last.shown = last.words.slice(last.run[0], last.run[1] + 1).join(' ');
  } else if (!runs.some(({ shown }) => toLetters(shown) === toLetters(next.shown))) runs.push({ ...next });
}

/** Finds where something is said; with no place where only fields that stand side by side say it together. */
function createSaidSearch(
  said: readonly PublicText[],
): (candidate: Candidate) => { position: Position | undefined } | undefined {
  const letters = said.map(({ text }) => toLetters(text));
  const all = letters.join('');
  const lines = said.map(({ text }) => toWordLine(text));
  return ({ form, key }) => {
    const index =
      form === 'letters'
        ? letters.findIndex((text) => text.includes(key))
        : form === 'words'
          ? lines.findIndex((line) => line.includes(key))
          : said.findIndex(({ text }) => digitsPattern(key).test(text));
    if (index >= 0) return { position: said[index]?.position };
    return form === 'letters' && all.includes(key) ? { position: undefined } : undefined;
  };
}
