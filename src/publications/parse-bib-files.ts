/** The text of .bib files becomes entries; loaded only for a CV that names a bibliography. */
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { createTextPoints } from '../content/syntax/text-points.ts';
import type { BibEntry } from './bib-entry.ts';
import {
  type BibProblems,
  createBibProblems,
  nameOfChunk,
  reportUnclosed,
  reportUnopened,
} from './bib-problems.ts';
import { inheritFields } from './inherit-fields.ts';
import { type BibContext, readBibEntry, readBibString } from './read-bib-entry.ts';
import { type BibChunk, splitBibFile } from './split-bib-file.ts';

interface BibSource extends BibContext {
  chunks: BibChunk[];
  problems: BibProblems;
  file: string;
}

/** Entries that are no publications: data for others, sets of entries, settings of REVTeX and of BibTeX's styles. */
const unprinted: readonly string[] = ['xdata', 'set', 'control', 'ieeetranbstctl'];

/**
 * Reads .bib files: `@string`s of one hold in all, and entries inherit from those of others. An entry that cannot be read is told
 * among the messages of the CV, and so is a key that is there twice.
 * @returns publications in the order of the files, their keys unique
 */
export function parseBibFiles(files: readonly VFile[], vfile: VFile): BibEntry[] {
  const strings = new Map<string, string>();
  const sources = files.map((file) => toSource(file, strings, vfile));
  for (const source of sources)
    for (const chunk of source.chunks) if (chunk.kind === 'string') readBibString(chunk, source);
  const entries = new Map<string, BibEntry>();
  for (const source of sources) {
    readEntries(source, entries);
    reportText(source);
  }
  const adders = new Map(sources.map((source) => [source.file, source.add]));
  const inherited = inheritFields([...entries.values()], (code, detail) => {
    const place = detail.place as BibEntry['position'];
    adders.get(place.start.file as string)?.(code, detail);
  });
  for (const { problems } of sources) problems.close();
  return inherited.filter(({ type }) => !unprinted.includes(type));
}

function toSource(source: VFile, strings: Map<string, string>, vfile: VFile): BibSource {
  const text = String(source.value);
  const file = source.path;
  const points = createTextPoints(text);
  const problems = createBibProblems(file, vfile);
  return {
    text,
    file,
    strings,
    brought: 0,
    problems,
    add: problems.add,
    hasRoom: problems.hasRoom,
    chunks: splitBibFile(text),
    positionOf: (start, end) => ({ start: pointAt(start), end: pointAt(end) }),
  };

  function pointAt(at: number): Point {
    const { line, column } = points.point(at);
    return { line, column, offset: at, file };
  }
}

function readEntries(source: BibSource, entries: Map<string, BibEntry>): void {
  for (const chunk of source.chunks) {
    if (chunk.kind !== 'entry') continue;
    const entry = readBibEntry(chunk, source);
    if (!entry) continue;
    const first = entries.get(entry.key)?.position.start;
    if (!first) entries.set(entry.key, entry);
    else
      source.add('duplicate-key', {
        reason: `Cannot tell two entries \`${entry.key}\` apart, the first is taken`,
        note: `It is in ${first.file}:${first.line}. Give this one a key of its own, or delete it.`,
        place: entry.position,
      });
  }
}

/** Tells of braces that are left open in what is passed over, and of text that was meant to be read. */
function reportText({ chunks, text, file, add, positionOf }: BibSource): void {
  for (const [index, chunk] of chunks.entries()) {
    const before = chunks[index - 1];
    if (chunk.kind === 'comment' || chunk.kind === 'preamble') {
      if (chunk.unclosed !== undefined) reportUnclosed(chunk, text, add, positionOf);
    }
    if (chunk.type === '') reportUnopened(chunk, text, add, positionOf);
    if (chunk.type !== '' || before?.kind !== 'entry' || before.unclosed !== undefined) continue;
    if (
      /^[\s,]*[},][\s,}]*[^\s={}"@]+\s*=/.test(
        text.slice(chunk.start, Math.min(chunk.end, chunk.start + 200)),
      )
    )
      add('bib-syntax', {
        reason: `Cannot read what follows ${nameOfChunk(before, text)}, a brace ends it before its last field`,
        note: 'Delete the brace that is too many. Braces count also after a backslash.',
        place: positionOf(before.end - 1, before.end),
      });
  }
  if (chunks.every(({ type }) => type === '') && text.trim() !== '')
    add('bib-syntax', {
      reason: `Cannot find an entry in \`${file}\`, expected \`@article{key, …}\``,
      note: 'mdcv reads BibTeX and BibLaTeX. Export your publications as such.',
      place: positionOf(0, 0),
    });
}
