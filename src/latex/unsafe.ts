/** Characters that mean something to TeX, and what to write instead. Each command ends in `{}` and so eats no space after it. */
export interface UnsafeCharacter {
  character: string;
  tex: string;
  /** What TeX would make of the bare character. */
  reason: string;
  /** The row holds only where this matches the text that goes before the character. */
  before?: RegExp;
  /** The row holds only where this matches the text that comes after the character. */
  after?: RegExp;
}

/** The first row of a character whose `before` and `after` match counts. */
export const unsafe: readonly UnsafeCharacter[] = [
  // the ten special characters
  { character: '\\', tex: '\\textbackslash{}', reason: 'starts a command' },
  { character: '{', tex: '\\{', reason: 'opens a group' },
  { character: '}', tex: '\\}', reason: 'closes a group' },
  { character: '$', tex: '\\$', reason: 'starts mathematics' },
  { character: '&', tex: '\\&', reason: 'ends a table cell' },
  { character: '#', tex: '\\#', reason: 'stands for an argument' },
  { character: '^', tex: '\\textasciicircum{}', reason: 'raises, and `^^5c` writes a backslash' },
  { character: '_', tex: '\\_', reason: 'lowers' },
  { character: '%', tex: '\\%', reason: 'starts a comment' },
  { character: '~', tex: '\\textasciitilde{}', reason: 'is a space that does not break' },
  // brackets and stars that a command before them could take for its own
  { character: '[', tex: '{[}', reason: 'opens an optional argument of `\\item` and `\\\\`' },
  { character: ']', tex: '{]}', reason: 'closes an optional argument that the text stands in' },
  { character: '*', tex: '{*}', before: /^\s*$/, reason: 'is taken by `\\\\` and `\\tabularnewline`' },
  // ligatures: of T1 fonts, and of OpenType fonts set with TeX ligatures; `\/` ends one with every engine, `{}` does not with lualatex
  { character: '-', tex: '-\\/', after: /^(?:-|$)/, reason: 'becomes an en dash with the next hyphen' },
  { character: '–', tex: '–\\/', after: /^-/, reason: 'becomes an em dash with the next hyphen' },
  { character: ',', tex: ',\\/', after: /^(?:,|$)/, reason: 'becomes a low quote with the next comma' },
  { character: '!', tex: '!\\/', after: /^‘/, reason: 'becomes `¡` with the next quote' },
  { character: '?', tex: '?\\/', after: /^‘/, reason: 'becomes `¿` with the next quote' },
  { character: '‘', tex: '‘\\/', after: /^‘/, reason: 'becomes a double quote with the next quote' },
  { character: '’', tex: '’\\/', after: /^’/, reason: 'becomes a double quote with the next quote' },
  {
    character: '<',
    tex: '\\textless\\/',
    after: /^(?:<|$)/,
    reason: 'becomes a guillemet with the next one',
  },
  {
    character: '>',
    tex: '\\textgreater\\/',
    after: /^(?:>|$)/,
    reason: 'becomes a guillemet with the next one',
  },
  { character: '<', tex: '\\textless{}', reason: 'is `¡` in OT1' },
  { character: '>', tex: '\\textgreater{}', reason: 'is `¿` in OT1' },
  { character: '|', tex: '\\textbar{}', reason: 'is a dash in OT1, and a column to some packages' },
  { character: '"', tex: '\\textquotedbl{}', reason: 'is a curly quote, and a shorthand of babel' },
  { character: "'", tex: '\\textquotesingle{}', reason: 'is a curly quote' },
  { character: '`', tex: '\\textasciigrave{}', reason: 'is a curly quote, and joins `?` and `!`' },
  // spaces
  { character: '\u00a0', tex: '~', reason: 'is written as the tie, which every font can set' },
  { character: '\u202f', tex: '\\,', reason: 'is a thin space that does not break' },
  { character: '\u2009', tex: '\\,', reason: 'is a thin space, which fonts lack' },
  { character: '\u200a', tex: '\\,', reason: 'is a hair space, which fonts lack' },
  { character: '\u2004', tex: '\\,', reason: 'is a third of an em, which fonts lack' },
  { character: '\u2005', tex: '\\,', reason: 'is a quarter of an em, which fonts lack' },
  { character: '\u2006', tex: '\\,', reason: 'is a sixth of an em, which fonts lack' },
  { character: '\u2008', tex: '\\,', reason: 'is as wide as a full stop, which fonts lack' },
  { character: '\u205f', tex: '\\,', reason: 'is a space of mathematics, which fonts lack' },
  { character: '\u2007', tex: '\\enspace{}', reason: 'is as wide as a digit, which fonts lack' },
  { character: '\u2000', tex: '\\enspace{}', reason: 'is half an em, which fonts lack' },
  { character: '\u2002', tex: '\\enspace{}', reason: 'is half an em, which fonts lack' },
  { character: '\u2001', tex: '\\quad{}', reason: 'is an em, which fonts lack' },
  { character: '\u2003', tex: '\\quad{}', reason: 'is an em, which fonts lack' },
  { character: '\u3000', tex: '\\quad{}', reason: 'is an em, and only CJK fonts have it' },
  // characters without a shape
  { character: '\u00ad', tex: '\\-', reason: 'is a place to hyphenate, which fonts draw as a hyphen' },
  { character: '\u200b', tex: '\\mdcvbreak{}', reason: 'is a place to break without a hyphen' },
  // dashes and hyphens that fonts lack, though a look-alike is in all of them
  { character: '\u2010', tex: '-\\/', reason: 'is the hyphen again' },
  { character: '\u2011', tex: '-\\/', reason: 'is a hyphen that does not break; in a CV none does' },
  { character: '\u2012', tex: '–\\/', reason: 'is a dash as wide as a digit' },
  { character: '\u2015', tex: '—\\/', reason: 'is a dash that opens speech' },
];
