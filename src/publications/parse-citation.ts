/** pandoc's citations in a text: `[@key]`, `[see @a, p. 3; -@b]`, `[@*]`, and `@key` in a sentence. */

export interface Cite {
  key: string;
  /** `-@key`: without the names. */
  hidesAuthors: boolean;
  /** Words before the key, `see`, and after it, `p. 3`. */
  prefix: string;
  suffix: string;
}

export interface Citation {
  /** Offsets in the text. */
  start: number;
  end: number;
  /** One or more in brackets, or one in a sentence. */
  isBracketed: boolean;
  cites: Cite[];
}

/** A letter, digit or `_`, then those and single signs between them; anything in braces. */
const keyPattern = String.raw`(?:\{([^{}\s]+)\}|([\p{L}\p{N}_](?:[:.#$%&+?<>~/-]?[\p{L}\p{N}_])*|\*))`;
const bracketed = /\[([^[\]]*)\]/gu;
const citeInBrackets = new RegExp(String.raw`^((?:[^@]*[^@\p{L}\p{N}_.-])?)(-?)@${keyPattern}([^@]*)$`, 'u');
const bare = new RegExp(String.raw`(?<![\p{L}\p{N}_@.+/-])(-?)@${keyPattern}`, 'gu');

/**
 * Finds the citations of a text, in their order.
 * @see https://pandoc.org/MANUAL.html#extension-citations
 */
export function parseCitations(text: string): Citation[] {
  const found: Citation[] = [];
  let from = 0;
  for (const match of text.matchAll(bracketed)) {
    const parts = (match[1] as string).split(';').map((part) => citeInBrackets.exec(part.trim()));
    if (parts.some((part) => !part)) continue;
    found.push(...findBare(text, from, match.index));
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      isBracketed: true,
      cites: parts.map((part) => toCite(part as RegExpExecArray)),
    });
    from = match.index + match[0].length;
  }
  return [...found, ...findBare(text, from, text.length)];
}

function toCite([, prefix, minus, braced, plain, suffix]: RegExpExecArray): Cite {
  return {
    key: (braced ?? plain) as string,
    hidesAuthors: minus === '-',
    prefix: (prefix as string).trim(),
    suffix: (suffix as string).replace(/^\s*,?\s*/, '').trim(),
  };
}

function findBare(text: string, from: number, to: number): Citation[] {
  return [...text.slice(from, to).matchAll(bare)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
    isBracketed: false,
    cites: [
      { key: (match[2] ?? match[3]) as string, hidesAuthors: match[1] === '-', prefix: '', suffix: '' },
    ],
  }));
}
