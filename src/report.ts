/** Messages for people (terminal) and for programs (JSON). Pure: `cli/` prints what comes out. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { type Severity, severityOf } from './problem.ts';

/** A message as `--json` prints it. */
export interface ReportedMessage {
  code: string;
  severity: Severity;
  file: string;
  line?: number | undefined;
  column?: number | undefined;
  reason: string;
  note?: string | undefined;
}

/** The few colour functions that a report uses; identity functions where the output is no terminal. */
export interface Colours {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
}

export function toReportedMessage(message: VFileMessage): ReportedMessage {
  return {
    code: message.ruleId ?? 'unknown',
    severity: severityOf(message),
    file: message.file ?? '',
    line: message.line,
    column: message.column,
    reason: message.reason,
    note: message.note,
  };
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Errors last, so that they are what is seen first above the prompt; within a severity by file and line. */
export function sortMessages(messages: readonly VFileMessage[]): VFileMessage[] {
  return [...messages].sort(
    (a, b) =>
      weight[severityOf(b)] - weight[severityOf(a)] ||
      (a.file ?? '').localeCompare(b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

/**
 * One message as text: place, severity, code and reason; the source line with a caret; what to do.
 * @param sources the CV and its .bib files, whose lines are shown for messages placed in them
 */
export function formatMessage(message: VFileMessage, sources: readonly VFile[], colours: Colours): string {
  const { code, severity, file, line, column, reason, note } = toReportedMessage(message);
  const place = [file, line, line && column].filter(Boolean).join(':');
  const paint = { error: colours.red, warning: colours.yellow, info: colours.cyan }[severity];
  const lines = [`${colours.bold(place)} ${paint(severity)} ${code} ${reason}`];
  const quote = quoteSource(message, sources);
  if (quote) {
    const gutter = `${line} | `;
    lines.push(`  ${colours.dim(gutter)}${quote.text}`);
    if (quote.caret)
      lines.push(`  ${' '.repeat(gutter.length)}${quote.caret.replace('^', colours.bold('^'))}`);
  }
  if (note) lines.push(...note.split('\n').map((text) => `  ${text}`));
  return lines.join('\n');
}

/** How much of a long source line is shown. */
const excerptWidth = 100;

/** The line that a message is about, cut to what is shown, and what to set below it to point at the column. */
export interface Quote {
  text: string;
  caret?: string | undefined;
}

/** Nothing where the message has no line or is about a file that is not among the sources. */
export function quoteSource(message: VFileMessage, sources: readonly VFile[]): Quote | undefined {
  const { file, line, column } = message;
  const vfile = sources.find(({ path }) => path === file);
  const source =
    line === undefined
      ? undefined
      : String(vfile ?? '')
          .split('\n', line)
          [line - 1]?.trimEnd();
  if (!source) return undefined;
  // A long line is cut around the place that the caret shows.
  const from = Math.max(0, (column ?? 1) - 1 - excerptWidth / 2);
  const excerpt = source.slice(from, from + excerptWidth).replaceAll('\t', ' ');
  const text = `${from > 0 ? '…' : ''}${excerpt}${from + excerptWidth < source.length ? '…' : ''}`;
  if (column === undefined) return { text };
  const before = excerpt.slice(0, column - 1 - from);
  return { text, caret: `${' '.repeat(displayWidth(before) + (from > 0 ? 1 : 0))}^` };
}

/** Columns that a terminal gives to a text: East Asian wide letters and emoji take two, marks on a letter none. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : none.test(character) ? 0 : 1;
  return width;
}

const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;
const none = /[\p{M}\u200B-\u200D]/u;

/** Without what TeX and its packages remark without harm, which fills screens; `--json` has it. */
export function worthReading(messages: readonly VFileMessage[]): VFileMessage[] {
  return messages.filter((message) => message.ruleId !== 'tex-warning' || severityOf(message) !== 'info');
}

/** `2 errors, 1 warning`; empty when there is neither. */
export function summarize(messages: readonly VFileMessage[]): string {
  return (['error', 'warning'] as const)
    .map((severity) => ({
      severity,
      count: messages.filter((message) => severityOf(message) === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ');
}
