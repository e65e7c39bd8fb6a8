import type { Image } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { EngineName } from '../engine/engine.ts';
import { type Direction, directionOf } from './directions/language-direction.ts';
import { createDirections, type SetDirections } from './directions/set-directions.ts';
import type { ScriptFonts } from './encoded-scripts.ts';
import type { Marks } from './origins.ts';
import type { Tex } from './tex.ts';
import { createTypography, type Typography } from './typography.ts';

/** What turning plain text into TeX needs to know. */
export interface EscapeContext {
  engine: EngineName;
  /** BCP 47. */
  lang?: string | undefined;
  /** Collects the names of the scripts that were used; the preamble declares a font for each. */
  scripts: Set<string>;
  /** Of pdflatex: the scripts that have fonts besides the main one. */
  scriptFonts: ScriptFonts;
  /** Takes the messages. */
  vfile: VFile;
  /** Where the text stands, for the messages. */
  position?: Position | undefined;
  /** TeX for the n-th line ending of the text, from 1; a space when missing. */
  newline?: ((count: number) => Tex) | undefined;
}

/** What turning Markdown nodes into TeX needs to know; one a document. */
export interface LatexContext extends EscapeContext {
  /** BCP 47. */
  lang: string;
  marks: Marks;
  typography: Typography;
  /** Of the document's language. */
  direction: Direction;
  setDirections: SetDirections;
  /** Footnote numbers by identifier, in the order that the text refers to them. */
  footnotes: Map<string, number>;
  /** The file name, within the run's folder, of an image; `undefined` where there is none to set (the callee says why). */
  imageFile: (image: Image) => string | undefined;
  /** How many TeX lists are open around the node. */
  depth: number;
}

export interface LatexContextOptions {
  engine: EngineName;
  lang: string;
  marks: Marks;
  vfile: VFile;
  /** None where missing. */
  scriptFonts?: ScriptFonts | undefined;
  /** Without it every image is replaced by its description. */
  imageFile?: LatexContext['imageFile'] | undefined;
}

/** The context of a document. */
export function createLatexContext(options: LatexContextOptions): LatexContext {
  // pdflatex knows one direction only, and none of the letters that need another.
  const direction = options.engine === 'pdflatex' ? 'ltr' : directionOf(options.lang);
  return {
    engine: options.engine,
    lang: options.lang,
    marks: options.marks,
    vfile: options.vfile,
    typography: createTypography(options.lang),
    direction,
    setDirections: options.engine === 'pdflatex' ? (nodes) => [...nodes] : createDirections(direction),
    scripts: new Set(),
    scriptFonts: options.scriptFonts ?? new Map(),
    footnotes: new Map(),
    imageFile: options.imageFile ?? (() => undefined),
    depth: 0,
  };
}

/** The number of a footnote, given out when it is first asked for. */
export function footnoteNumber(identifier: string, context: LatexContext): number {
  const number = context.footnotes.get(identifier) ?? context.footnotes.size + 1;
  context.footnotes.set(identifier, number);
  return number;
}
