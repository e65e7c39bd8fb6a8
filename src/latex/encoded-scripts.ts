/**
 * Scripts that pdflatex can set, each in an encoding of its own, where the TeX at hand has Type 1 fonts in it: T2A for Cyrillic, LGR for
 * Greek. Only the letters with a glyph of their own, so that the PDF's text is the very letter: T2A draws `І` and `Ј` as `I` and `J`
 * (t2aenc.dfu), LGR puts a sign before a capital for its accent (lgrenc.dfu). And nothing but letters, since LGR has other signs
 * in the place of ASCII's.
 */

export type EncodedScript = 'cyrillic' | 'greek';

/** A font of an eight-bit encoding that the preamble declares for a script. */
export interface ScriptFont {
  encoding: 'T2A' | 'LGR';
  /** LaTeX's name of the family. */
  family: string;
}

export type ScriptFonts = ReadonlyMap<EncodedScript, ScriptFont>;

const letters: readonly (readonly [EncodedScript, RegExp])[] = [
  ['cyrillic', /^[А-Яа-яЁёҐґЄєЇїЎўЂђЋћЉљЊњЏџ]$/],
  ['greek', /^[Α-ΡΣ-Ϋα-ωϊϋάέήίόύώΐΰ]$/],
];

/** The script in whose encoding a letter has a glyph of its own; nothing for any other character. */
export function encodedScriptOf(character: string): EncodedScript | undefined {
  return letters.find(([, pattern]) => pattern.test(character))?.[0];
}

/** A piece of text in one encoding; missing for that of the document. */
interface EncodedRun {
  script?: EncodedScript | undefined;
  text: string;
}

/** Cuts text into what the document's font sets and words of scripts that have fonts. Joined again, the runs are the text. */
export function toEncodedRuns(text: string, fonts: ScriptFonts): EncodedRun[] {
  if (fonts.size === 0) return [{ text }];
  const runs: EncodedRun[] = [];
  for (const character of text) {
    const found = encodedScriptOf(character);
    const script = found && fonts.has(found) ? found : undefined;
    const last = runs.at(-1);
    if (last && last.script === script) last.text += character;
    else runs.push({ script, text: character });
  }
  return runs;
}
