import type { LogEntry } from './engine.ts';
import { joinContinuation, toContinuationPrefix } from './parse-warning-lines.ts';
import type { ParsedLines } from './parsed-lines.ts';
import { toErrorEntry } from './to-error-entry.ts';

/** `! Undefined control sequence.`, and `!pdfTeX error: …`, which has no space. */
const plainStart = /^! ?(\S.*|\s*==> .*)$/;
/** The source of a message that LaTeX made: `LaTeX Error: `, `Package babel Error: `, `Class moderncv Error: `. */
const latexSource = /^(?:LaTeX(?: \w+)?|(?:Package|Class) (\S+)) Error: /;
const contextEnd = /^(?:l\.\d+ ?|<\*> )/;
const contextLine = /^l\.(\d+)/;
/** Where TeX stops for good, it says why below the context. */
const stopReason = /^\*\*\* \((.*)\)$|^(End of file on the terminal!)$/;
const mostContextLines = 40;
const mostRunawayLines = 3;

/** An error: its message, and what TeX was reading when it found it. */
export function parseErrorLines(lines: readonly string[], index: number): ParsedLines | undefined {
  const line = lines[index] as string;
  if (line.startsWith('Runaway ')) return parseRunaway(lines, index);
  const start = parseStart(line);
  if (!start) return undefined;
  const source = latexSource.exec(start.message);
  const { text, next } = source
    ? joinContinuation(lines, index + 1, start.message, toContinuationPrefix(source[1], 'LaTeX'))
    : { text: start.message, next: index + 1 };
  const context = readContext(lines, next);
  const message = /^Emergency stop/.test(text) && context.reason ? `Emergency stop: ${context.reason}` : text;
  const place = start.line === undefined ? context : start;
  const entry = toErrorEntry({ message, file: place.file, line: place.line, context: context.lines });
  return { entry, next: context.next };
}

interface Start {
  message: string;
  file?: string | undefined;
  line?: number | undefined;
}

function parseStart(line: string): Start | undefined {
  if (line.startsWith('!')) {
    const match = plainStart.exec(line);
    return match ? { message: (match[1] as string).trim() } : undefined;
  }
  if (/^(?:xdvipdfmx:fatal: |I can't find the format file )/.test(line)) return { message: line };
  // `./cv.tex:12: message`. By hand, because a log has long lines with many colons.
  const fileEnd = line.indexOf(':');
  const lineEnd = line.indexOf(':', fileEnd + 1);
  if (fileEnd < 1 || lineEnd < 0 || lineEnd - fileEnd > 8) return undefined;
  const file = line.slice(0, fileEnd);
  const number = line.slice(fileEnd + 1, lineEnd);
  if (!/^\d+$/.test(number)) return undefined;
  const message = line.slice(lineEnd + 1).trim();
  // Lua code has no file; the line that matters is in the context.
  if (file === '[\\directlua]') return { message: `LuaTeX error: ${message}` };
  return /^[^\\[({<][^\n]*\.\w+$/.test(file) ? { message, file, line: Number(number) } : undefined;
}

interface Context {
  lines: string[];
  file?: string | undefined;
  line?: number | undefined;
  reason?: string | undefined;
  next: number;
}

/** From below the message up to `l.12 …`, the line of the file that TeX was reading, with the half that it had yet to read. */
function readContext(lines: readonly string[], from: number): Context {
  const limit = Math.min(lines.length, from + mostContextLines);
  for (let index = from; index < limit; index++) {
    const line = lines[index] as string;
    const follower = parseStart(line);
    // LaTeX asks for another file where one is missing, and TeX stops because nobody answers: its place is the one.
    if (follower?.message === 'Emergency stop.')
      return { lines: [], file: follower.file, line: follower.line, next: index };
    if (follower) break;
    if (!contextEnd.test(line)) continue;
    const match = contextLine.exec(line);
    const end = index + 2;
    return {
      lines: lines.slice(from, end).filter((text) => !isFiller(text)),
      line: match ? Number(match[1]) : undefined,
      reason: findStopReason(lines, end),
      next: end,
    };
  }
  return { lines: [], next: from };
}

// LaTeX shows its own error macro as context, and pads it with spaces so that the rest is out of sight.
function isFiller(line: string): boolean {
  return (
    /^\s*$/.test(line) ||
    /^(?:See the .* for explanation\.|(?:Type {2}H|For immediate help type H) <return>)/.test(line) ||
    /^ (?:->|\.\.\.)/.test(line)
  );
}

function findStopReason(lines: readonly string[], from: number): string | undefined {
  const match = stopReason.exec(lines[from] ?? '');
  return match?.[1] ?? match?.[2];
}

/** The text that an unclosed brace ran away with stands above its error, whose context it begins. */
function parseRunaway(lines: readonly string[], index: number): ParsedLines | undefined {
  for (let next = index + 1; next <= index + mostRunawayLines; next++) {
    if (!parseStart(lines[next] ?? '')) continue;
    const parsed = parseErrorLines(lines, next);
    if (parsed?.entry?.kind === 'error') {
      const entry: LogEntry = {
        ...parsed.entry,
        context: [...lines.slice(index, next), ...parsed.entry.context],
      };
      return { ...parsed, entry };
    }
  }
  return undefined;
}
