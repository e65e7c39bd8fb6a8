/** What a document will most likely be after an edit, told before the CV has been read again. */
import type { TexDocument } from '../engine/engine.ts';
import { identifyAgain } from './file-identifier.ts';
import { reseal } from './to-seal.ts';

/** The document that a CV's text was last made into, and what another text will most likely be made into. */
export interface Foresight {
  /** @param content the whole CV file */
  note(content: string, document: TexDocument): void;
  /**
   * The last document with the words changed that differ between its text and this one; it has no origins. A guess: reading the CV may find that
   * a word was a date, or that TeX needs a tie before it.
   * @returns nothing where the texts differ in more than a few words of one line, or where the document does not have these words as they are written
   */
  foresee(content: string): TexDocument | undefined;
}

export function createForesight(): Foresight {
  let last: { content: string; document: TexDocument } | undefined;
  return {
    note(content, document) {
      last = { content, document };
    },
    foresee(content) {
      const source = last && foreseeSource(last.content, last.document.source, content);
      if (!last || source === undefined) return undefined;
      const { assets } = last.document;
      return { source: identifyAgain(reseal(source, content), assets), assets, origins: [] };
    },
  };
}

interface Change {
  /** Offset in both texts. */
  at: number;
  removed: string;
  added: string;
}

/** Half a file, as an editor may leave it for a moment, differs in more. */
const mostCharacters = 200;

/** What is the same in Markdown, in the model and in TeX. */
const words = /^[\p{L}\p{M}\p{N} ,.;:()]*$/u;

function foreseeSource(before: string, source: string, after: string): string | undefined {
  const change = findChange(before, after);
  if (![change.removed, change.added].every((text) => text.length <= mostCharacters && words.test(text)))
    return undefined;
  for (const [head, tail] of findContexts(before, change)) {
    const old = head + change.removed + tail;
    // Shorter ones are in more places.
    if (old.length < fewestCharacters || before.split(old).length !== 2) return undefined;
    // A title may be printed in the outline, too.
    const foreseen = source.replaceAll(old, () => head + change.added + tail);
    if (foreseen !== source) return foreseen;
  }
  return undefined;
}

function findChange(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && before.charCodeAt(at) === after.charCodeAt(at)) at++;
  let same = 0;
  while (same < shorter - at && before.at(-1 - same) === after.at(-1 - same)) same++;
  return {
    at,
    removed: before.slice(at, before.length - same),
    added: after.slice(at, after.length - same),
  };
}

/** In characters; enough to be the only place of a CV, and few enough to meet no mark-up. */
const fewestCharacters = 6;

/** What stands before and after a change in its line, the most telling first: as far as it is words, and without what marks it up or ends it. */
function findContexts(text: string, { at, removed }: Change): [head: string, tail: string][] {
  const end = at + removed.length;
  return contexts.map(({ characters, head, tail }) => [
    matchOf(head, text.slice(Math.max(0, at - characters), at)).trimStart(),
    matchOf(tail, text.slice(end, end + characters)).trimEnd(),
  ]);
}

/** @param pattern matches any text, if with nothing */
function matchOf(pattern: RegExp, text: string): string {
  return (pattern.exec(text) as RegExpExecArray)[0];
}

const contexts = [
  { characters: 40, head: /[\p{L}\p{M}\p{N} ,.;:()]*$/u, tail: /^[\p{L}\p{M}\p{N} ,.;:()]*/u },
  { characters: 40, head: /[\p{L}\p{M}\p{N} ]*$/u, tail: /^[\p{L}\p{M}\p{N} ]*/u },
  { characters: 12, head: /[\p{L}\p{M}\p{N} ]*$/u, tail: /^[\p{L}\p{M}\p{N} ]*/u },
];
