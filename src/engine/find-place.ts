import type { VFile } from 'vfile';
import type { Place } from '../latex/origins.ts';
import type { TexDocument } from './engine.ts';

/** Where a message is put: in the CV, in a template, or where neither is known in the .tex. */
export interface Spot extends Place {
  kind: 'content' | 'template' | 'tex';
  /** The template's line that printed the content, where the fault may also be in the template. */
  printedBy?: Place | undefined;
}

export interface PlaceFinder {
  /** The document's lines; index 0 is line 1. */
  readonly texLines: readonly string[];
  /**
   * The place of a line of the .tex.
   * @param words texts that the CV has near the place if the fault is there, the surest first
   */
  atLine(line: number, words?: readonly (string | RegExp)[]): Spot;
  /** The first line of the CV that went into these lines of the .tex, else the place of the first line. */
  inLines(first: number, last: number, words?: readonly (string | RegExp)[]): Spot;
  /** The place of the first line of the .tex that has the text, of those that came from the CV where there are any. */
  ofText(text: string): Spot | undefined;
  /** Whether the CV has the text anywhere. */
  isInContent(text: string | RegExp): boolean;
}

/** How far below the beginning of a value a text of it is looked for, in lines of the CV. */
const farthest = 400;
/** A line of the .tex that is shorter than this, in characters, may be in the CV by chance. */
const shortestLine = 4;

export function createPlaceFinder(document: TexDocument, vfile: VFile): PlaceFinder {
  const texLines = document.source.split('\n');
  const markdown = String(vfile).split('\n');
  const texFile = `${vfile.stem ?? 'cv'}.tex`;

  const originOf = (line: number): Spot => {
    const { content, template } = document.origins[line - 1] ?? {};
    if (content) return { ...content, kind: 'content', printedBy: template };
    if (template) return { ...template, kind: 'template' };
    return { file: texFile, line, kind: 'tex' };
  };

  const search = (from: number, find: (text: string) => number): Spot | undefined => {
    const end = Math.min(markdown.length, from + farthest);
    for (let index = from - 1; index < end; index++) {
      const column = find(markdown[index] as string);
      if (column >= 0) return { kind: 'content', file: vfile.path, line: index + 1, column: column + 1 };
    }
    return undefined;
  };

  /** A value begins at its mark; its later lines are found by their text, since raw LaTeX and most prose are in the CV word for word. */
  const findVerbatim = (line: number, spot: Spot): Spot | undefined => {
    const isSame = (other: Spot): boolean => other.line === spot.line && other.file === spot.file;
    // A line that says too little (`}`, a blank one) is taken for the one before it.
    for (let number = line; number > 0 && isSame(originOf(number)); number--) {
      const text = (texLines[number - 1] as string).trim();
      if (text.length < shortestLine) continue;
      return (
        search(spot.line, (other) => (other.trim() === text ? other.indexOf(text) : -1)) ??
        search(spot.line, (other) => other.indexOf(text))
      );
    }
    return undefined;
  };

  const atLine: PlaceFinder['atLine'] = (at, words = []) => {
    // What TeX finds wrong when a paragraph ends is in the paragraph.
    const line = texLines[at - 1] === '\\par' && originOf(at - 1).kind === 'content' ? at - 1 : at;
    const spot = originOf(line);
    if (spot.kind !== 'content' || spot.file !== vfile.path) return spot;
    const verbatim = findVerbatim(line, spot);
    for (const word of words) {
      const found = search(verbatim?.line ?? spot.line, (text) => indexOf(text, word));
      if (found) return found;
    }
    return verbatim ?? spot;
  };

  return {
    texLines,
    atLine,
    inLines(first, last, words = []) {
      for (let line = first; line <= Math.min(last, texLines.length); line++) {
        if (originOf(line).kind === 'content') return atLine(line, words);
      }
      return atLine(first, words);
    },
    ofText(text) {
      const has = (texLine: string): boolean => texLine.includes(text);
      const isContent = (index: number): boolean => originOf(index + 1).kind === 'content';
      const inContent = texLines.findIndex((texLine, at) => has(texLine) && isContent(at));
      const index = inContent < 0 ? texLines.findIndex(has) : inContent;
      return index < 0 ? undefined : atLine(index + 1, [text]);
    },
    isInContent: (text) => markdown.some((line) => indexOf(line, text) >= 0),
  };
}

function indexOf(line: string, word: string | RegExp): number {
  return typeof word === 'string' ? line.indexOf(word) : line.search(word);
}
