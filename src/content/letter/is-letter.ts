import { parse } from 'node:path';
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { addProblem } from '../../problem.ts';
import type { FrontMatter } from '../front-matter/front-matter.ts';

/** `letter.md`, `letter-acme.md`, `acme.letter.md`, `cover_letter.md`; not `newsletter.md`. */
const nameOfLetter = /^(?:.*[.\-_ ])?letter(?:[.\-_ ].*)?$/i;

const markdownFile = /\.(?:md|markdown)$/i;

/**
 * Whether a file is a letter: `kind:` of its front matter says so, or that it has a recipient or names the CV that it goes with, or its name does.
 */
export function isLetter({ stem }: Pick<VFile, 'stem'>, { kind, recipient, cv }: FrontMatter): boolean {
  if (kind) return kind.value === 'letter';
  return Boolean(recipient) || (cv && isMarkdownFile(cv.value)) || nameOfLetter.test(String(stem));
}

/** Where a letter says which CV it goes with, or that it is a letter; its first line where only its name does. */
export function placeOfLetter({ cv, kind, recipient }: FrontMatter): Position | Point {
  return (cv ?? kind ?? recipient)?.position ?? { line: 1, column: 1 };
}

/** Whether a file may be a letter, told without reading its front matter. */
export function mayBeLetter(path: string, text: string): boolean {
  return (
    nameOfLetter.test(parse(path).name) ||
    /^[ \t]*["']?(?:kind|recipient|to|addressee|cv)["']?\s*:/im.test(text)
  );
}

/** By its name. CVs of other tools have a PDF at the key `cv`. */
export function isMarkdownFile(name: string): boolean {
  return markdownFile.test(name);
}

const keysOfLetter = [
  'cv',
  'recipient',
  'subject',
  'opening',
  'closing',
  'signature',
  'enclosures',
] as const satisfies readonly (keyof FrontMatter)[];

/** Says which keys of a CV only a letter prints. */
export function warnOfLetterKeys(frontMatter: FrontMatter, vfile: VFile): void {
  for (const key of keysOfLetter) {
    const placed = frontMatter[key];
    if (!placed) continue;
    addProblem(vfile, 'unused-key', {
      reason: `Cannot use \`${key}\` of the front matter, only letters have it, and this file is a CV`,
      note: 'Write `kind: letter` if it is meant to be a letter; else delete the line.',
      place: placed.position,
    });
  }
}
