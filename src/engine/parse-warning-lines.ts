import type { LogEntry } from './engine.ts';
import type { ParsedLines } from './parsed-lines.ts';

const start =
  /^(?:(LaTeX(?: \w+)?)|(?:Package|Class) (\S+)|(pdfTeX)|(xdvipdfmx):) ?[Ww]arning(?: \([^)]*\))?: ?(.*)$/;
/** LuaTeX's own: `warning  (pdf backend): …`. */
const luaStart = /^warning {2}\(([^)]*)\): (.*)$/;
const unclosedGroup = '(\\end occurred ';
const groupLevel = /^### .* entered at line (\d+)/;
const undefinedReference =
  /^(?:Hyper reference|Reference|Citation) [`'](.*?)' .*undefined|^(?:name\{(.*?)\} has been referenced|unreferenced destination with name '(.*?)')/;
const rerunWanted = /\brerun\b/i;
const inputLine = / on input line (\d+)\.?$/;
/** LaTeX's own sums at the end of a run say nothing that the single warnings did not. */
const summary =
  /^There were (?:undefined|multiply-defined)|^Some font shapes were not available|^Size substitutions with differences/;
const mostContinuationLines = 20;

/** A warning of LaTeX, a package, a class or the engine, with the lines that continue it. */
export function parseWarningLines(lines: readonly string[], index: number): ParsedLines | undefined {
  const line = lines[index] as string;
  if (line.startsWith(unclosedGroup)) return parseUnclosedGroup(lines, index);
  // Nearly all lines of a log are no warnings: the cheap question comes first.
  if (!/^(?:LaTeX|Package|Class|pdfTeX|xdvipdfmx|warning)\b/.test(line)) return undefined;
  const lua = luaStart.exec(line);
  if (lua) return { entry: toEntry('LuaTeX', lua[2] as string), next: index + 1 };
  const match = start.exec(line);
  if (!match) return undefined;
  const [, latex, packageName, pdftex, driver, first = ''] = match;
  const { text, next } = joinContinuation(lines, index + 1, first, toContinuationPrefix(packageName, latex));
  const source = packageName ?? (latex && 'LaTeX') ?? pdftex ?? (driver as string);
  return { entry: toEntry(source, text), next };
}

/** LaTeX continues a message with the name in brackets, or below its text where the kernel speaks. */
export function toContinuationPrefix(packageName: string | undefined, latex: string | undefined): string {
  if (packageName) return `(${packageName})`;
  return latex?.includes(' ') ? `(${latex.slice('LaTeX '.length)})` : ' '.repeat(15);
}

/** Joins the lines that start with a prefix to the message before them, with one space between. */
export function joinContinuation(
  lines: readonly string[],
  index: number,
  first: string,
  prefix: string,
): { text: string; next: number } {
  const parts = [first.trim()];
  let next = index;
  while (next - index < mostContinuationLines && lines[next]?.startsWith(prefix)) {
    parts.push((lines[next] as string).slice(prefix.length).trim());
    next += 1;
  }
  return { text: parts.filter(Boolean).join(' '), next };
}

function toEntry(source: string, message: string): LogEntry | undefined {
  const place = inputLine.exec(message);
  const line = place && { line: Number(place[1]) };
  const text = (place ? message.slice(0, place.index) : message).replace(/\.$/, '');
  const reference = undefinedReference.exec(message);
  if (reference) {
    const name = reference[1] ?? reference[2] ?? (reference[3] as string);
    return { kind: 'undefined-reference', name, ...line };
  }
  if (rerunWanted.test(message)) return { kind: 'rerun' };
  if (summary.test(message)) return undefined;
  return { kind: 'warning', source, message: text, ...line };
}

/** `(\end occurred inside a group at level 1)`; where the group began is told further down. */
function parseUnclosedGroup(lines: readonly string[], index: number): ParsedLines {
  const where = (lines[index] as string).slice(unclosedGroup.length).replace(/\)$/, '');
  const level = lines
    .slice(index, index + 4)
    .map((line) => groupLevel.exec(line))
    .find(Boolean);
  const entry: LogEntry = {
    kind: 'warning',
    source: 'TeX',
    message: `The document ended ${where}`,
    ...(level && { line: Number(level[1]) }),
  };
  return { entry, next: index + 1 };
}
