/** How text is set off. */
export type TexStyle = 'emphasis' | 'strong' | 'underline' | 'superscript' | 'subscript' | 'code';

/**
 * What a command does with its arguments, in their order: `k` keeps one as text, `d` drops one; any other character is printed where it
 * stands.
 */
export interface TexCommand {
  pattern: string;
  /** How the arguments that are kept are set. */
  style?: TexStyle | undefined;
}

const rows: readonly (readonly [pattern: string, names: string, style?: TexStyle])[] = [
  // LaTeX's and ulem's fonts, and BibLaTeX's
  ['k', 'emph textit textsl mkbibemph mkbibitalic textem mathit', 'emphasis'],
  ['k', 'textbf mkbibbold mathbf boldsymbol bm pmb', 'strong'],
  ['k', 'underline uline', 'underline'],
  ['k', 'texttt code mathtt', 'code'],
  ['k', 'textsuperscript mkbibsuperscript up sp', 'superscript'],
  ['k', 'textsubscript mkbibsubscript textinferior sb', 'subscript'],
  // What looks different in small capitals or without serifs only is printed as it is written.
  [
    'k',
    'textsc textrm textsf textup textmd textnormal textlf textsw mbox hbox fbox makebox text mathrm mathsf mathcal mathscr mathfrak mathbb ' +
      'mathnormal operatorname textgreek textlatin textcyrillic textcyr textrussian smash uppercase lowercase ' +
      'MakeUppercase MakeLowercase NoCaseChange MakeCapital MakeSentenceCase mkbibacro mkbibname autocap overline widebar overrightarrow ' +
      'overbrace underbrace mathop mathrel mathbin mathord bibnamefont bibfnamefont citenamefont singleletter natexlab ce hologo email eprint arxiv sptext ' +
      'mkbibnamefamily mkbibnamegiven mkbibnameprefix mkbibnamesuffix ul st so sout',
  ],
  ['“k”', 'enquote mkbibquote'],
  ['(k)', 'mkbibparens parentext'],
  ['[k]', 'mkbibbrackets brackettext'],
  ['k/k', 'frac nicefrac sfrac tfrac dfrac'],
  ['√k', 'sqrt'],
  ['k k', 'binom'],
  // An argument that says how the next one looks, or which field it is
  [
    'dk',
    'bibinfo bibfield textcolor colorbox foreignlanguage raisebox scalebox parbox href@noop Eprint translation',
  ],
  // Keys that sort, places, sizes
  [
    'd',
    'noopsort SortNoop sortnoop NoopSort noop nop SORT selectlanguage language color label index hspace vspace phantom hphantom vphantom ' +
      'BibitemShut bibAnnoteFile bibAnnote begin end pagestyle thispagestyle',
  ],
  ['ddk', 'discretionary'],
];

/** By name without backslash. */
export const texCommands: ReadonlyMap<string, TexCommand> = new Map(
  rows.flatMap(([pattern, names, style]) =>
    names.split(' ').map((name) => [name, { pattern, style }] as const),
  ),
);

const switches: readonly (readonly [names: string, style: TexStyle | 'normal'])[] = [
  ['em it sl itshape slshape', 'emphasis'],
  ['bf bfseries boldmath', 'strong'],
  ['tt ttfamily', 'code'],
  ['rm normalfont upshape', 'normal'],
];

/** Commands that change the font up to the end of their group; `normal` ends what others began. */
export const texSwitches: ReadonlyMap<string, TexStyle | 'normal'> = new Map(
  switches.flatMap(([names, style]) => names.split(' ').map((name) => [name, style] as const)),
);
