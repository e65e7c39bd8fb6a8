import type { Entry } from '../model/cv.ts';
import { linesOfBothDirections } from './both-directions.ts';
import type { Check, Finding } from './checked.ts';
import { foldLetters, toWords } from './letters.ts';
import type { Passage } from './passages.ts';
import { lettersOf } from './text-checks.ts';

/** How many letters may stand between two words of a passage: what is set between two pages or columns. */
const widestGap = 120;

/** The words of each passage follow each other, and the passages of an entry's body its head and one another. */
export const checkOrder: Check = (checked) => {
  if (!checked.source) return [];
  const { passages } = checked.source;
  const findings = new Map<Passage, Finding>();
  const turned = linesOfBothDirections(checked.plain);
  for (const { name, letters } of lettersOf(checked)) {
    const bodies = new Map<Entry, number>();
    for (const passage of passages) {
      const folded = foldLetters(passage.text);
      if (folded === '' || ['note', 'publication', 'contact', 'address'].includes(passage.kind)) continue;
      if (name === 'PDFium' && standsIn(turned, passage)) continue;
      const after = (passage.entry && bodies.get(passage.entry)) ?? 0;
      const found = find(letters.text, passage, folded, after);
      const isHere = found >= 0;
      if (
        !isHere &&
        findPlace(letters.text, passage, folded, 0) === undefined &&
        hasAllWords(letters.text, passage)
      )
        findings.set(passage, torn(passage, name));
      else if (!isHere && findPlace(letters.text, passage, folded, 0) !== undefined)
        findings.set(passage, misplaced(passage, name));
      if (!passage.entry || !isHere) continue;
      // Dates and places may stand before the title.
      if (passage.kind === 'title' || passage.kind === 'body' || passage.kind === 'label')
        bodies.set(passage.entry, found);
    }
  }
  return [...findings.values()];
};

function standsIn(lines: readonly string[], { text }: Passage): boolean {
  const words = toWords(text).map(({ word }) => foldLetters(word));
  return lines.some((line) => words.some((word) => word.length > 2 && line.includes(word)));
}

function find(text: string, passage: Passage, folded: string, after: number): number {
  const isHead = passage.kind === 'date' || passage.kind === 'field';
  return findPlace(text, passage, folded, isHead ? 0 : after) ?? -1;
}

/** Where a passage begins: whole, else word after word with gaps. */
function findPlace(
  text: string,
  { text: written }: Passage,
  folded: string,
  from: number,
): number | undefined {
  const whole = text.indexOf(folded, from);
  if (whole >= 0) return whole;
  const words = toWords(written).map(({ word }) => foldLetters(word));
  const [first = ''] = words;
  for (let start = text.indexOf(first, from); start >= 0; start = text.indexOf(first, start + 1)) {
    let at = start + first.length;
    const isThere = words.slice(1).every((word) => {
      const next = text.indexOf(word, at);
      if (next < 0 || next - at > widestGap) return false;
      at = next + word.length;
      return true;
    });
    if (isThere) return start;
  }
  return undefined;
}

/** Words that are lost are told by another check. */
function hasAllWords(text: string, { text: written }: Passage): boolean {
  return toWords(written).every(({ word }) => text.includes(foldLetters(word)));
}

function torn({ text, position }: Passage, reader: string): Finding {
  return {
    code: 'reading-order',
    reason: `The words of “${shorten(text)}” do not follow each other in the text of the PDF (read by ${reader})`,
    note: 'A program that reads the page mixes them with others. Choose a template that sets one thing below the other, such as `banking`.',
    place: position,
  };
}

function misplaced({ text, position }: Passage, reader: string): Finding {
  return {
    code: 'reading-order',
    reason: `“${shorten(text)}” stands before what it follows in the Markdown (read by ${reader})`,
    note: 'A program that reads the page finds it elsewhere. Choose a template that sets one thing below the other, such as `banking`.',
    place: position,
  };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
