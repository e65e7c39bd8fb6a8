/** From the Markdown tree and the front matter of a letter to its model. */
import type { PhrasingContent, Root } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { Cv, Phrase } from '../../model/cv.ts';
import type { Letter } from '../../model/letter.ts';
import type { FrontMatter, Placed } from '../front-matter/front-matter.ts';
import { around } from '../phrasing-text.ts';
import { collectFootnotes } from '../recognition/footnotes.ts';
import { toFrontMatterContacts } from '../recognition/front-matter-contacts.ts';
import { resolveName } from '../recognition/name.ts';
import { textPhrase } from '../recognition/phrase.ts';
import { toProse } from '../recognition/prose.ts';
import { type FrontMatterTexts, toFooter } from '../recognition/to-cv.ts';
import { unwrapDivs } from '../recognition/unwrap-divs.ts';
import { toLetterDate } from './letter-date.ts';
import { type Framed, takeFrame } from './letter-frame.ts';
import { letterWords } from './letter-words.ts';

/**
 * A letter as a document whose introduction is its text. Every word of the file is in it, but for the name under the closing, which is printed there
 * anyway.
 * @param name whose letter it is, where the CV says it
 */
export function toLetter(
  root: Root,
  frontMatter: FrontMatter,
  vfile: VFile,
  { summary, footer }: FrontMatterTexts,
  name: string | undefined,
): Cv {
  const { title, address, photo, keywords } = frontMatter;
  const lang = frontMatter.lang?.value ?? 'en';
  const { nodes, notes } = collectFootnotes(unwrapDivs(root.children, vfile));
  // The title of a letter is what it is about, and nobody's name.
  const { title: _, ...withoutTitle } = frontMatter;
  const naming = resolveName(withoutTitle, undefined);
  const framed = takeFrame(nodes, {
    subject: Boolean(frontMatter.subject ?? title),
    opening: Boolean(frontMatter.opening),
    closing: Boolean(frontMatter.closing),
    name: naming.name?.text ?? name,
    usual: letterWords(lang).closing,
  });
  const text = [...summary, ...framed.text].map(toProse);
  return {
    lang,
    person: {
      name: naming.name,
      headline: naming.headlines[0],
      address: (address?.value ?? []).map((line) => textPhrase(line, address?.position)),
      contacts: toFrontMatterContacts(frontMatter),
      photo: photo?.value ? { path: photo.value, position: photo.position } : undefined,
    },
    introduction: [...text, ...notes.take(nodes), ...notes.takeRest()],
    sections: [],
    footer: toFooter(footer),
    keywords: keywords?.value ?? [],
    letter: toFrame(frontMatter, framed, lang, around(nodes)),
  };
}

/** @param text where the text stands: words that nobody has written lead to its ends */
function toFrame(
  { recipient, date, subject, title, opening, closing, signature, enclosures }: FrontMatter,
  framed: Framed,
  lang: string,
  text: Position | undefined,
): Letter {
  const words = letterWords(lang);
  const begin = text && { start: text.start, end: text.start };
  const end = text && { start: text.end, end: text.end };
  const about = subject ?? title;
  return {
    recipient: (recipient?.value ?? []).map(toPlaced),
    date: date && toLetterDate(date, lang),
    subject: about ? toPlaced(about) : framed.subject,
    opening: opening ? toPlaced(opening) : (framed.opening ?? ofLanguage(words.opening, begin)),
    closing: closing ? toPlaced(closing) : (framed.closing ?? ofLanguage(words.closing, end)),
    signature: signature && { path: signature.value, position: signature.position },
    enclosures: enclosures && {
      label: ofLanguage(words.enclosures, enclosures.position),
      items: enclosures.value.map(toPlaced),
    },
  };
}

function toPlaced({ value, position }: Placed<string>): Phrase {
  return textPhrase(value, position);
}

function ofLanguage(words: string, position: Position | undefined): Phrase {
  const children = words
    .split('\n')
    .flatMap((value, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      { type: 'text', value },
    ]);
  return { children, position };
}
