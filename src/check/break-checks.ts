import type { Check, Checked, Finding } from './checked.ts';
import { foldLetters, toLetters } from './letters.ts';
import { shorten } from './page-checks.ts';
import type { Passage } from './passages.ts';
import type { TextLine } from './text-lines.ts';

/** No page ends with a heading or with an entry's head, without what it is the head of. */
export const checkStranded: Check = ({ pages, lines, source }) =>
  pages.slice(0, -1).flatMap(({ number }): Finding[] => {
    const own = lines.filter(({ page, running }) => page === number && !running);
    const last = own.at(-1);
    if (!last) return [];
    const heading = source ? headingIn(last, source.passages) : isLarger(last, own);
    if (!heading) return [];
    const passage = heading === true ? undefined : heading;
    const isEntry = passage?.kind === 'title';
    return [
      {
        code: isEntry ? 'stranded-entry' : 'stranded-heading',
        reason: `“${shorten(passage?.text ?? last.text)}” stands at the foot of page ${number}, and what follows it on the next`,
        note: 'Shorten or lengthen what stands before it; a template of your own needs `\\mdcv@need` before it.',
        place: passage?.position,
        at: last,
      },
    ];
  });

/** Without the CV a heading is what is set larger than the rest of its page. */
function isLarger({ fontSize }: TextLine, lines: readonly TextLine[]): boolean {
  const sizes = lines.map((line) => line.fontSize).sort((a, b) => a - b);
  return fontSize > (sizes[sizes.length >> 1] ?? 0) + 0.5;
}

function headingIn(line: TextLine, passages: readonly Passage[]): Passage | undefined {
  const letters = foldLetters(line.text);
  return passages.find(({ kind, text, entry }) => {
    const folded = foldLetters(text);
    if (folded === '') return false;
    if (kind === 'section' || kind === 'subsection') return letters === folded;
    // An entry of one line is whole; a date may stand before its title, in the margin.
    return kind === 'title' && entry && entry.body.length > 0 && isHeadOf(letters, folded, passages, entry);
  });
}

/** The line holds the title and nothing of the body. */
function isHeadOf(
  letters: string,
  title: string,
  passages: readonly Passage[],
  entry: Passage['entry'],
): boolean {
  if (!letters.includes(title)) return false;
  const head = passages.filter(
    (passage) => passage.entry === entry && ['title', 'date', 'field'].includes(passage.kind),
  );
  const rest = head.reduce((left, { text }) => left.replace(foldLetters(text), ''), letters);
  return rest === '';
}

/** No paragraph leaves one line alone on a page. */
export const checkWidows: Check = (checked) => {
  if (!checked.source || checked.pages.length < 2) return [];
  const lines = inOrderOfText(checked);
  const letters = toLetters(lines.map(({ text }) => text));
  let past = 0;
  return checked.source.passages.flatMap((passage): Finding[] => {
    const folded = foldLetters(passage.text);
    if (passage.kind !== 'body' || folded === '') return [];
    // The same words may stand elsewhere, too: what follows in the Markdown follows on the pages.
    const after = letters.text.indexOf(folded, past);
    const start = after < 0 ? letters.text.indexOf(folded) : after;
    if (start < 0) return [];
    past = start + folded.length;
    const first = letters.pieces[start] ?? 0;
    const last = letters.pieces[start + folded.length - 1] ?? first;
    const own = lines.slice(first, last + 1);
    const upper = own.filter(({ page }) => page === own[0]?.page);
    const lower = own.filter(({ page }) => page === own.at(-1)?.page);
    if (own[0]?.page === own.at(-1)?.page || (upper.length > 1 && lower.length > 1)) return [];
    const isFirst = upper.length === 1 && lower.length > 1;
    return [
      {
        code: 'widow',
        reason: `The ${isFirst ? 'first' : 'last'} line of “${shorten(passage.text)}” stands alone on page ${(isFirst ? upper : lower)[0]?.page}`,
        note: 'Shorten or lengthen the text by a line.',
        place: passage.position,
      },
    ];
  });
};

/** Lines as they are read: those of a hint in the margin among those beside it. */
function inOrderOfText({ lines }: Checked): TextLine[] {
  return lines.filter(({ running }) => !running);
}
