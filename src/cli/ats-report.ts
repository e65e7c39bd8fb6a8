import type { TemplateScore } from '../check/ats/compare-templates.ts';
import type { ResumeReport } from '../check/ats/read-as-resume.ts';
import { colours, printLine } from './print.ts';

export interface AtsReport extends ResumeReport {
  /** How other templates are read, where this one is read badly. */
  others: TemplateScore[];
}

/** The text that a résumé parser sees, what it finds in it, and what it misses. */
export function printAts({ resume, fields, others }: AtsReport): void {
  printLine(`${colours.bold('What a résumé parser reads')}\n`);
  printLine(resume.text.replace(/^/gm, '  '));
  printLine(`\n${colours.bold('What it finds')}\n`);
  const rows: [string, string | undefined][] = [
    ['name', resume.name],
    ...resume.emails.map((text) => ['e-mail', text] as [string, string]),
    ...resume.phones.map((text) => ['phone', text] as [string, string]),
    ...resume.links.map((text) => ['link', text] as [string, string]),
  ];
  for (const [field, value] of rows) printLine(`  ${field.padEnd(8)}${value ?? '–'}`);
  for (const { title, entries } of resume.sections) {
    printLine(`  ${colours.bold(title)}`);
    for (const { title: name, organisation, date, place } of entries)
      printLine(`    ${[date, name, organisation, place].filter(Boolean).join(' | ')}`);
  }
  if (fields.length > 0) {
    const found = fields.filter((field) => field.found).length;
    printLine(`\n  ${found} of the ${fields.length} fields of the CV`);
  }
  for (const { template, found, fields: all } of others)
    printLine(`  ${found} of ${all} in the template ${template}`);
  printLine('');
}

/** The same for programs. */
export function toJsonAts({ resume, fields, others }: AtsReport): object {
  return { ...resume, fields: fields.map(({ field, value, found }) => ({ field, value, found })), others };
}
