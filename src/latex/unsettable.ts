import type { Point, Position } from 'unist';
import type { EngineName } from '../engine/engine.ts';
import { cleanText } from './clean-text.ts';
import { placeInText } from './place-in-text.ts';
import { setsExactly } from './to-pdflatex.ts';
import { unsafe } from './unsafe.ts';

/** A character that an engine cannot set, or not so that the PDF's text holds it. */
export interface Unsettable {
  /** One letter with its marks. */
  character: string;
  /** Of its first code point. */
  codePoint: number;
  position?: Point | undefined;
}

const madeByCommand: ReadonlySet<string> = new Set(unsafe.map((row) => row.character));

/**
 * What the engine cannot set in a text or anywhere in a tree of nodes (a CV, a section, a list of nodes), in the order of the text, found as it is
 * asked for. Always nothing for xelatex and lualatex, where a font can be found for any character.
 * @param source the whole file, for exact places
 */
export function* findUnsettable(
  content: unknown,
  engine: EngineName,
  source?: string,
): Generator<Unsettable, void> {
  if (engine !== 'pdflatex') return;
  if (typeof content === 'string') yield* findInText(content, undefined, source);
  else yield* search(content, source);
}

// CVs hold nodes in all kinds of fields, so every field is looked into; only nodes with a value are text.
function* search(content: unknown, source: string | undefined): Generator<Unsettable, void> {
  if (typeof content !== 'object' || content === null) return;
  const { type, value, alt, position } = content as {
    type?: unknown;
    value?: unknown;
    alt?: unknown;
    position?: Position;
  };
  const text = value ?? alt;
  if (type !== 'rawLatex' && typeof type === 'string' && typeof text === 'string')
    yield* findInText(text, position, source);
  for (const [key, child] of Object.entries(content)) if (key !== 'position') yield* search(child, source);
}

function* findInText(
  text: string,
  position: Position | undefined,
  source: string | undefined,
): Generator<Unsettable, void> {
  const clean = cleanText(text);
  if (/^[\n -~]*$/.test(clean)) return;
  for (const { 0: unit, index } of clean.matchAll(/.(?:\p{M}|\u200C|\u200D)*/gsu)) {
    const neighbours = `${clean[index - 1] ?? ''}${clean[index + unit.length] ?? ''}`;
    if (madeByCommand.has(unit) || setsExactly(unit, /\p{Script=Greek}/u.test(neighbours))) continue;
    yield {
      character: unit,
      codePoint: unit.codePointAt(0) as number,
      position: placeInText(clean, index, position, source),
    };
  }
}
