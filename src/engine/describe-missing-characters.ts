import { scriptOf } from '../latex/scripts.ts';
import type { LogEntry } from './engine.ts';
import type { PlaceFinder, Spot } from './find-place.ts';
import type { Finding } from './finding.ts';
import { fontHint } from './font-hint.ts';

type MissingCharacter = Extract<LogEntry, { kind: 'missing-character' }>;

/** What pdflatex's log has in the place of a character that is a slot of an 8-bit font: a byte that is no UTF-8. */
const unknownCharacter = '\uFFFD';
const mostNamed = 5;
/** How many characters of a line of the .tex are looked for in the CV. */
const mostPlaced = 20;

/** The characters that one font lacks in one line. */
interface Group {
  font?: string | undefined;
  spot?: Spot | undefined;
  characters: Map<number, string>;
}

/**
 * A finding for each line and font, which names the characters. The log knows no lines for them, so they are looked for in the
 * document, all in one go: a text in a script without a font has thousands.
 */
export function describeMissingCharacters(
  entries: readonly MissingCharacter[],
  finder: PlaceFinder,
): Finding[] {
  // The usual case; looking at each character of the document takes milliseconds.
  if (entries.length === 0) return [];
  const groups = new Map<string, Group>();
  const add = ({ font, codePoint, character }: MissingCharacter, spot: Spot | undefined): void => {
    const key = [font, spot?.file, spot?.line].join('\n');
    const group = groups.get(key) ?? { font, spot, characters: new Map() };
    groups.set(key, group);
    group.characters.set(codePoint, character);
  };
  const wanted = new Map<string, MissingCharacter[]>();
  for (const entry of distinct(entries)) {
    wanted.set(entry.character, [...(wanted.get(entry.character) ?? []), entry]);
  }
  const found = new Set<string>([unknownCharacter]);
  finder.texLines.forEach((line, index) => {
    const here = [...new Set(line)].filter((character) => wanted.has(character));
    let spot: Spot | undefined;
    for (const [count, character] of here.entries()) {
      found.add(character);
      // A line of the .tex may hold several of the CV; but where so many are missing, the first place says enough.
      if (count < mostPlaced) spot = finder.atLine(index + 1, [character]);
      for (const entry of wanted.get(character) as MissingCharacter[]) add(entry, spot);
    }
  });
  for (const [character, missing] of wanted) {
    if (found.has(character) && character !== unknownCharacter) continue;
    for (const entry of missing) add(entry, entry.line === undefined ? undefined : finder.atLine(entry.line));
  }
  return [...groups.values()].map(toFinding);
}

function distinct(entries: readonly MissingCharacter[]): MissingCharacter[] {
  const byKey = new Map(
    entries.map((entry) => [`${entry.codePoint} ${entry.font ?? ''} ${entry.line ?? ''}`, entry]),
  );
  return [...byKey.values()];
}

function toFinding({ font, spot, characters }: Group): Finding {
  const names = [...characters]
    .slice(0, mostNamed)
    .map(([codePoint, character]) => nameOf(codePoint, character));
  const more = characters.size - names.length;
  const list = more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
  const [codePoint = 0] = characters.keys();
  return {
    code: 'missing-character',
    reason: font ? `The font \`${font}\` lacks ${list}, missing in the PDF` : `pdflatex cannot set ${list}`,
    note: font
      ? `Write something else, or choose a font that has it. ${codePoint < 0x80 ? '' : fontHint(scriptOf(codePoint))}`.trim()
      : 'Choose `xelatex` or `lualatex` as the engine, or write something else.',
    spot,
  };
}

function nameOf(codePoint: number, character: string): string {
  if (character !== unknownCharacter)
    return `\`${character}\` (U+${codePoint.toString(16).toUpperCase().padStart(4, '0')})`;
  return codePoint === 0xfffd ? 'a character that the text names by number' : `character number ${codePoint}`;
}
