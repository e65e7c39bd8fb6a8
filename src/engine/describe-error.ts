import { stops } from './describe-stop.ts';
import type { LogEntry } from './engine.ts';
import { explainError } from './explain-error.ts';
import type { PlaceFinder, Spot } from './find-place.ts';
import type { Finding } from './finding.ts';
import { isMainFile, placeInFile } from './place-in-file.ts';

type ErrorEntry = Extract<LogEntry, { kind: 'error' }>;

/** How far above the line where TeX stopped an argument may have begun, in lines of the .tex. */
const farthestArgument = 500;
/** How much of a text that ran away is looked for, in characters without spaces. */
const longestRunaway = 80;
const shortestRunaway = 3;
/** LuaTeX's, by which it ends. */
const noLuaMemory = /^(?:error: +\(lua\)|LuaTeX error:?.*): not enough memory$/;

/** An error in plain words, at the line that caused it rather than at the line where TeX noticed it. */
export function describeError(entry: ErrorEntry, finder: PlaceFinder): Finding {
  if (noLuaMemory.test(entry.message)) {
    const { code, reason, note } = stops.memory;
    return { code, ...placeInFile(entry, finder, reason, note) };
  }
  if (entry.message.startsWith('Undefined control sequence')) return describeUndefined(entry, finder);
  const { reason, note } = explainError(entry.message);
  const begun = findRunaway(entry, finder);
  if (begun) return { code: 'tex-error', reason, note, spot: finder.atLine(begun) };
  const swallower = findSwallower(entry, finder);
  if (swallower) return { code: 'tex-error', reason, note, spot: swallower };
  // A PDF driver knows the file that it cannot read, and no lines.
  const file = /\(file (?:\.\/)?(\S+)\)|Could not find file: (\S+)/.exec(entry.message);
  if (file && entry.line === undefined)
    return { code: 'tex-error', reason, note, spot: finder.ofText(file[1] ?? (file[2] as string)) };
  return { code: 'tex-error', ...placeInFile(entry, finder, reason, note) };
}

/** The undefined command is the last word before the break of the innermost context. */
function describeUndefined(entry: ErrorEntry, finder: PlaceFinder): Finding {
  const innermost = entry.context[0] ?? '';
  const command = /(\\(?:[A-Za-z@]+|[^A-Za-z@\s]))\s*$/.exec(innermost)?.[1];
  const reason = command ? `TeX met the undefined command \`${command}\`` : 'TeX met an undefined command';
  const macro = /^(\\[A-Za-z@]+)[^>]*->/.exec(innermost)?.[1];
  const note = macro
    ? `It is in the definition of \`${macro}\`: define it, or load the package that does.`
    : 'Check its spelling, or load the package that defines it in the template.';
  const placed = placeInFile(entry, finder, reason, note);
  if (!command || entry.line === undefined || !isMainFile(entry.file))
    return { code: 'tex-error', ...placed };
  const pattern = toCommandPattern(command);
  const line = innermost.startsWith('<argument>') ? findAbove(finder, pattern, entry.line) : entry.line;
  // What TeX had read of its line: a macro there that is in the CV has the undefined command in its definition.
  const read = entry.context.find((text) => text.startsWith('l.')) ?? '';
  const words = [command, ...(read.match(/\\[A-Za-z@]+/g) ?? []).reverse()].map(toCommandPattern);
  const known = words.filter((word) => finder.isInContent(word));
  const spot = finder.atLine(line, known);
  // Only raw LaTeX brings commands into the text: what the CV does not have is the template's.
  const own = known.length === 0 && spot.printedBy;
  return { code: 'tex-error', reason, note, spot: own ? { ...own, kind: 'template' } : spot };
}

/** Where an argument began that TeX read too far: the log has its text, with line ends as spaces or `^^M`, and not its line. */
function findRunaway({ context, line }: ErrorEntry, { texLines }: PlaceFinder): number | undefined {
  if (!context[0]?.startsWith('Runaway ')) return undefined;
  // The text of a definition comes after its parameters.
  const text = (context[1] ?? '').replace(/^[^{]*?->/, '');
  const squeezed = squeeze(text.replace(/ETC\.$/, ''));
  // What does not begin with the brace that opens it begins after it, maybe in the next line.
  const before = /^[[{]/.test(squeezed) ? 0 : 1;
  const document = squeezeLines(texLines.slice(0, line));
  for (let length = longestRunaway; length >= shortestRunaway; length = Math.floor(length / 2)) {
    if (squeezed.length < Math.min(length, shortestRunaway)) return undefined;
    const at = document.text.lastIndexOf(squeezed.slice(0, length));
    if (at >= 0) return lineOf(Math.max(0, at - before), document.starts);
  }
  return undefined;
}

/** A text without what differs between a line of the document and its likeness in the log. */
function squeeze(text: string): string {
  return text.replace(/\\par(?![A-Za-z@])|\^\^M|[\s%#]/g, '');
}

/** The squeezed document, and where in it each line begins. */
function squeezeLines(lines: readonly string[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  let text = '';
  for (const line of lines) {
    starts.push(text.length);
    text += squeeze(line);
  }
  return { text, starts };
}

function lineOf(at: number, starts: readonly number[]): number {
  return starts.findLastIndex((start) => start <= at) + 1;
}

/** What lost the end of the document, which TeX notices only when there is no more to read. */
function findSwallower({ message }: ErrorEntry, finder: PlaceFinder): Spot | undefined {
  const ignored = /^Incomplete \\\S+; all text was ignored after line (\d+)/.exec(message)?.[1];
  if (ignored) return finder.atLine(Number(ignored));
  const isEndless = message.startsWith('Emergency stop: job aborted, no legal');
  return isEndless ? finder.ofText('\\endinput') : undefined;
}

function findAbove({ texLines }: PlaceFinder, pattern: RegExp, line: number): number {
  for (let number = line; number > Math.max(0, line - farthestArgument); number--)
    if (pattern.test(texLines[number - 1] as string)) return number;
  return line;
}

function toCommandPattern(command: string): RegExp {
  const name = command.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(/[A-Za-z@]$/.test(command) ? `${name}(?![A-Za-z@])` : name);
}
