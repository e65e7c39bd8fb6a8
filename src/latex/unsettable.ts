import type { Point, Position } from 'unist';
import type { EngineName } from '../engine/engine.ts';
import { cleanText, isPrintableAscii } from './clean-text.ts';
import { encodedScriptOf, type ScriptFonts } from './encoded-scripts.ts';
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
 * @param fonts what pdflatex has besides its main font
 */
export function* findUnsettable(
  content: unknown,
  engine: EngineName,
  source?: string,
  fonts?: ScriptFonts,
): Generator<Unsettable, void> {
  if (engine !== 'pdflatex') return;
  if (typeof content === 'string') yield* findInText(content, { source, fonts });
  else if (typeof content === 'object' && content !== null)
    for (const { text, position } of collectTexts(content, []))
      yield* findInText(text, { position, source, fonts });
}

/** True where some text of a CV has a Latin letter beyond those of western Europe: fonts of 1990 put it together from parts. */
export function hasWideLatin(content: object): boolean {
  return collectTexts(content, []).some(({ text }) => wideLatin.test(text));
}

const wideLatin = /[\u0100-\u017F\u0218-\u021B]|[A-Za-z][\u0300-\u036F]/u;

interface TextNode {
  text: string;
  position?: Position | undefined;
}

// CVs hold nodes in all kinds of fields, so every field is looked into; only nodes with a value are text.
function collectTexts(content: object, texts: TextNode[]): TextNode[] {
  if (Array.isArray(content)) {
    for (const child of content) if (typeof child === 'object' && child !== null) collectTexts(child, texts);
    return texts;
  }
  const { type, value, alt, position } = content as {
    type?: unknown;
    value?: unknown;
    alt?: unknown;
    position?: Position;
  };
  const text = value ?? alt;
  if (typeof text === 'string' && type !== 'rawLatex' && typeof type === 'string' && !isPrintableAscii(text))
    texts.push({ text, position });
  for (const key in content) {
    const child: unknown = key === 'position' ? undefined : content[key as keyof typeof content];
    if (typeof child === 'object' && child !== null) collectTexts(child, texts);
  }
  return texts;
}

/** One letter with its marks; ASCII without any is set by every engine. */
const units = /[^\n -~](?:\p{M}|\u200C|\u200D)*|.(?:\p{M}|\u200C|\u200D)+/gsu;

/** What every engine sets: most of what is not ASCII is the letters of western Europe, and dashes and quotes. */
const settable = /^[\n -~À-ÖØ-öø-ÿ–—‘’“”]*$/;

interface TextSetting {
  position?: Position | undefined;
  source: string | undefined;
  fonts: ScriptFonts | undefined;
}

function* findInText(text: string, { position, source, fonts }: TextSetting): Generator<Unsettable, void> {
  if (settable.test(text)) return;
  const clean = cleanText(text);
  for (const { 0: unit, index } of clean.matchAll(units)) {
    const neighbours = `${clean[index - 1] ?? ''}${clean[index + unit.length] ?? ''}`;
    if (madeByCommand.has(unit) || setsExactly(unit, /\p{Script=Greek}/u.test(neighbours))) continue;
    const script = fonts && encodedScriptOf(unit);
    if (script && fonts.has(script)) continue;
    yield {
      character: unit,
      codePoint: unit.codePointAt(0) as number,
      position: placeInText(clean, index, position, source),
    };
  }
}
