import type { VFile } from 'vfile';
import { addProblem, type ProblemCode, type ProblemDetail } from '../problem.ts';
import type { BibField } from './bib-entry.ts';
import type { BibChunk } from './split-bib-file.ts';

/** Adds what is wrong with one .bib file to the messages of the CV. */
export interface BibProblems {
  add: (code: ProblemCode, detail: ProblemDetail) => void;
  /** Whether the next one is listed, so that its note is worth the search. */
  hasRoom: () => boolean;
  /** Tells how many there were beyond the limit. */
  close: () => void;
}

/** A file that is no .bib file may have a problem a line, which nobody would read. */
const limit = 50;

/** @param file path of the .bib file as messages print it */
export function createBibProblems(file: string, vfile: VFile): BibProblems {
  let count = 0;
  return {
    add: (code, detail) => {
      count += 1;
      if (count <= limit) addProblem(vfile, code, { file, ...detail });
    },
    hasRoom: () => count < limit,
    close: () => {
      if (count <= limit) return;
      addProblem(vfile, 'bib-syntax', {
        reason: `Cannot list ${count - limit} more problems of \`${file}\``,
        note: 'Make sure that it is a BibTeX file, and mend the first ones.',
        file,
        place: { line: 1, column: 1, offset: 0 },
      });
    },
  };
}

/** How messages call a chunk: `key`, the string `icml`, the comment. */
export function nameOfChunk({ kind, start, end, open }: BibChunk, text: string): string {
  if (kind === 'comment' || kind === 'preamble') return `the \`@${kind}\``;
  const key = /^\s*([^\s,{}()"=#%]+)/.exec(text.slice(open + 1, Math.min(end, open + 200)))?.[1];
  if (kind === 'string') return key ? `the string \`${key}\`` : 'the `@string`';
  return key ? `the entry \`${key}\`` : `the entry \`${text.slice(start, open + 1)}\``;
}

/** Tells of a chunk whose last bracket is missing, or of a brace in it that is never closed. */
export function reportUnclosed(
  chunk: BibChunk,
  text: string,
  add: BibProblems['add'],
  positionOf: (start: number, end: number) => BibField['position'],
): void {
  const { start, open, unclosed = open } = chunk;
  const name = nameOfChunk(chunk, text);
  const closing = text[open] === '(' ? ')' : '}';
  if (unclosed !== open)
    add('bib-syntax', {
      reason: `Cannot read ${name}, the brace that opens here is not closed`,
      note: 'Close it, or delete it. Braces count also after a backslash.',
      place: positionOf(unclosed, unclosed + 1),
    });
  else
    add('bib-syntax', {
      reason: `Cannot find the \`${closing}\` that ends ${name}, it is read up to the next one`,
      note: `Write \`${closing}\` behind its last field.`,
      place: positionOf(start, open + 1),
    });
}

/**
 * `@article key,`, or `@article` alone on its line, and a field, whose `=` may be missing, too, at the beginning of a line: BibTeX passes it over, as it does all text between
 * entries.
 */
const unopened =
  /^[ \t]*(@[^\n,=]{0,200})(?:,\s*[a-z][\w+:-]*\s*[={"]|\n[ \t]*[a-z][\w+:-]*[ \t]*=[ \t]*[{"])/gim;

/** Tells of what looks like an entry in the text between entries. */
export function reportUnopened(
  { start, end }: BibChunk,
  text: string,
  add: BibProblems['add'],
  positionOf: (start: number, end: number) => BibField['position'],
): void {
  for (const { index, 0: found, 1: head = '' } of text.slice(start, end).matchAll(unopened)) {
    const at = start + index + found.indexOf('@');
    add('bib-syntax', {
      reason: `Cannot read what begins with \`${head.trim()}\`, no brace opens it`,
      note: 'Begin it with `@article{key,`, or delete it.',
      place: positionOf(at, at + head.length),
    });
  }
}
