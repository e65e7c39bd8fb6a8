/**
 * Where the entries of a .bib file begin and end. BibTeX looks for `@`, takes everything between entries as a comment, and counts
 * braces wherever they stand, also after a backslash and within quotes (btxdoc; `bibtex.web`, section 250 ff.). An entry that is never
 * closed ends before the next line that begins an entry, or before what begins one behind a brace, so that it takes no other with it.
 */
export interface BibChunk {
  /** `comment`: text between entries, and `@comment{…}` with all that is in it. */
  kind: 'entry' | 'string' | 'preamble' | 'comment';
  /** In lower case: `inproceedings`, `comment`; empty for text between entries. */
  type: string;
  start: number;
  /** After the closing bracket; of an unclosed one, after its last character that is no blank. */
  end: number;
  /** Offset of the bracket that opens it, `start` for text between entries. */
  open: number;
  /** Offset of the outermost bracket that nothing closes: `open`, or the one of a value. Missing for what is whole. */
  unclosed?: number;
}

interface Body {
  end: number;
  unclosed?: number;
  /** Another entry begins on its last line. */
  isCut?: boolean;
}

const opening = /@[ \t]*([A-Za-z][\w-]*)\s*([{(])/g;

/** A line break before what looks like an entry: `@article{key,`, `@string{name =`. */
const entryLine =
  /\n(?=[ \t]*@[ \t]*(?:(?:comment|preamble)[ \t]*\{|[a-z][\w-]*[ \t]*[{(][ \t]*[^\s,{}()"=#%]*[ \t]*(?:[,=\r\n]|$)))/;
const inBraces = new RegExp(`[{}]|${entryLine.source}`, 'gi');
const inParentheses = new RegExp(`[{}")]|${entryLine.source}`, 'gi');
const onlyBraces = /[{}]/g;
/** Behind a closing brace on the same line: `} @article{key,`. */
const entryBehind = /[ \t]*@[ \t]*[a-z][\w-]*[ \t]*[{(][ \t]*[^\s,{}()"=#%]{1,200}[ \t]*,/iy;

/** Cuts the text of a .bib file into chunks, which follow each other without a gap. Takes linear time. */
export function splitBibFile(text: string): BibChunk[] {
  const chunks: BibChunk[] = [];
  let done = 0;
  let searched = 0;
  // One comment that runs to the end of the file has shown that braces are missing: no other may run so far.
  let isCommentLost = false;
  // The same for an entry that runs over others of its line: from then on they end it.
  let isLineLost = false;

  function add(chunk: BibChunk): void {
    if (chunk.start > done) chunks.push(between(done, chunk.start));
    chunks.push(chunk);
    done = chunk.end;
    searched = chunk.end;
  }

  for (;;) {
    opening.lastIndex = searched;
    const match = opening.exec(text);
    if (!match) break;
    const skipped = skipTo(text, match, done);
    if (skipped !== undefined) {
      searched = skipped;
      continue;
    }
    const type = (match[1] as string).toLowerCase();
    const open = opening.lastIndex - 1;
    let body = findEnd(
      text,
      match.index,
      open,
      patternOf(type, match[2] as string, isCommentLost),
      isLineLost,
    );
    if (type === 'comment' && body.unclosed !== undefined && !isCommentLost) {
      isCommentLost = true;
      body = findEnd(text, match.index, open, inBraces, isLineLost);
    }
    isLineLost ||= body.isCut === true;
    const { isCut: _, ...ends } = body;
    add({ kind: kindOf(type), type, start: match.index, open, ...ends });
  }
  if (done < text.length) chunks.push(between(done, text.length));
  return chunks;
}

function between(start: number, end: number): BibChunk {
  return { kind: 'comment', type: '', start, end, open: start };
}

function kindOf(type: string): BibChunk['kind'] {
  return type === 'string' || type === 'preamble' || type === 'comment' ? type : 'entry';
}

function patternOf(type: string, bracket: string, isCommentLost: boolean): RegExp {
  if (bracket === '(') return inParentheses;
  return type === 'comment' && !isCommentLost ? onlyBraces : inBraces;
}

/** Where to go on when the `@` begins no entry: in an address, in a line that `%` makes a comment, `@comment (see …)`. */
function skipTo(text: string, match: RegExpExecArray, done: number): number | undefined {
  const { index } = match;
  const after = index + match[0].length;
  if (index > done && /[\p{L}\d.]/u.test(text[index - 1] as string)) return after;
  if (match[2] === '(' && match[1]?.toLowerCase() === 'comment') return after;
  // Not searched beyond what is done: a file may be one line.
  const before = text.slice(done, index);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (!line.trimStart().startsWith('%')) return undefined;
  const end = text.indexOf('\n', after);
  return end < 0 ? text.length : end;
}

/** @param isEager whether the first entry behind a brace ends it; else only where nothing closes it */
function findEnd(text: string, start: number, open: number, pattern: RegExp, isEager: boolean): Body {
  let depth = 0;
  let inner = open;
  let isQuoted = false;
  pattern.lastIndex = open + 1;
  let stop = text.length;
  let next: number | undefined;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [found] = match;
    if (found === '{') {
      if (depth === 0) inner = match.index;
      depth += 1;
    } else if (found === '"') {
      if (depth === 0) isQuoted = !isQuoted;
    } else if (found === '\n') {
      stop = match.index;
      break;
    } else if (depth === 0 && !isQuoted && (found === ')' || pattern !== inParentheses)) {
      return { end: match.index + 1 };
    } else if (found === '}') {
      // In an entry in parentheses a brace too many closes nothing; that is told when it is read.
      depth = Math.max(0, depth - 1);
      if (next === undefined && pattern !== onlyBraces && isEntryAt(text, match.index + 1))
        next = match.index + 1;
      if (isEager && next !== undefined) break;
    }
  }
  const end = start + text.slice(start, next ?? stop).trimEnd().length;
  return { end, unclosed: depth > 0 ? inner : open, ...(next !== undefined && { isCut: true }) };
}

function isEntryAt(text: string, at: number): boolean {
  entryBehind.lastIndex = at;
  return entryBehind.test(text);
}
