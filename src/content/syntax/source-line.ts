/** One line of Markdown before it is parsed. Offsets are those of the whole text. */
export interface SourceLine {
  start: number;
  /** Before the line's end, and after it. */
  end: number;
  next: number;
  /** `> > `, as written. */
  quote: string;
  quoteDepth: number;
  /** Where the white space after the quote markers begins. */
  blank: number;
  /** Columns of white space after the quote markers; a tab goes to the next multiple of four. */
  indent: number;
  /** Where the first sign stands that is neither blank nor quote marker. */
  content: number;
  /** From `content` to `end`. */
  text: string;
}

/** Reads the line that begins at `start`. */
export function readSourceLine(source: string, start: number): SourceLine {
  const newline = source.indexOf('\n', start);
  const next = newline === -1 ? source.length : newline + 1;
  const end = newline === -1 ? next : newline - (source[newline - 1] === '\r' && newline > start ? 1 : 0);
  const line = source.slice(start, end);
  const quote = (/^(?:[ \t]*> ?)*/.exec(line) as RegExpExecArray)[0];
  const blank = (/^[ \t]*/.exec(line.slice(quote.length)) as RegExpExecArray)[0];
  const content = start + quote.length + blank.length;
  return {
    start,
    end,
    next,
    quote,
    quoteDepth: quote.split('>').length - 1,
    blank: start + quote.length,
    indent: countColumns(blank, 0),
    content,
    text: source.slice(content, end),
  };
}

/** The column after `blank` when it begins at `column`. */
export function countColumns(blank: string, column: number): number {
  let at = column;
  for (const sign of blank) at = sign === '\t' ? at + 4 - (at % 4) : at + 1;
  return at;
}
