/** The parts of a section as records of JSON Resume. What a record has no field for is a property of the name of its label. */
import { type FieldLabel, fieldOfLabel } from '../formats/field-labels.ts';
import type { SectionKind } from '../formats/section-kinds.ts';
import { splitDegree } from '../formats/split-degree.ts';
import { splitLevel } from '../formats/split-level.ts';
import { splitWords } from '../formats/split-words.ts';
import type { ExportedEntry, ExportedPart } from './exported-section.ts';
import { toIsoDate, toIsoRange } from './iso-date.ts';
import { compact } from './json-resume.ts';
import { orderFields } from './order-fields.ts';
import { toPublicationRecord } from './publication-record.ts';
import { toItemRecord, toTextRecord, toTextRecords } from './text-records.ts';

type Pair = readonly [string, unknown];

/** @param kind any but the summary, which is no list */
export function toResumeRecords(
  kind: SectionKind,
  parts: readonly ExportedPart[],
): Record<string, unknown>[] {
  return parts.flatMap((part) => toRecords(kind, part));
}

function toRecords(kind: SectionKind, part: ExportedPart): Record<string, unknown>[] {
  switch (part.type) {
    case 'entry':
      return [toEntryRecord(kind, part)];
    case 'item':
      return [toItemRecord(kind, part.label, part.text)];
    case 'publication':
      return [toPublicationRecord(part.publication)];
    case 'bullets':
      return part.items.map((text) => toTextRecord(kind, text));
    case 'text':
      return toTextRecords(kind, part.text);
  }
}

function toEntryRecord(kind: SectionKind, entry: ExportedEntry): Record<string, unknown> {
  const { title, subtitle, place, url, text, bullets } = entry;
  const { fields, further, details } = readLabelled(entry, usedLabels[kind] ?? []);
  const { role, organisation } = orderFields(kind, title, subtitle);
  const summary = [fields.get('summary'), text].filter(Boolean).join('\n\n');
  const range = Object.entries(toIsoRange(entry.date));
  const single: Pair[] = [['date', entry.date?.start ? toIsoDate(entry.date.start) : undefined]];
  const last = entry.date?.end;
  const end: Pair[] = [['endDate', last && last !== 'open' ? toIsoDate(last) : undefined]];
  const words = (field: FieldLabel): string[] => toWords(fields.get(field) ?? '');
  const other = subtitle ?? fields.get('organisation');
  const link: Pair = ['url', url ?? fields.get('url')];
  const common: Pair[] = [
    ['summary', summary],
    ['highlights', bullets],
  ];
  const rest: Pair[] = [['location', place ?? fields.get('place')], ...further, ['details', details]];
  switch (kind) {
    case 'work':
    case 'volunteer':
      return compact([
        // A label says which of the two the title is not.
        ...(fields.has('organisation') && role === undefined
          ? [
              [kind === 'work' ? 'name' : 'organization', fields.get('organisation')] as const,
              ['position', title] as const,
            ]
          : [
              [kind === 'work' ? 'name' : 'organization', organisation] as const,
              ['position', role ?? fields.get('position')] as const,
            ]),
        link,
        ...range,
        ['description', fields.get('description')],
        ...common,
        ['keywords', words('keywords')],
        ...rest,
      ]);
    case 'education': {
      // Where a label says one of the two, the title is the other one.
      const split = (text: string): { degree: string; area?: string } =>
        fields.has('area') ? { degree: text } : splitDegree(text);
      const isInstitution = fields.has('organisation') && role === undefined;
      const degree = isInstitution ? title : role;
      const isDegree = degree === undefined && organisation !== undefined && split(organisation).area;
      const own: { degree?: string; area?: string } = isDegree
        ? split(organisation as string)
        : degree === undefined
          ? {}
          : split(degree);
      return compact([
        ['institution', isInstitution ? fields.get('organisation') : isDegree ? undefined : organisation],
        link,
        ['area', own.area ?? fields.get('area')],
        ['studyType', own.degree ?? fields.get('degree')],
        ...range,
        ['score', fields.get('score')],
        ['courses', words('courses')],
        ...common,
        ...rest,
      ]);
    }
    case 'awards':
      return compact([['title', title], ...single, ...end, ['awarder', other], link, ...common, ...rest]);
    case 'certificates':
      return compact([['name', title], ...single, ...end, link, ['issuer', other], ...common, ...rest]);
    case 'publications':
      return compact([
        ['name', title],
        ['publisher', subtitle ?? fields.get('publisher')],
        ['releaseDate', single[0]?.[1]],
        link,
        ...common,
        ...rest,
      ]);
    case 'references':
      return compact([
        ['name', title],
        ['reference', summary],
        ['relationship', subtitle ?? fields.get('relationship')],
        link,
        ['highlights', bullets],
        ...rest,
      ]);
    case 'projects':
      return compact([
        ['name', title],
        ['description', [fields.get('description'), summary].filter(Boolean).join('\n\n')],
        ['highlights', bullets],
        ['keywords', words('keywords')],
        ...range,
        link,
        ['roles', words('roles')],
        ['entity', other],
        ['type', fields.get('type')],
        ...rest,
      ]);
    case 'languages':
      return compact([['language', title], ['fluency', text], ['keywords', bullets], ...rest]);
    default: {
      const { words: said, level } = kind === 'skills' ? splitLevel(text) : { words: text };
      return compact([
        ['name', title],
        ['level', level],
        ['keywords', bullets.length > 0 ? bullets : splitWords(said)],
        ...rest,
      ]);
    }
  }
}

/** Words of a line, or of bullets. */
function toWords(text: string): string[] {
  if (!text.startsWith('- ')) return splitWords(text);
  return text
    .slice(2)
    .split(/\n+- /u)
    .map((word) => word.replace(/\s+/gu, ' ').trim());
}

/** Labels that a record has a field for, besides those that all have. */
const usedLabels: Readonly<Partial<Record<SectionKind, readonly FieldLabel[]>>> = {
  work: ['organisation', 'position', 'description', 'keywords'],
  volunteer: ['organisation', 'position', 'description', 'keywords'],
  education: ['organisation', 'area', 'degree', 'score', 'courses'],
  awards: ['organisation'],
  certificates: ['organisation'],
  publications: ['publisher'],
  references: ['relationship'],
  projects: ['organisation', 'description', 'keywords', 'roles', 'type'],
};

/** What the labels of an entry say, by field where its record has one. */
function readLabelled(
  entry: ExportedEntry,
  own: readonly FieldLabel[],
): { fields: Map<FieldLabel, string>; further: Pair[]; details: string[] } {
  const fields = new Map<FieldLabel, string>();
  const further: Pair[] = [];
  const take = (label: string, text: string): FieldLabel | undefined => {
    const field = fieldOfLabel(label);
    const isUsed =
      field === 'summary' || field === 'url' || field === 'place' || (field && own.includes(field));
    if (!field || !isUsed || fields.has(field)) return undefined;
    fields.set(field, text);
    return field;
  };
  for (const { label, text } of entry.labelled)
    if (!take(label, text)) further.push([fieldOfLabel(label) ?? toKey(label), text]);
  // `(GPA: 3.92)` behind a degree.
  const details = entry.details.filter((detail) => {
    const [, label = '', text = ''] = /^[(（]?([^:：]+)[:：](.+)$/u.exec(detail) ?? [];
    const value = text
      .trim()
      .replace(/[)）]$/u, '')
      .trimEnd();
    return !label.trim() || !value || !take(label.trim(), value);
  });
  return { fields, further, details };
}

/** `Grant number` as `grantNumber`. */
function toKey(label: string): string {
  const words = label.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = 'item', ...others] = words.map((word) => word.toLowerCase());
  return [first, ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}
