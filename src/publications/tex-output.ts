import { setAccents, type TexAccent } from './tex-accents.ts';
import type { TexStyle } from './tex-commands.ts';

/** How a piece of text is set: a style or a link, within another. */
export interface TexFormat {
  parent?: TexFormat | undefined;
  depth: number;
  style?: TexStyle | undefined;
  /** Absolute address. */
  link?: string | undefined;
}

/** Text, or a formula, of one format. */
export interface TexSpan {
  text: string;
  isMath: boolean;
  format?: TexFormat | undefined;
  /** Offsets in the value. */
  start: number;
  end: number;
}

export interface TexOutput {
  /** Prints text; accents that wait go on its first letter. */
  print(text: string, format: TexFormat | undefined, start: number, end: number): void;
  printMath(value: string, format: TexFormat | undefined, start: number, end: number): void;
  /** Prints a space, unless one or nothing stands before it or nothing comes after it; a wider or narrower one wins over a blank. */
  space(text: string): void;
  accent(accent: TexAccent): void;
  /** All that was printed, without space at the end, in NFC. */
  finish(): TexSpan[];
}

/** Deeper styles say nothing more, and TeX cannot set any number of them. */
const deepest = 20;
/** Styles that do not add up. */
const single: ReadonlySet<TexStyle | undefined> = new Set(['strong', 'underline', 'code']);
const fonts: ReadonlySet<TexStyle | undefined> = new Set(['emphasis', 'strong', 'code']);

/** The format with a style or a link in it; a link in a link and bold in bold are what is around them. */
export function toFormat(
  parent: TexFormat | undefined,
  inner: Pick<TexFormat, 'style' | 'link'>,
): TexFormat | undefined {
  const depth = (parent?.depth ?? 0) + 1;
  if (depth > deepest || (!inner.style && !inner.link)) return parent;
  for (let outer = parent; outer; outer = outer.parent) {
    if (inner.link && outer.link) return parent;
    // Emphasis in emphasis is upright.
    if (outer.style === inner.style && single.has(inner.style)) return parent;
  }
  return { ...inner, parent, depth };
}

/** Whether a format, or one around it, has a style. */
export function hasStyle(format: TexFormat | undefined, style: TexStyle): boolean {
  for (let outer = format; outer; outer = outer.parent) if (outer.style === style) return true;
  return false;
}

/** The format without its fonts: what `\normalfont` leaves. */
export function withoutFonts(format: TexFormat | undefined): TexFormat | undefined {
  if (!format) return undefined;
  const parent = withoutFonts(format.parent);
  return fonts.has(format.style) ? parent : toFormat(parent, { style: format.style, link: format.link });
}

export function createTexOutput(): TexOutput {
  const spans: TexSpan[] = [];
  let waiting: TexAccent[] = [];
  let space = '';

  function add(
    text: string,
    isMath: boolean,
    format: TexFormat | undefined,
    start: number,
    end: number,
  ): void {
    const last = spans.at(-1);
    if (last && space) {
      const gap = space;
      space = '';
      const between = commonFormat(last.format, format);
      // A space between two formats belongs to neither.
      if (last.format === between && !last.isMath) last.text += gap;
      else spans.push({ text: gap, isMath: false, format: between, start: last.end, end: start });
    }
    const before = spans.at(-1);
    if (before && !isMath && !before.isMath && before.format === format) {
      before.text += text;
      before.end = end;
    } else spans.push({ text, isMath, format, start, end });
  }

  function print(text: string, format: TexFormat | undefined, start: number, end: number): void {
    const whole = setAccents(text, waiting);
    waiting = [];
    if (whole) add(whole, false, format, start, end);
  }

  return {
    print,
    printMath: (value, format, start, end) => {
      print('', format, start, start);
      add(value, true, format, start, end);
    },
    space: (text) => {
      if (spans.length > 0 && (space === '' || text !== ' ')) space = text;
    },
    accent: (accent) => {
      waiting.push(accent);
    },
    finish: () => spans.map((span) => (span.isMath ? span : { ...span, text: span.text.normalize('NFC') })),
  };
}

function commonFormat(left: TexFormat | undefined, right: TexFormat | undefined): TexFormat | undefined {
  let [a, b] = [left, right];
  while (a !== b) {
    if ((a?.depth ?? 0) >= (b?.depth ?? 0)) a = a?.parent;
    else b = b?.parent;
  }
  return a;
}
