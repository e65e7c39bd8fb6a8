/** What frames the text of a letter, where its author has written it into the text. */
import type { RootContent } from 'mdast';
import type { Phrase } from '../../model/cv.ts';
import { hardBreak, toPhrasingText } from '../phrasing-text.ts';
import { splitPhrasing, toPhrase, toPlainPhrase } from '../recognition/phrase.ts';

export interface Framed {
  /** A heading above the text. */
  subject?: Phrase | undefined;
  opening?: Phrase | undefined;
  closing?: Phrase | undefined;
  /** What is between. */
  text: RootContent[];
}

export interface Known {
  /** What the front matter says already, and is not looked for. */
  subject: boolean;
  opening: boolean;
  closing: boolean;
  /** Whose letter it is: that name under the text is not printed twice. */
  name?: string | undefined;
  /** The usual closing of the language, which need not end in a comma. */
  usual: string;
}

/** Letters. A salutation or a closing is shorter than a sentence that says something. */
const longestLine = 80;

/**
 * Takes heading, salutation and closing out of a letter's text: a heading above all else, a first line that ends as salutations do, a last one that
 * ends in a comma or is followed by the name. Where that is a mistake nothing is lost, since each is printed where it was written.
 */
export function takeFrame(nodes: readonly RootContent[], known: Known): Framed {
  const text = [...nodes];
  const framed: Framed = { text };
  const heading = text[0];
  if (!known.subject && heading?.type === 'heading') {
    framed.subject = toPlainPhrase(heading.children);
    text.shift();
  }
  // A heading that is no subject may stand before it.
  const first = text.findIndex(({ type }) => type !== 'heading');
  const opening = first < text.length - 1 ? lineOf(text[first]) : undefined;
  if (!known.opening && opening && /[,:!،，：！]$/u.test(toText(opening))) {
    framed.opening = opening;
    text.splice(first, 1);
  }
  if (!known.closing) framed.closing = takeClosing(text, known);
  return framed;
}

/** Takes the closing from the end of the nodes, with the name under it. */
function takeClosing(text: RootContent[], known: Known): Phrase | undefined {
  const before = [...text];
  const isNamed = isName(linesOf(text.at(-1)).at(-1), known);
  const lines = linesOf(text.pop());
  if (isNamed) lines.pop();
  if (isNamed && lines.length === 0) lines.push(...linesOf(text.pop()));
  const [closing, ...more] = lines;
  if (
    closing &&
    more.length === 0 &&
    text.length > 0 &&
    (isNamed || endsLetter(toText(closing), known.usual))
  )
    return closing;
  text.splice(0, text.length, ...before);
  return undefined;
}

function endsLetter(line: string, usual: string): boolean {
  return line.length <= longestLine && (/[,،，]$/u.test(line) || foldText(line) === foldText(usual));
}

function isName(line: Phrase | undefined, { name }: Known): boolean {
  return line !== undefined && name !== undefined && foldText(toText(line)) === foldText(name);
}

/** A short paragraph of one line. */
function lineOf(node: RootContent | undefined): Phrase | undefined {
  const [line, ...more] = linesOf(node);
  return line && more.length === 0 && toText(line).length <= longestLine ? line : undefined;
}

/** The lines of a paragraph, as they are written. */
function linesOf(node: RootContent | undefined): Phrase[] {
  if (node?.type !== 'paragraph') return [];
  return splitPhrasing(node.children, new RegExp(`[\\n${hardBreak}]+`, 'gu'))
    .map((line) => toPhrase(line))
    .filter((line) => line !== undefined);
}

function toText({ children }: Phrase): string {
  return toPhrasingText(children).trim();
}

function foldText(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
