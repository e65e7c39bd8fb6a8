import type { ReportedMessage } from '../report.ts';
import { type BuildStatus, type ReportLine, sortLines } from './report-line.ts';

/**
 * A report in the JUnit XML that CI services read: a test case for each CV, with errors as failures and warnings as its output.
 * The shape is that of https://github.com/testmoapp/junitxml, which says what the services agree on.
 */
export function toJunit(lines: readonly ReportLine[]): string {
  const languages = new Map<string, Set<string>>();
  for (const { file, lang } of lines)
    if (lang) languages.set(file, (languages.get(file) ?? new Set()).add(lang));
  const isTranslated = ({ file }: ReportLine): boolean => (languages.get(file)?.size ?? 0) > 1;
  const counts =
    `tests="${lines.length}" failures="${countOf(lines, 'failed')}" errors="0"` +
    ` skipped="${countOf(lines, 'unchanged') + countOf(lines, 'skipped')}" time="${secondsOf(lines)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="mdcv" ${counts}>`,
    `  <testsuite name="mdcv" ${counts}>`,
    ...sortLines(lines).flatMap((line) => toTestCase(line, isTranslated(line))),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function toTestCase(line: ReportLine, isOneOfSeveral: boolean): string[] {
  const { file, template, variant, lang, status, messages } = line;
  const parts = [template, variant, isOneOfSeveral && lang].filter(Boolean).join(', ');
  const name = escapeXml(parts ? `${file} (${parts})` : file);
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.';
  const inner = [...toVerdict(line), ...toOutput(status === 'failed' ? [] : messages)];
  const attributes = `name="${name}" classname="${escapeXml(folder)}" file="${escapeXml(file)}" time="${secondsOf([line])}"`;
  if (inner.length === 0) return [`    <testcase ${attributes}/>`];
  return [`    <testcase ${attributes}>`, ...inner.map((text) => `      ${text}`), '    </testcase>'];
}

function toVerdict({ status, messages }: ReportLine): string[] {
  if (status === 'unchanged') return ['<skipped message="unchanged since the last build"/>'];
  const first = messages.find(({ severity }) => severity === 'error') ?? messages[0];
  const reason = escapeXml(first?.reason ?? '');
  if (status === 'skipped') return [`<skipped message="${reason}"/>`];
  if (status !== 'failed') return [];
  const text = escapeXml(messages.map(toText).join('\n'));
  return [`<failure message="${reason}" type="${escapeXml(first?.code ?? '')}">${text}</failure>`];
}

function toOutput(messages: readonly ReportedMessage[]): string[] {
  const told = messages.filter(({ severity }) => severity !== 'info');
  return told.length > 0 ? [`<system-out>${escapeXml(told.map(toText).join('\n'))}</system-out>`] : [];
}

function toText({ file, line, column, severity, code, reason, note }: ReportedMessage): string {
  const place = [file, line, line && column].filter(Boolean).join(':');
  return [`${place} ${severity} ${code} ${reason}`, ...(note ? [note] : [])].join('\n');
}

function countOf(lines: readonly ReportLine[], status: BuildStatus): number {
  return lines.filter((line) => line.status === status).length;
}

function secondsOf(lines: readonly ReportLine[]): string {
  return (lines.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000).toFixed(3);
}

/** What XML 1.0 cannot hold in any form (production 2, Char): most control characters, lone surrogates, two noncharacters. */
const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Line ends and tabs are escaped, too: a parser makes them spaces in an attribute. */
export function escapeXml(text: string): string {
  return text
    .replace(notXml, '\uFFFD')
    .replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
