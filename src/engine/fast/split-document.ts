/** A document in the two parts that a standby engine reads at different times. */
export interface SplitDocument {
  /** What stands before `\begin{document}`. */
  preamble: string;
  /** What comes after it, behind as many lines as the preamble has, so that every line keeps its number. */
  body: string;
}

const begin = '\\begin{document}';

/** What reads an aux file that only several passes over the whole document settle; raw LaTeX may bring it. */
const needsPasses =
  /\\(?:ref|pageref|nameref|autoref|cref|label|cite\w*|nocite|bibliography|tableofcontents|listof\w+|index|glossary)\b/;

/** Splits a document; nothing where its parts cannot be told, or where it has to take the plain way. */
export function splitDocument(source: string): SplitDocument | undefined {
  const at = source.startsWith(begin) ? 0 : source.indexOf(`\n${begin}`) + 1;
  if (!source.startsWith(begin, at)) return undefined;
  const preamble = source.slice(0, at);
  const body = source.slice(at + begin.length);
  if (needsPasses.test(body)) return undefined;
  // A line that is empty would be a paragraph.
  const lines = preamble.split('\n').length - 1;
  return { preamble, body: `${'%\n'.repeat(lines)}%${body}` };
}
