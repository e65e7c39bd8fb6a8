/** The parts of a section as records of JSON Resume. What a record has no field for is a property of the name of its label. */
import { findDates } from '../content/recognition/find-date.ts';
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

type Resume = Record<string, unknown>;
type Pair = readonly [string, unknown];

/** @param kind any but the summary, which is no list */
export function toResumeRecords(kind: SectionKind, parts: readonly ExportedPart[]): Resume[] {
  return parts.flatMap((part) => toRecords(kind, part));
}

function toRecords(kind: SectionKind, part: ExportedPart): Resume[] {
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

function toEntryRecord(kind: SectionKind, entry: ExportedEntry): Resume {
  const { title, subtitle, place, url, text, bullets } = entry;
  const { fields, further, details } = readLabelled(entry, usedLabels[kind] ?? []);
  const { role, organisation } = orderFields(kind, title, subtitle);
  const summary = [fields.get('summary'), text].filter(Boolean).join('\n\n');
  const range = Object.entries(toIsoRange(entry.date));
  const single: Pair[] = [['date', entry.date?.start ? toIsoDate(entry.date.start) : undefined]];
  const words = (field: FieldLabel): string[] => splitWords(fields.get(field) ?? '');
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
        [kind === 'work' ? 'name' : 'organization', organisation],
        ['position', role ?? fields.get('position')],
        link,
        ...range,
        ['description', fields.get('description')],
        ...common,
        ['keywords', words('keywords')],
        ...rest,
      ]);
    case 'education': {
      const { degree, area } =
        role === undefined ? { degree: undefined, area: undefined } : splitDegree(role);
      const isDegree = role === undefined && organisation !== undefined && splitDegree(organisation).area;
      const own = isDegree ? splitDegree(organisation as string) : { degree, area };
      return compact([
        ['institution', isDegree ? undefined : organisation],
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
      return compact([['title', title], ...single, ['awarder', subtitle], link, ...common, ...rest]);
    case 'certificates':
      return compact([['name', title], ...single, link, ['issuer', subtitle], ...common, ...rest]);
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
        ['relationship', subtitle],
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
        ['entity', subtitle],
        ['type', fields.get('type')],
        ...rest,
      ]);
    default:
      return compact([
        [kind === 'languages' ? 'language' : 'name', title],
        ['keywords', bullets.length > 0 ? bullets : splitWords(text)],
        ...rest,
      ]);
  }
}

/** Labels that a record has a field for, besides those that all have. */
const usedLabels: Readonly<Partial<Record<SectionKind, readonly FieldLabel[]>>> = {
  work: ['position', 'description', 'keywords'],
  volunteer: ['position', 'description', 'keywords'],
  education: ['area', 'degree', 'score', 'courses'],
  publications: ['publisher'],
  projects: ['description', 'keywords', 'roles', 'type'],
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

function toItemRecord(kind: SectionKind, label: string, text: string): Resume {
  switch (kind) {
    case 'languages':
      return compact([
        ['language', label],
        ['fluency', text],
      ]);
    case 'skills': {
      const { words, level } = splitLevel(text);
      return compact([
        ['name', label],
        ['level', level],
        ['keywords', splitWords(words)],
      ]);
    }
    case 'interests':
      return compact([
        ['name', label],
        ['keywords', splitWords(text)],
      ]);
    case 'references':
      return compact([
        ['name', label],
        ['reference', text],
      ]);
    default:
      return compact([
        [titleKey(kind), label],
        ['summary', text],
      ]);
  }
}

/** A bullet, or a paragraph: a date at its end is its date. */
function toTextRecord(kind: SectionKind, text: string): Resume {
  const line = text.replace(/\s+/gu, ' ');
  if (kind === 'languages') {
    const { words, level } = splitLevel(line);
    return compact([
      ['language', words],
      ['fluency', level],
    ]);
  }
  if (kind === 'work' || kind === 'volunteer' || kind === 'education') return { summary: text };
  const dates = findDates(line);
  const { start } = dates.length === 1 ? (dates[0] ?? {}) : {};
  const key = kind === 'publications' ? 'releaseDate' : 'date';
  const isDated = kind === 'publications' || kind === 'awards' || kind === 'certificates';
  return compact([
    [titleKey(kind), text],
    [key, isDated && start ? toIsoDate(start) : undefined],
  ]);
}

function toTextRecords(kind: SectionKind, text: string): Resume[] {
  const isList = kind === 'languages' || kind === 'skills' || kind === 'interests';
  return isList ? splitWords(text).map((word) => toTextRecord(kind, word)) : [toTextRecord(kind, text)];
}

function titleKey(kind: SectionKind): string {
  if (kind === 'awards') return 'title';
  return kind === 'references' ? 'reference' : 'name';
}
