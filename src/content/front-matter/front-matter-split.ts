import { canonicalKey } from './front-matter-keys.ts';

/** Where the front matter stands, in offsets of the file. */
export interface FrontMatterPlace {
  /** The YAML, without its fences. */
  start: number;
  end: number;
  /** Where the Markdown begins. */
  bodyStart: number;
  /** Which of its fences the author forgot. */
  missing?: 'opening' | 'closing';
  /** Set for TOML between `+++`, as Hugo has it. */
  isToml?: true;
}

interface Line {
  text: string;
  start: number;
  /** After the line's end. */
  next: number;
}

/** A key and its value, or the beginning of one. */
const keyLine = /^(?:[A-Za-z_](?:[\w -]*[\w-])?|"[^"]*"|'[^']*')[ \t]*:(?:[ \t]|$)/;
/** What may stand between keys: blanks, comments, nested values, list items, closing brackets. */
const innerLine = /^(?:[ \t]*$|[ \t]*#|[ \t]+\S|-(?:[ \t]|$)|[\]}])/;

/** Finds the front matter of a file, where it has one. An opening `---` that is a rule of the Markdown begins none. */
export function findFrontMatter(text: string): FrontMatterPlace | undefined {
  const lines = toLines(text);
  const first = lines.findIndex((line) => line.text.trim() !== '');
  const opening = lines[first];
  if (!opening) return undefined;
  if (/^\+\+\+[ \t]*$/.test(opening.text)) return findToml(lines, first);
  if (!isDashes(opening)) return findWithoutOpening(lines, first);
  const closing = lines.findIndex((line, index) => index > first && isFence(line));
  const inner = lines.slice(first + 1, closing === -1 ? undefined : closing);
  const isSure = isThree(opening) && (closing === -1 || isThree(lines[closing] as Line));
  if (closing !== -1 && (isSure ? isYaml(inner) : areKeys(inner)))
    return toPlace(opening.next, lines[closing] as Line);
  return isThree(opening) ? findWithoutClosing(inner) : undefined;
}

function findToml(lines: readonly Line[], first: number): FrontMatterPlace | undefined {
  const closing = lines.findIndex((line, index) => index > first && /^\+\+\+[ \t]*$/.test(line.text));
  if (closing === -1) return undefined;
  return { ...toPlace((lines[first] as Line).next, lines[closing] as Line), isToml: true };
}

/** Nothing at all, or a beginning that YAML would have. Pandoc, too, takes `---` and a blank line as a rule. */
function isYaml(inner: readonly Line[]): boolean {
  const beginning = inner.find((line) => /^[ \t]*[^\s#]/.test(line.text));
  if (beginning) return keyLine.test(beginning.text.trimStart()) || /^[{%]/.test(beginning.text);
  return inner.length === 0 || inner.every(isBlank) || !isBlank(inner[0] as Line);
}

/** `name: …` lines at the top of the file, then `---`. */
function findWithoutOpening(lines: readonly Line[], first: number): FrontMatterPlace | undefined {
  const closing = lines.findIndex((line, index) => index >= first && isFence(line));
  if (closing === -1) return undefined;
  const inner = lines.slice(first, closing);
  const opening = inner[0];
  if (!opening || !isKnownKey(opening) || !inner.every(looksLikeYaml)) return undefined;
  return { ...toPlace(opening.start, lines[closing] as Line), missing: 'opening' };
}

/** `---`, then `name: …` lines that just stop. */
function findWithoutClosing(inner: readonly Line[]): FrontMatterPlace | undefined {
  const opening = inner[0];
  if (!opening || !isKnownKey(opening)) return undefined;
  const stop = inner.findIndex((line, index) => {
    const next = inner[index + 1];
    // A blank line ends it unless YAML goes on below, where `# Heading` is no YAML comment.
    return !looksLikeYaml(line) || (isBlank(line) && !(next && keyLine.test(next.text)));
  });
  const last = inner[stop === -1 ? inner.length - 1 : stop - 1] as Line;
  return { start: opening.start, end: last.next, bodyStart: last.next, missing: 'closing' };
}

function toPlace(start: number, closing: Line): FrontMatterPlace {
  return { start, end: closing.start, bodyStart: closing.next };
}

/** The end of a front matter, for which people write more dashes, too. */
function isFence(line: Line): boolean {
  return isThree(line) || isDashes(line);
}

function isThree(line: Line): boolean {
  return /^(?:---|\.\.\.)[ \t]*$/.test(line.text);
}

function isDashes(line: Line): boolean {
  return /^-{3,}[ \t]*$/.test(line.text);
}

/** Nothing but YAML with a key that mdcv knows: four dashes or more may be a rule, or underline a heading. */
function areKeys(inner: readonly Line[]): boolean {
  return inner.some(isKnownKey) && inner.every(looksLikeYaml);
}

function isBlank(line: Line): boolean {
  return line.text.trim() === '';
}

function looksLikeYaml(line: Line): boolean {
  return keyLine.test(line.text) || innerLine.test(line.text);
}

/** Lower case only: `Skills: x` above `---` is a heading. */
function isKnownKey(line: Line): boolean {
  const key = /^([a-z][\w-]*)[ \t]*:(?:[ \t]|$)/.exec(line.text)?.[1];
  return key !== undefined && canonicalKey(key) !== undefined;
}

function toLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    const next = match.index + match[0].length;
    lines.push({ text: match[1] as string, start: match.index, next });
    if (next === text.length) break;
  }
  return lines;
}
