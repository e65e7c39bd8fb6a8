/** What frames the text of a letter as templates see it: what stands above the text and what stands below, so that it is set in its order. */
import type { LatexContext } from '../latex/context.ts';
import { joinTex, type Tex } from '../latex/tex.ts';
import type { Letter } from '../model/letter.ts';
import { optionalPhrase, phrase } from './phrase-view.ts';
import type { LetterView } from './view.ts';

export function toLetterHead(
  { recipient, date, subject, opening }: Letter,
  context: LatexContext,
): Pick<LetterView, 'recipient' | 'date' | 'subject' | 'opening'> {
  return {
    recipient: recipient.map((line) => phrase(line, 'letter recipient', context)),
    date: optionalPhrase(date, 'letter date', context),
    subject: optionalPhrase(subject, 'letter subject', context),
    opening: phrase(opening, 'letter opening', context),
  };
}

/** @param signature name of the image within the run's folder, when there is one to print */
export function toLetterFoot(
  letter: Letter,
  signature: Tex | undefined,
  context: LatexContext,
): Pick<LetterView, 'closing' | 'signature' | 'enclosures'> {
  const { closing, enclosures } = letter;
  return {
    closing: phrase(closing, 'letter closing', context),
    signature:
      signature &&
      joinTex([context.marks.content(letter.signature?.position, 'letter signature'), signature]),
    enclosures: enclosures && {
      label: phrase(enclosures.label, 'letter enclosures', context),
      items: enclosures.items.map((item) => phrase(item, 'letter enclosures', context)),
    },
  };
}
