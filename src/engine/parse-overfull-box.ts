import type { LogEntry } from './engine.ts';
import type { ParsedLines } from './parsed-lines.ts';
import { decodeT1 } from './t1-encoding.ts';

const pattern =
  /^Overfull \\([hv]box) \(([\d.]+)pt too (?:wide|high)\) (?:(?:in paragraph|in alignment) at lines (\d+)--(\d+)|detected at line (\d+)|has occurred while \\output is active)/;
/** How much of a box's text is worth telling. */
const longestText = 200;

/** `Overfull \hbox (12.3pt too wide) in paragraph at lines 5--9`, and the box's text in the next line. */
export function parseOverfullBox(lines: readonly string[], index: number): ParsedLines | undefined {
  const line = lines[index] as string;
  if (!line.startsWith('Overfull ')) return undefined;
  const match = pattern.exec(line);
  if (!match) return undefined;
  const [, box, points, first, last, only] = match;
  const text = box === 'hbox' ? cleanText(lines[index + 1] ?? '') : '';
  const entry: LogEntry = {
    kind: 'overfull',
    box: box as 'hbox' | 'vbox',
    points: Number(points),
    ...((first ?? only) && { line: Number(first ?? only) }),
    ...((last ?? only) && { lastLine: Number(last ?? only) }),
    ...(text && { text }),
  };
  return { entry, next: index + (box === 'hbox' ? 2 : 1) };
}

/**
 * Takes TeX's marks out of a box's text: font switches (`\T1/lmr/m/n/10`, with ` (-20)` behind where microtype narrows the font),
 * inner boxes (`[]`), rules and glue (`|`). What follows a switch is in the encoding of its font.
 */
function cleanText(line: string): string {
  const [first, ...pieces] = line.split(/\\(\w+)\/[^\s\\]*(?: \([+-]\d+\))?/);
  const texts = [first as string];
  for (let index = 0; index < pieces.length; index += 2)
    texts.push(decode(pieces[index + 1] as string, pieces[index] as string));
  return texts
    .join(' ')
    .slice(-2 * longestText)
    .replace(/\[\]|\|/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(-longestText);
}

function decode(slots: string, encoding: string): string {
  if (encoding === 'T1') return decodeT1(slots);
  // Symbols, of which no word consists.
  return encoding === 'TS1' ? slots.replace(/[^ -~]/g, ' ') : slots;
}
