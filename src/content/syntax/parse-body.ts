import type { Root } from 'mdast';
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { addProblem } from '../../problem.ts';
import { resolveDefinitionLists } from './definition-lists.ts';
import { findDivFences, resolveFencedDivs } from './fenced-divs.ts';
import { limitDepth } from './limit-depth.ts';
import { limitMarks, showHiddenMarks } from './limit-marks.ts';
import { fillPositions, mapPositions } from './map-positions.ts';
import { joinParts, parseParts } from './parse-parts.ts';
import { type PreparedLines, prepareLines } from './prepare-lines.ts';
import { applyEdits, type EditedText } from './source-edits.ts';
import { stripSyntax } from './strip-syntax.ts';
import type { TextPoints } from './text-points.ts';

export interface ParsedBody {
  root: Root;
  /** Offsets of code spans that are formulas. */
  math: ReadonlySet<number>;
}

/** How often to parse again when what looked like a definition or a fence was none. */
const maxTries = 4;

/** Parses the Markdown that begins at `bodyStart`. Positions are those of the file, whatever was rewritten on the way. */
export function parseBody(
  vfile: VFile,
  bodyStart: number,
  points: TextPoints,
  options: { math: boolean },
): ParsedBody {
  const { edits, math } = stripSyntax(vfile, bodyStart, points, options);
  const stripped = withFewMarks(
    applyEdits(String(vfile), [{ start: 0, end: bodyStart, text: '' }, ...edits]),
    points,
    vfile,
  );
  const keep = new Set<number>();
  for (let tries = 1; ; tries += 1) {
    const lines = prepareLines(stripped.text, keep);
    const root = parseLines(stripped, lines, points, String(vfile));
    const unused = resolveMarks(root, stripped, lines);
    if (unused.length > 0 && tries < maxTries) {
      for (const offset of unused) keep.add(offset);
      continue;
    }
    resolveFencedDivs(root, lines.divs, vfile);
    const deep =
      limitDepth(root)?.position ?? (lines.tooDeep === undefined ? undefined : tooDeepPlace(lines.tooDeep));
    if (deep) reportDepth(vfile, deep);
    fillPositions(root, String(vfile), points);
    return { root, math };
  }

  function tooDeepPlace(offset: number): ReturnType<TextPoints['point']> {
    return points.point(stripped.toOriginal(offset, 'start'));
  }
}

/** A text that was edited, of which only the way back is asked for. */
type StrippedText = Pick<EditedText, 'text' | 'toOriginal'> & { hasHiddenMarks?: boolean };

/** The text with what is too much for a parser made plain, and a warning of it. */
function withFewMarks(text: EditedText, points: TextPoints, vfile: VFile): StrippedText {
  const { edits, first } = limitMarks(text.text);
  if (first === undefined) return text;
  addProblem(vfile, 'too-many-marks', {
    reason:
      'Cannot read so many signs of Markdown in one paragraph, they are printed as they are from here on',
    note: 'Part the paragraph with blank lines.',
    place: points.point(text.toOriginal(first, 'start')),
  });
  const limited = applyEdits(text.text, edits);
  return {
    text: limited.text,
    hasHiddenMarks: true,
    toOriginal: (offset, side) => text.toOriginal(limited.toOriginal(offset, side), side),
  };
}

/** Makes definition lists, and returns the offsets of definitions and fences that turned out to be none. */
function resolveMarks(root: Root, stripped: StrippedText, lines: PreparedLines): number[] {
  const original = new Map(
    [...lines.definitions].map((offset) => [stripped.toOriginal(offset, 'start'), offset]),
  );
  const used = resolveDefinitionLists(root, new Set(original.keys()));
  const fences = findDivFences(root);
  return [
    ...[...original].filter(([place]) => !used.has(place)).map(([, offset]) => offset),
    ...[...lines.divs.keys()].filter((offset) => !fences.has(offset)),
  ];
}

function parseLines(stripped: StrippedText, lines: PreparedLines, points: TextPoints, source: string): Root {
  const edited = applyEdits(stripped.text, lines.edits);
  const root: Root = { type: 'root', children: [] };
  const cuts = lines.cuts.map((cut) => edited.toEdited(cut));
  for (const { start, root: part } of parseParts(edited.text, cuts)) {
    mapPositions(part, points, (offset, side) =>
      stripped.toOriginal(edited.toOriginal(offset + start, side), side),
    );
    joinParts(root, part, source);
  }
  if (stripped.hasHiddenMarks) showHiddenMarks(root);
  const end = stripped.toOriginal(stripped.text.length, 'end');
  root.position = points.position(stripped.toOriginal(0, 'start'), end);
  return root;
}

function reportDepth(vfile: VFile, place: Position | Point): void {
  addProblem(vfile, 'too-deep', {
    reason: 'Cannot nest any deeper than here, what is deeper is set at this level',
    note: 'Use fewer levels of lists, quotes or emphasis.',
    place,
  });
}
