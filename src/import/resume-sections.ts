/** The sections that JSON Resume and YAMLResume have in common, as mdcv's sections: entries with fields in mdcv's order, and labelled lines. */
import type { RootContent } from 'mdast';
import { type FieldLabel, fieldLabel } from '../formats/field-labels.ts';
import type { SectionKind } from '../formats/section-kinds.ts';
import { splitLevel } from '../formats/split-level.ts';
import type { DescribedBlock, DescribedDate, DescribedEntry, DescribedField } from './description.ts';
import type { Fields, LeftField } from './fields.ts';
import { humanise } from './humanise.ts';
import { joinDegree } from './join-degree.ts';
import {
  isWebAddress,
  joinWords,
  toAddress,
  toLabelled,
  toLabelledFlow,
  toLink,
  toList,
  toParagraph,
  toText,
} from './rich-text.ts';

/** Section keys of the two formats, spellings of older versions included. */
export const resumeSections: ReadonlyMap<string, SectionKind> = new Map([
  ['work', 'work'],
  ['volunteer', 'volunteer'],
  ['education', 'education'],
  ['projects', 'projects'],
  ['publications', 'publications'],
  ['awards', 'awards'],
  ['certificates', 'certificates'],
  ['certifications', 'certificates'],
  ['skills', 'skills'],
  ['languages', 'languages'],
  ['interests', 'interests'],
  ['hobbies', 'interests'],
  ['references', 'references'],
]);

interface Shape {
  /** Title, subtitle and place: names of the source, and what they are called. */
  fields: [label: FieldLabel, ...names: string[]][];
  /** Which of the fields leads to the address of the entry. */
  linked: number;
}

const shapes: Readonly<Partial<Record<SectionKind, Shape>>> = {
  work: {
    fields: [
      ['position', 'position'],
      ['organisation', 'name', 'company'],
      ['place', 'location'],
    ],
    linked: 1,
  },
  volunteer: {
    fields: [
      ['position', 'position'],
      ['organisation', 'organization', 'name'],
      ['place', 'location'],
    ],
    linked: 1,
  },
  education: {
    fields: [['degree'], ['organisation', 'institution', 'name'], ['place', 'location']],
    linked: 1,
  },
  projects: {
    fields: [
      ['name', 'name'],
      ['organisation', 'entity'],
    ],
    linked: 0,
  },
  publications: {
    fields: [
      ['name', 'name'],
      ['publisher', 'publisher'],
    ],
    linked: 0,
  },
  awards: {
    fields: [
      ['name', 'title', 'name'],
      ['organisation', 'awarder'],
    ],
    linked: 0,
  },
  certificates: {
    fields: [
      ['name', 'name', 'title'],
      ['organisation', 'issuer'],
    ],
    linked: 0,
  },
  references: {
    fields: [
      ['name', 'name'],
      ['relationship', 'relationship'],
    ],
    linked: 0,
  },
};

/**
 * The blocks of a section.
 * @param listsAreHighlights whether a list in a summary is all that the format has for highlights
 */
export function toResumeBlocks(
  kind: SectionKind,
  records: readonly Fields[],
  lang: string,
  listsAreHighlights: boolean,
): DescribedBlock[] {
  const shape = shapes[kind];
  if (shape) return records.map((fields) => toEntry(kind, shape, fields, lang, listsAreHighlights));
  return records.map((fields): DescribedBlock => ({ type: 'flow', nodes: toLabelledLine(kind, fields) }));
}

function toEntry(
  kind: SectionKind,
  shape: Shape,
  fields: Fields,
  lang: string,
  listsAreHighlights: boolean,
): DescribedEntry {
  const url = fields.text('url', 'website');
  const texts = shape.fields.map(([, ...names]) => (names.length > 0 ? fields.text(...names) : undefined));
  const labelled = (label: FieldLabel, text: string | undefined): RootContent[] =>
    text === undefined ? [] : toLabelled(fieldLabel(label, lang), toText(text));
  let area: RootContent[] = [];
  if (kind === 'education') {
    const degree = joinDegree(fields.text('studyType', 'degree'), fields.text('area'));
    texts[0] = degree.title;
    area = labelled('area', degree.area);
  }
  // The address belongs to what it is of, or else to what there is.
  const linked =
    texts[shape.linked] === undefined ? texts.findIndex((text) => text !== undefined) : shape.linked;
  const isLinked = url !== undefined && linked >= 0 && isWebAddress(url);
  const described = shape.fields.map(([label], index): DescribedField => {
    const children = toText(texts[index] ?? '');
    return { label, children: isLinked && index === linked ? toLink(children, url) : children };
  });
  const description = fields.flow('description');
  const summary = fields.flow('summary', 'reference');
  const body: RootContent[] = [
    ...area,
    ...(kind === 'projects'
      ? withList('description', description, lang)
      : toLabelledFlow(fieldLabel('description', lang), description)),
    ...(listsAreHighlights ? summary : withList('summary', summary, lang)),
    ...toList(fields.flows('highlights')),
    ...labelled('score', fields.text('score', 'gpa')),
    ...labelledWords('courses', fields, lang),
    ...labelledWords('keywords', fields, lang),
    ...labelledWords('roles', fields, lang),
    ...labelled('type', fields.text('type')),
    ...labelled('email', fields.text('email')),
    ...labelled('phone', fields.text('phone')),
    ...(url === undefined || isLinked ? [] : labelled('url', url)),
  ];
  const date = toDate(fields);
  return { type: 'entry', fields: described, date, body: [...body, ...toLeftLines(fields.left())] };
}

/** A text that needs a label only where a list in it would be taken for one of highlights. */
export function withList(field: FieldLabel, flow: readonly RootContent[], lang: string): RootContent[] {
  return flow.some(({ type }) => type === 'list') ? toLabelledFlow(fieldLabel(field, lang), flow) : [...flow];
}

function labelledWords(label: FieldLabel, fields: Fields, lang: string): RootContent[] {
  const words = fields.texts(label, label === 'roles' ? 'role' : label);
  return words.length === 0 ? [] : toLabelled(fieldLabel(label, lang), toText(joinWords(words)));
}

function toDate(fields: Fields): DescribedDate | undefined {
  const start = fields.text('startDate');
  const end = fields.text('endDate');
  if (start !== undefined || end !== undefined) return { start, end, open: end === undefined };
  const single = fields.text('date', 'awardDate', 'releaseDate');
  return single === undefined ? undefined : { start: single };
}

/** What no field of the CV takes, each with its name as a label. */
export function toLeftLines(left: readonly LeftField[]): RootContent[] {
  const byLabel = new Map<string, string[]>();
  for (const { path, value } of left) {
    const label = path.map(humanise).join(' / ');
    byLabel.set(label, [...(byLabel.get(label) ?? []), value]);
  }
  return [...byLabel].flatMap(([label, values]) => {
    const [value = ''] = values;
    if (values.length > 1) return toLabelled(label, toText(joinWords(values)));
    return toLabelled(label, isWebAddress(value) ? toAddress(value) : toText(value));
  });
}

function toFluency(level: string | undefined, keywords: readonly string[]): string {
  return [level, keywords.length > 0 && `(${joinWords(keywords)})`].filter(Boolean).join(' ');
}

/** Words and their level, so that the two can be told apart again. */
function toKeywords(keywords: readonly string[], level: string | undefined): string {
  const words = joinWords(keywords);
  const plain = [words, level !== undefined && `(${level})`].filter(Boolean).join(' ');
  const back = splitLevel(plain);
  if (back.level === level && back.words === words) return plain;
  return [`${keywords.join('; ')};`, level !== undefined && `(${level})`].filter(Boolean).join(' ');
}

/** `**Name:** words (level)`: skills, languages, interests. */
function toLabelledLine(kind: SectionKind, fields: Fields): RootContent[] {
  const name = fields.text('name', 'language') ?? '';
  const level = fields.text('level', 'fluency');
  const keywords = fields.texts('keywords');
  const text = kind === 'languages' ? toFluency(level, keywords) : toKeywords(keywords, level);
  const left = toLeftLines(fields.left().map((one) => ({ ...one, path: [name, ...one.path] })));
  if (name === '' || text === '') {
    const [alone = ''] = [name, text].filter(Boolean);
    return [...toList([alone === '' ? [] : [toParagraph(toText(alone))]]), ...left];
  }
  // A longer one is no label to mdcv.
  const isLabel = name.length < 78;
  const line = isLabel ? toLabelled(name, toText(text)) : toList([[toParagraph(toText(`${name}: ${text}`))]]);
  return [...line, ...left];
}
