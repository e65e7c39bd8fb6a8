import { toPhrasingText } from '../content/phrasing-text.ts';
import type { PersonName, Phrase } from '../model/cv.ts';
import type { Author } from '../model/publication.ts';
import { type Span, splitName } from './split-name.ts';

/** A name as text. */
export interface PlainName {
  given?: string | undefined;
  particle?: string | undefined;
  family: string;
  suffix?: string | undefined;
  corporate: boolean;
}

const nickname = /\([^)]*\)|"[^"]*"|“[^”]*”|„[^“”]*[“”]/g;
const title =
  /^(?:(?:(?:prof|dr|ing|mr|ms|mrs)\.(?:[- ]?(?:ing|phil|med|rer|nat|habil)\.)*|professor)\s*)+(?=\S)/i;

/** An author's name as text. */
export function toPlainName({ given, particle, family, suffix, corporate }: Author): PlainName {
  const text = (phrase: Phrase | undefined): string | undefined => phrase && toPhrasingText(phrase.children);
  return {
    given: text(given),
    particle: text(particle),
    family: toPhrasingText(family.children),
    suffix: text(suffix),
    corporate,
  };
}

/** Takes a name apart that was written as one text: `Jintao Zhang`, `Zhang, Jintao` or `张锦涛`. Titles and nicknames are left out. */
export function parsePlainName(text: string): PlainName {
  const name = withoutExtras(text);
  const spans = splitName(name);
  if (!spans) return { family: name, corporate: true };
  const slice = (span: Span | undefined): string | undefined => span && name.slice(span.start, span.end);
  return {
    given: slice(spans.given),
    particle: slice(spans.particle),
    family: slice(spans.family) as string,
    suffix: slice(spans.suffix),
    corporate: false,
  };
}

/** The name over a CV as a name of an author: without titles, nicknames and what follows a comma (`PhD`). */
export function toOwnerName({ given, family, text }: PersonName): PlainName {
  const familyName = family && toPhrasingText(family.children).split(',')[0]?.trim();
  if (!familyName) return { family: withoutExtras(text), corporate: false };
  return { given: withoutExtras(toPhrasingText(given.children)), family: familyName, corporate: false };
}

function withoutExtras(text: string): string {
  return text.replace(nickname, ' ').trim().replace(title, '');
}
