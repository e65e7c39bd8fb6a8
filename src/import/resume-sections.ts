/** The sections that JSON Resume and YAMLResume have in common, as mdcv's sections: entries with fields in mdcv's order, and labelled lines. */
import type { RootContent } from 'mdast';
import { VFile } from 'vfile';
import { type FieldLabel, fieldLabel } from '../formats/field-labels.ts';
import type { SectionKind } from '../formats/section-kinds.ts';
import type { DescribedBlock, DescribedDate, DescribedEntry, DescribedField } from './description.ts';
import type { Fields } from './fields.ts';
import { joinDegree } from './join-degree.ts';
import { toLineBlocks } from './labelled-lines.ts';
import { hasLink, withList, withTitle } from './left-lines.ts';
import {
  joinWords,
  toAddress,
  toLabelled,
  toLabelledFlow,
  toLink,
  toList,
  toMarkedText,
  toParagraph,
  toText,
  toWebAddress,
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
      ['position', 'position', 'title', 'role'],
      ['organisation', 'name', 'company', 'employer'],
      ['place', 'location'],
    ],
    linked: 1,
  },
  volunteer: {
    fields: [
      ['position', 'position', 'title', 'role'],
      ['organisation', 'organization', 'organisation', 'name', 'company'],
      ['place', 'location'],
    ],
    linked: 1,
  },
  education: {
    fields: [['degree'], ['organisation', 'institution', 'school', 'name'], ['place', 'location']],
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
      ['name', 'name', 'title'],
      ['publisher', 'publisher', 'journal'],
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
      ['organisation', 'issuer', 'issuingOrganization', 'authority', 'organization'],
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
  return toLineBlocks(kind, records, lang);
}

function toEntry(
  kind: SectionKind,
  shape: Shape,
  fields: Fields,
  lang: string,
  listsAreHighlights: boolean,
): DescribedEntry {
  const url = fields.text('url', 'website', 'link', 'credentialURL', 'credentialUrl');
  const target = url === undefined ? undefined : toWebAddress(url);
  const labelled = (label: FieldLabel, text: string | undefined): RootContent[] =>
    text === undefined ? [] : toLabelled(fieldLabel(label, lang), toText(text));
  const degree =
    kind === 'education' ? joinDegree(fields.text('studyType', 'degree'), fields.text('area')) : {};
  const described = shape.fields.map(
    ([label, ...names]): DescribedField => ({
      label,
      children: label === 'degree' ? toMarkedText(degree.title ?? '', new VFile()) : fields.marked(...names),
    }),
  );
  // The address belongs to what it is of, or else to what there is.
  const said = described.filter(({ children }) => children.length > 0);
  const linked = said.find((field) => field === described[shape.linked]) ?? said[0];
  const isLinked = linked !== undefined && target !== undefined && !hasLink(linked);
  if (linked && isLinked) linked.children = toLink(linked.children, target);
  const description = fields.flow('description');
  const summary = fields.flow('summary', 'reference');
  const body: RootContent[] = [
    ...labelled('area', degree.area),
    ...(kind === 'projects'
      ? withList('description', description, lang)
      : toLabelledFlow(fieldLabel('description', lang), description)),
    ...(listsAreHighlights ? summary : withList('summary', summary, lang)),
    ...toList(fields.flows('highlights', 'responsibilities', 'achievements')),
    ...labelled('score', fields.text('score', 'gpa', 'grade')),
    ...labelledWords('courses', fields, lang),
    ...labelledWords('keywords', fields, lang),
    ...labelledWords('roles', fields, lang),
    ...labelled('type', fields.text('type')),
    ...labelled('email', fields.text('email')),
    ...labelled('phone', fields.text('phone')),
    ...(url === undefined || isLinked ? [] : toLabelled(fieldLabel('url', lang), toAddress(url))),
  ];
  const date = toDate(fields, kind);
  return withTitle({ type: 'entry', fields: described, date, body }, fields.left(), lang);
}

/** Longer words are sentences, and stand below one another. */
const longestWord = 80;

function labelledWords(label: FieldLabel, fields: Fields, lang: string): RootContent[] {
  const words = fields.texts(label, label === 'roles' ? 'role' : label);
  const name = fieldLabel(label, lang);
  return words.some((word) => word.length > longestWord)
    ? toLabelledFlow(name, toList(words.map((word) => [toParagraph(toMarkedText(word, new VFile()))])))
    : toLabelled(name, toMarkedText(joinWords(words), new VFile()));
}

function toDate(fields: Fields, kind: SectionKind): DescribedDate | undefined {
  const start = fields.text('startDate');
  const end = fields.text('endDate');
  // What happens once has no end that is missing.
  const isSpan = kind !== 'awards' && kind !== 'certificates' && kind !== 'publications';
  if (start !== undefined || end !== undefined) return { start, end, open: isSpan && end === undefined };
  const single = fields.text('date', 'awardDate', 'releaseDate', 'issueDate', 'year');
  return single === undefined ? undefined : { start: single };
}
