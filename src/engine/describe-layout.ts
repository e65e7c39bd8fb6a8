import type { LogEntry } from './engine.ts';
import type { PlaceFinder, Spot } from './find-place.ts';
import type { Finding } from './finding.ts';

type Overfull = Extract<LogEntry, { kind: 'overfull' }>;
type Reference = Extract<LogEntry, { kind: 'undefined-reference' }>;

/** What runs over by less than this, in points, nobody sees. */
const leastPoints = 1;
const shortestWord = 6;
/** How many of a line's last words are looked for. */
const nearestWords = 3;
/** How much of a line's text a message shows, in characters. */
const longestEnd = 60;

/** A line or a box that holds more than it has room for; undefined when it is too little to be seen. */
export function describeOverfull(entry: Overfull, finder: PlaceFinder): Finding | undefined {
  if (entry.points <= leastPoints) return undefined;
  const points = entry.points < 10 ? entry.points.toFixed(1) : String(Math.round(entry.points));
  const spot = findBox(entry, finder);
  if (entry.box === 'vbox') {
    return {
      code: 'overfull-entry',
      reason: `Something is ${points} pt too high for its page, so that text may run off it`,
      note: 'Make the entry shorter or split it, so that it can be broken over two pages.',
      spot,
    };
  }
  const end = entry.text && lastWords(entry.text);
  return {
    code: 'overfull-line',
    reason: `A line is ${points} pt too wide, so that it runs into the margin`,
    note: `Shorten it or write it otherwise, so that it can be broken.${end ? ` It ends with: ${end}` : ''}`,
    spot,
  };
}

/** The end of a box's text that tells where it is, without a word cut in half. */
function lastWords(text: string): string {
  if (text.length <= longestEnd) return text;
  const end = text.slice(-longestEnd);
  return `…${end.slice(end.indexOf(' ') + 1)}`;
}

/** The last words of a box's text are those that stand over; where the CV has them is the place. */
function findBox({ line, lastLine, text }: Overfull, finder: PlaceFinder): Spot | undefined {
  const words = (text ?? '')
    .replaceAll('-', '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= shortestWord)
    .reverse();
  const spot =
    line === undefined ? undefined : finder.inLines(line, lastLine ?? line, words.slice(0, nearestWords));
  if (spot?.kind === 'content') return spot;
  // A head or a foot is set far from where its text was told to the template.
  for (const word of spot ? words.slice(0, nearestWords) : words) {
    const told = finder.ofText(word);
    if (told && (!spot || told.kind === 'content')) return told;
  }
  return spot;
}

export function describeReference({ name, line }: Reference, finder: PlaceFinder): Finding {
  const spot = line === undefined ? finder.ofText(`{${name}}`) : finder.atLine(line, [name]);
  return {
    code: 'undefined-reference',
    reason: `The reference \`${name}\` leads nowhere`,
    note: 'Check its spelling, or set the label that it names.',
    spot,
  };
}
