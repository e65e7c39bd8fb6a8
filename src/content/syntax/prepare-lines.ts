import { readAdmonition } from './admonition.ts';
import { createCodeRegions } from './code-regions.ts';
import { type DivFence, parseDivFence } from './div-fence.ts';
import {
  endsHtmlBox,
  isBlockLine,
  isHtmlBlock,
  isLoneMarker,
  isMarkdownBlock,
  isPlainLine,
  matchDefinition,
  opensVerbatim,
  spaceHeading,
} from './line-kinds.ts';
import { createListLevels, type ListLevels } from './list-levels.ts';
import type { Edit } from './source-edits.ts';
import { readSourceLine, type SourceLine } from './source-line.ts';

export interface PreparedLines {
  edits: Edit[];
  /** Offsets of the `:` or `~` of definitions, which became bullets. */
  definitions: Set<number>;
  /** Fences of divs by their offset; each became the comment `<!--mdcv:OFFSET-->`. */
  divs: Map<number, DivFence>;
  /** Offsets of lines at which the text can be cut and parsed in parts: at most one list is open there, between two items. */
  cuts: number[];
  /** Where lists or quotes nest deeper than mdcv follows, the first place. */
  tooDeep?: number | undefined;
}

/** The last line with text, as far as a definition may follow it. */
interface Term {
  line: SourceLine;
  /** How many lists it stands in. */
  depth: number;
  /** A list or a definition that it is not indented for would swallow it. */
  isLazy: boolean;
}

/** Quotes in quotes; TeX and every recursive step are safe below this. */
const maxQuotes = 16;

/**
 * Rewrites lines so that CommonMark parses what CVs add to it: definitions become bullets and `:::` fences comments, both kept in
 * mind by their offset. HTML blocks end before Markdown, and nesting is limited. `keep` are offsets of definitions and fences that
 * an earlier try found to be something else.
 */
export function prepareLines(text: string, keep: ReadonlySet<number>): PreparedLines {
  const code = createCodeRegions(text);
  const edits: Edit[] = [];
  const result: PreparedLines = { edits, definitions: new Set(), divs: new Map(), cuts: [] };
  let levels: ListLevels = createListLevels(edits);
  let term: Term | undefined;
  let blanks = 1;
  let quoteDepth = 0;
  let html: string | undefined;
  let verbatim: RegExp | undefined;
  let hanging: number | undefined;

  function step(line: SourceLine): number {
    if (verbatim) {
      if (verbatim.test(line.text)) verbatim = undefined;
      return line.next;
    }
    const fence = code.fenceAt(line.start);
    if (fence) {
      levels.readMarkers(line, result);
      term = undefined;
      blanks = 0;
      return fence.end === text.length ? fence.end : Math.max(fence.end + 1, line.next);
    }
    enterQuote(line);
    line.quote = limitQuote(line);
    if (line.text === '') {
      blanks += 1;
      html = undefined;
      return line.next;
    }
    stepText(line);
    blanks = 0;
    return line.next;
  }

  function enterQuote(line: SourceLine): void {
    if (line.quoteDepth === quoteDepth) return;
    // Behind a blank line it is a block of its own.
    if (quoteDepth === 0 && blanks > 0 && text[line.start] === '>') result.cuts.push(line.start);
    // A line of text without `>` goes on with the quote's paragraph, but nothing of it can be a term.
    quoteDepth = line.quoteDepth;
    term = undefined;
    levels = createListLevels(edits);
  }

  /** The markers that a line of a quote begins with, at most as deep as mdcv follows. */
  function limitQuote(line: SourceLine): string {
    if (line.quoteDepth <= maxQuotes) return line.quote;
    result.tooDeep ??= line.start;
    const quote = '> '.repeat(maxQuotes);
    edits.push({ start: line.start, end: line.start + line.quote.length, text: quote });
    return quote;
  }

  function stepText(line: SourceLine): void {
    if (line.start === hanging) line.indent = levels.content();
    const heading =
      blanks > 0 || line.text.startsWith('##') ? spaceHeading(line.text, isBlankAt(line.next)) : undefined;
    if (heading) {
      edits.push(...heading.map((at) => ({ start: line.content + at, end: line.content + at, text: ' ' })));
      line.text = `# ${line.text}`;
    }
    const isParagraph = term !== undefined && blanks === 0;
    if (html !== undefined && (isMarkdownBlock(line.text) || (endsHtmlBox(html) && line.text[0] !== '<'))) {
      breakBefore(line);
      html = undefined;
    }
    const div = keep.has(line.content) ? undefined : parseDivFence(line.text);
    const title = readAdmonition(line.text);
    if (div) stepDiv(line, div);
    else if (title !== undefined && isIndentedBelow(line)) stepAdmonition(line, title);
    else if (html !== undefined || isHtmlBlock(line.text, isParagraph)) stepHtml(line);
    else if (!stepDefinition(line) && !stepLoneMarker(line)) stepMarkdown(line, isParagraph);
  }

  function isBlankAt(start: number): boolean {
    return /^[ \t>]*(?:[\r\n]|$)/.test(text.slice(start, start + 80));
  }

  function isIndentedBelow({ next, indent }: SourceLine): boolean {
    const below = readSourceLine(text, next);
    return (below.text === '' ? readSourceLine(text, below.next) : below).indent >= indent + 2;
  }

  /** Its title becomes a paragraph in bold, above a text that is indented only. */
  function stepAdmonition(line: SourceLine, title: string): void {
    const bold = title === '' ? '' : `**${title}**`;
    edits.push({ start: line.content, end: line.end, text: `${bold}\n${line.quote}` });
    levels.close(line.indent);
    term = undefined;
  }

  function stepDiv(line: SourceLine, div: DivFence): void {
    edits.push({ start: line.content, end: line.end, text: `<!--mdcv:${line.content}-->` });
    result.divs.set(line.content, div);
    levels.close(line.indent);
    term = undefined;
  }

  function stepHtml(line: SourceLine): void {
    levels.close(line.indent);
    verbatim = opensVerbatim(line.text);
    html = verbatim ? undefined : line.text;
    term = undefined;
  }

  function stepDefinition(line: SourceLine): boolean {
    const marker = matchDefinition(line.text);
    if (!marker || !openDefinition(line)) return false;
    edits.push({ start: line.content, end: line.content + marker.length, text: '+ ' });
    term = { line, depth: levels.depth(), isLazy: false };
    return true;
  }

  /** A `:` whose definition begins on the next line: indented, or a line of text. An item that begins so ends no paragraph by itself. */
  function stepLoneMarker(line: SourceLine): boolean {
    if (!isLoneMarker(line.text)) return false;
    const next = readSourceLine(text, line.next);
    if (next.text.trim() === '' || next.quoteDepth !== line.quoteDepth) return false;
    const isIndented = next.indent >= line.indent + 2;
    if ((!isIndented && !isPlainLine(next.text)) || !openDefinition(line)) return false;
    breakBefore(line);
    edits.push({ start: line.content, end: line.end, text: '+' });
    if (!isIndented) {
      edits.push({ start: next.blank, end: next.content, text: ' '.repeat(levels.content()) });
      hanging = next.start;
    }
    term = undefined;
    return true;
  }

  /** Whether a term stands above that may be defined here. */
  function openDefinition(line: SourceLine): boolean {
    if (!term || blanks > 1 || keep.has(line.content)) return false;
    if (term.isLazy) {
      breakBefore(term.line);
      levels.close(term.line.indent);
      term.depth = levels.depth();
      if (term.depth === 0) cutAt(term.line);
    }
    if (!levels.openDefinition(line.indent, term.depth)) return false;
    result.definitions.add(line.content);
    return true;
  }

  function stepMarkdown(line: SourceLine, isParagraph: boolean): void {
    const isBlock = isBlockLine(line.text);
    const wasList = levels.depth() > 0;
    // Only a list that begins with 1 can interrupt a paragraph.
    const isItem =
      !(isParagraph && !wasList && /^(?!1\D)\d/.test(line.text)) && levels.readMarkers(line, result);
    if (!isItem && (!isParagraph || isBlock)) levels.close(line.indent);
    if (isItem ? wasList : levels.depth() === 0 && blanks > 0 && /^[\p{L}\p{N}#]/u.test(line.text))
      cutAt(line);
    const isLazy = isParagraph && !isItem && levels.depth() > 0 && line.indent < levels.content();
    term = isBlock ? undefined : { line, depth: levels.depth(), isLazy };
  }

  function cutAt(line: SourceLine): void {
    if (line.indent === 0 && quoteDepth === 0) result.cuts.push(line.start);
  }

  function breakBefore(line: SourceLine): void {
    const edit = { start: line.start, end: line.start, text: `${line.quote}\n` };
    // What was changed within that line already comes after it.
    const later = edits.findLastIndex((other) => other.start < line.start) + 1;
    edits.splice(later, 0, edit);
    blanks = 1;
  }

  for (let start = 0; start < text.length; ) start = step(readSourceLine(text, start));
  return result;
}
