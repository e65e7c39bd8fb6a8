/** A TeX error in plain words. */
export interface Explanation {
  /** One sentence without a full stop. */
  reason: string;
  note?: string | undefined;
}

/**
 * Says what TeX's message means for somebody who writes Markdown. A message that the table does not know is given in TeX's own
 * words, with the name of who speaks.
 */
export function explainError(message: string): Explanation {
  for (const [pattern, reason, note] of rows) {
    const match = pattern.exec(message);
    if (match) return { reason: fill(reason, match), note: note && fill(note, match) };
  }
  const [, source = 'TeX', packageName, text = message] = speaker.exec(message) ?? [];
  return { reason: `${packageName ? `The package \`${packageName}\`` : source} says: ${text}` };
}

/** Of templates/shared/ending.tex.njk. */
export const cutShort: RegExp = /^Package mdcv Error: The document ends before the CV does/;
/** What to do about it. */
export const endTooEarly =
  'Take out the command that ends it, such as `\\end{document}` or `\\stop`: the template ends the document.';

const speaker = /^(?:(LaTeX)(?: \w+)?|(?:Package|Class) (\S+)) Error: (.*)$/;

function fill(text: string, match: RegExpExecArray): string {
  return text.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] as string);
}

const braces = 'Count the braces of the raw LaTeX here: each `{` needs its `}`.';
const picture = 'Save the picture again as PNG, JPEG or PDF.';
const rawLatex = 'Look at the raw LaTeX here, or at the template that prints it.';

/** TeX's messages (The TeXbook, chapter 27; LaTeX's `latex.ltx`), what they mean, and what to do. `$1` is a group. */
const rows: readonly (readonly [message: RegExp, reason: string, note?: string])[] = [
  [
    /^Missing \$ inserted/,
    'Something that only works in mathematics stands outside of it',
    'Write `\\_` for an underscore and `\\^{}` for a caret, or put mathematics between `$` signs.',
  ],
  [
    /^Double (superscript|subscript)/,
    'A $1 follows another $1',
    'Put braces around the first one and its base.',
  ],
  [/^Too many }'s/, 'A `}` closes nothing', braces],
  [/^Extra }, or forgotten/, 'A `}` comes where something else has to be closed first', braces],
  [/^Extra (\\\w+)/, '`$1` closes nothing', rawLatex],
  [/^Missing ([{}]) inserted/, 'A `$1` is missing', braces],
  [/^Missing (\\\w+) inserted/, '`$1` is missing', rawLatex],
  [
    /^Paragraph ended before (\\[A-Za-z]+) was complete/,
    'The argument of `$1` is not closed before its paragraph ends',
    braces,
  ],
  [/^Paragraph ended before/, "A command's argument is not closed before its paragraph ends", braces],
  [
    /^File ended while scanning \w+ of (\\[A-Za-z]+) ?$/,
    'The argument of `$1` is not closed before the document ends',
    braces,
  ],
  [/^File ended while scanning/, 'An argument is not closed before the document ends', braces],
  [/^Use of (\\\S+) doesn't match its definition/, '`$1` is not followed by what it needs', rawLatex],
  [/^Incomplete (\\\S+);/, '`$1` is not closed by `\\fi` before the document ends', rawLatex],
  [
    /^Illegal parameter number/,
    'A `#` stands where only the definition of a command may have one',
    'Write `\\#` for the character itself.',
  ],
  [
    /^You can't use `(.*?)' in (.*)$/,
    '`$1` cannot be used in $2',
    'Write a backslash before a character that TeX takes for a command: `\\#`, `\\&`, `\\%`, `\\_`.',
  ],
  [/^Extra alignment tab/, 'A row of a table has more cells than the table has columns', rawLatex],
  [
    /^Misplaced alignment tab character &/,
    'A `&` stands outside of a table',
    'Write `\\&` for the character itself.',
  ],
  [/^Misplaced (\\\w+)/, '`$1` stands where no row of a table begins', rawLatex],
  [
    /^Missing number, treated as zero/,
    'A number or a length is missing',
    'Write one, such as `2` or `12pt`, into the braces.',
  ],
  [
    /^Illegal unit of measure/,
    'A length has no unit that TeX knows',
    'Units are `pt`, `mm`, `cm`, `in`, `em` and `ex`.',
  ],
  [/^Dimension too large/, 'A length is greater than the 5.7 m that TeX can count', rawLatex],
  [
    /^TeX capacity exceeded, sorry \[(.*?)\]/,
    'TeX ran out of room ($1)',
    'Mostly a command that calls itself, or a paragraph or table without end, is the cause.',
  ],
  [
    /^LaTeX Error: Missing \\begin\{document\}/,
    'Text stands before `\\begin{document}`',
    'The preamble prints nothing: the text belongs below it.',
  ],
  [
    /^LaTeX Error: \\begin\{document\} ended by \\end\{(.*?)\}/,
    '`\\end{$1}` closes nothing',
    'Take it out, or write the `\\begin{$1}` that it closes.',
  ],
  [
    /^LaTeX Error: \\begin\{(.*?)\} on input line \d+ ended by \\end\{(.*?)\}/,
    '`\\begin{$1}` is closed by `\\end{$2}`',
    'Write `\\end{$1}` first.',
  ],
  [
    /^LaTeX Error: Environment (\S+) undefined/,
    'LaTeX has no environment `$1`',
    'Check its spelling, or load the package that defines it in the template.',
  ],
  [
    /^LaTeX Error: Something's wrong--perhaps a missing \\item/,
    'A list has text before its first item, or no item at all',
    'Write `\\item` before the text.',
  ],
  [
    /^LaTeX Error: Too deeply nested/,
    'Lists are nested deeper than the four levels that LaTeX has',
    'Nest less deep.',
  ],
  [/^LaTeX Error: There's no line here to end/, 'A line break stands where there is no line', 'Take it out.'],
  [
    /^LaTeX Error: Command (\S+) already defined/,
    '`$1` is defined already',
    'Give it another name, or write `\\renewcommand`.',
  ],
  [
    /^LaTeX Error: Can be used only in preamble/,
    'A command that belongs before `\\begin{document}` stands in the text',
    'Move it to the template.',
  ],
  [
    /^LaTeX Error: Option clash for package (\S+)/,
    'The package `$1` is loaded twice with different options',
    'Load it once, or pass its options with `\\PassOptionsToPackage` before the class.',
  ],
  [
    /^LaTeX Error: Unknown option [`'](.*?)' for (package|class) [`'](.*?)'/,
    'The $2 `$3` has no option `$1`',
    'Check its spelling in the template.',
  ],
  [
    /^Package keyval Error: (\S+) undefined/,
    'There is no option `$1`',
    'Check its spelling in the template.',
  ],
  [
    /^LaTeX Error: Invalid UTF-8 byte/,
    'The text holds bytes that are not UTF-8',
    'Save the file in the encoding UTF-8.',
  ],
  [
    /^(?:Unable to load picture or PDF file|xdvipdfmx:fatal: Image inclusion failed\. Could not find file:) '?(.*?)'?$/,
    'TeX cannot read the picture `$1`',
    picture,
  ],
  [
    /^(?:pdfTeX error: \S+|error: +) ?\(file (?:\.\/)?(\S+?\.(?:png|jpe?g|pdf|jb2))\)/i,
    'TeX cannot read the picture `$1`',
    picture,
  ],
  [
    /^xdvipdfmx:fatal: .*"physical" font/,
    'A font has no outlines, so that it cannot be put into the PDF',
    'Choose another font in the template, or install the outlines of this one (Debian package `cm-super` for the ec fonts).',
  ],
  [/^LuaTeX error: (.*)$/, 'Lua code in the document failed: $1', rawLatex],
  [cutShort, 'The document ends here, so that the rest would be lost', endTooEarly],
  [
    /^Emergency stop: job aborted, no legal/,
    'The document ends without `\\end{document}`',
    'An unclosed brace, `\\iffalse` or `\\endinput` may have swallowed it.',
  ],
];
