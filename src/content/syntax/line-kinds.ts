/** What a line is, by its beginning: enough to follow lists and paragraphs, not a parser. */

/** A line that ends a paragraph or is no text, so that no definition can follow it. */
export function isBlockLine(text: string): boolean {
  return /^#{1,6}(?:[ \t]|$)|^\[[^\]]+\]:|^\|/.test(text) || isRule(text) || isDelimiterRow(text);
}

/**
 * Offsets at which a heading as GitHub once took it, `##Profile##`, lacks a space; `undefined` for any other line. With one sign, which begins
 * a tag as well, only where it stands alone or is closed by another.
 */
export function spaceHeading(text: string, isAlone: boolean): number[] | undefined {
  const match =
    /^(?<open>#{1,6})(?=[\p{L}\p{N}*_[]|\p{Extended_Pictographic})(?<title>.*?[^#])(?<close>#*)[ \t]*$/u.exec(
      text,
    );
  if (!match) return undefined;
  const { open, title, close } = match.groups as { open: string; title: string; close: string };
  const isClosed = close.length >= open.length;
  if (open.length === 1 && !isClosed && (!isAlone || title.length > 40 || title.includes('#')))
    return undefined;
  const end = open.length + title.length;
  return isClosed && !/\s$/u.test(title) ? [open.length, end] : [open.length];
}

function isHeading(text: string): boolean {
  return /^#{1,6}(?:[ \t]|$)/.test(text);
}

/** A thematic break or the underline of a heading. */
function isRule(text: string): boolean {
  return /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*|-+[ \t]*)$/.test(text);
}

/** Behind the last character that no rule has: before it none can begin. */
export function endOfText(text: string): number {
  let end = text.length;
  while (end > 0 && ' \t*_-='.includes(text[end - 1] as string)) end -= 1;
  return end;
}

/** Between head and body of a table. */
function isDelimiterRow(text: string): boolean {
  return /^(?=[^|]*\|)(?=[^-]*-)[|:\- \t]+$/.test(text);
}

/** `: ` or `~ ` and the definition. */
export function matchDefinition(text: string): string | undefined {
  return /^[:~][ \t]+(?=\S)/.exec(text)?.[0];
}

/** The `:` of a definition that begins on the next line. A `~` alone stands between two dates. */
export function isLoneMarker(text: string): boolean {
  return /^:[ \t]*$/.test(text);
}

/** A line of a paragraph, whatever stands before it. */
export function isPlainLine(text: string): boolean {
  return !(
    isBlockLine(text) ||
    matchListMarker(text) ||
    matchDefinition(text) ||
    isLoneMarker(text) ||
    isHtmlBlock(text, false) ||
    /^(?::{3}|`{3}|~{3})/.test(text)
  );
}

export interface ListMarker {
  marker: string;
  blank: string;
}

/** @param mayBeRule whether nothing in the text keeps it from being a rule, by `endOfText`: for who asks often */
export function matchListMarker(text: string, mayBeRule = true): ListMarker | undefined {
  const match = /^([-*+]|\d{1,9}[.)])([ \t]+(?=\S)|[ \t]*$)/.exec(text);
  if (!match || (mayBeRule && isRule(text))) return undefined;
  return { marker: match[1] as string, blank: match[2] as string };
}

/** Markdown that an HTML block would swallow, since HTML goes on to the next blank line. */
export function isMarkdownBlock(text: string): boolean {
  return isHeading(text) || /^(?:[-*+]|\d{1,9}[.)]|>)[ \t]/.test(text);
}

const blockTag =
  'address|article|aside|blockquote|body|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|' +
  'h[1-6]|header|hr|html|li|main|menu|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul';

const htmlBlock = new RegExp(`^</?(?:${blockTag})(?:[\\s/>]|$)`, 'i');
const htmlLine = /^<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>[ \t]*$/i;

/** Whether the line begins an HTML block; a single inline tag does so only where no paragraph goes on. */
export function isHtmlBlock(text: string, afterParagraph: boolean): boolean {
  return htmlBlock.test(text) || (!afterParagraph && htmlLine.test(text));
}

const boxEnd =
  /<\/?(?:address|article|aside|br|center|details|div|figure|footer|h[1-6]|header|hr|main|nav|p|section|summary)\b[^<>]*>[ \t]*$/i;

/** An HTML line behind which text stands in a block of its own, hence may be Markdown. */
export function endsHtmlBox(text: string): boolean {
  return boxEnd.test(text);
}

/** HTML whose content is no Markdown, up to its closing tag. */
export function opensVerbatim(text: string): RegExp | undefined {
  const name = /<(pre|script|style|textarea|svg)\b/i.exec(text)?.[1];
  if (!name) return undefined;
  const close = new RegExp(`</${name}\\s*>`, 'i');
  return close.test(text) ? undefined : close;
}
