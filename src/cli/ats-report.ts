import type { TemplateScore } from '../check/ats/compare-templates.ts';
import type { ResumeReport } from '../check/ats/read-as-resume.ts';
import { colours } from './print.ts';

export interface AtsReport extends ResumeReport {
  /** How other templates are read, where this one is read badly. */
  others: TemplateScore[];
}

/** The text that a résumé parser sees, what it finds in it, and what it misses. */
export function printAts({ resume, fields, others }: AtsReport): void {
  console.log(`${colours.bold('What a résumé parser reads')}\n`);
  console.log(resume.text.replace(/^/gm, '  '));
  console.log(`\n${colours.bold('What it finds')}\n`);
  const rows: [string, string | undefined][] = [
    ['name', resume.name],
    ...resume.emails.map((text) => ['e-mail', text] as [string, string]),
    ...resume.phones.map((text) => ['phone', text] as [string, string]),
    ...resume.links.map((text) => ['link', text] as [string, string]),
  ];
  for (const [field, value] of rows) console.log(`  ${field.padEnd(8)}${value ?? '–'}`);
  for (const { title, entries } of resume.sections) {
    console.log(`  ${colours.bold(title)}`);
    for (const { title: name, organisation, date, place } of entries)
      console.log(`    ${[date, name, organisation, place].filter(Boolean).join(' | ')}`);
  }
  if (fields.length > 0) {
    const found = fields.filter((field) => field.found).length;
    console.log(`\n  ${found} of the ${fields.length} fields of the CV`);
  }
  for (const { template, found, fields: all } of others)
    console.log(`  ${found} of ${all} in the template ${template}`);
  console.log('');
}

/** The same for programs. */
export function toJsonAts({ resume, fields, others }: AtsReport): object {
  return { ...resume, fields: fields.map(({ field, value, found }) => ({ field, value, found })), others };
}
