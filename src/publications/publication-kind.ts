import type { PublicationKind } from '../model/publication.ts';
import type { BibEntry } from './bib-entry.ts';
import { texToText } from './tex-to-text.ts';

/** Entry types of BibTeX and BibLaTeX, and those that Zotero, JabRef and ACM write. */
const types: Readonly<Record<string, PublicationKind>> = {
  article: 'journal',
  suppperiodical: 'journal',
  review: 'journal',
  inproceedings: 'conference',
  conference: 'conference',
  proceedings: 'editorship',
  mvproceedings: 'editorship',
  collection: 'editorship',
  mvcollection: 'editorship',
  periodical: 'editorship',
  book: 'book',
  mvbook: 'book',
  booklet: 'book',
  inbook: 'chapter',
  bookinbook: 'chapter',
  suppbook: 'chapter',
  incollection: 'chapter',
  suppcollection: 'chapter',
  inreference: 'chapter',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  bachelorsthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  manual: 'report',
  presentation: 'talk',
  talk: 'talk',
  lecture: 'talk',
  performance: 'talk',
  patent: 'patent',
  software: 'software',
  artifactsoftware: 'software',
  dataset: 'dataset',
  data: 'dataset',
  artifactdataset: 'dataset',
  online: 'online',
  electronic: 'online',
  www: 'online',
  webpage: 'online',
  preprint: 'preprint',
  unpublished: 'preprint',
};
const kinds: ReadonlyMap<string, PublicationKind> = new Map(Object.entries(types));

/** Places of preprints, as journals or publishers are named in the wild; `Corr. Sci.` is about corrosion. */
const archive =
  /\b(?:arxiv|corr(?!\.)|bio-?rxiv|med-?rxiv|chem-?rxiv|psyarxiv|ssrn|preprint|e-?print|hal|osf)\b/i;

/** In the order in which academics list them, which is the order of groups. */
export const kindsInOrder: readonly PublicationKind[] = [
  'journal',
  'conference',
  'preprint',
  'book',
  'chapter',
  'editorship',
  'thesis',
  'report',
  'talk',
  'patent',
  'software',
  'dataset',
  'online',
  'other',
];

/** What stands before a number, `[J3]`. */
export const kindPrefixes: Readonly<Record<PublicationKind, string>> = {
  journal: 'J',
  conference: 'C',
  preprint: 'P',
  book: 'B',
  chapter: 'BC',
  editorship: 'E',
  thesis: 'T',
  report: 'R',
  talk: 'K',
  patent: 'PT',
  software: 'S',
  dataset: 'D',
  online: 'W',
  other: 'O',
};

/** What a publication is, by its entry type and, for articles and the types that hold anything, by where it appeared. */
export function toPublicationKind(entry: BibEntry): PublicationKind {
  const kind = kinds.get(entry.type) ?? 'other';
  const has = (name: string): boolean => entry.fields.has(name);
  const text = (name: string): string => texToText(entry.fields.get(name)?.value ?? '');
  if (entry.type === 'unpublished') return has('eventtitle') || has('venue') ? 'talk' : 'preprint';
  if (kind === 'journal') {
    const journal = text('journaltitle') || text('journal');
    return archive.test(journal) || (journal === '' && isEprint(entry)) ? 'preprint' : 'journal';
  }
  if (kind !== 'online' && kind !== 'other') return kind;
  if (isEprint(entry) || archive.test(`${text('howpublished')} ${text('publisher')}`)) return 'preprint';
  return kind;
}

function isEprint({ fields }: BibEntry): boolean {
  const type = (fields.get('eprinttype') ?? fields.get('archiveprefix'))?.value;
  return type === undefined ? fields.has('eprint') : !/pubmed|pmid|jstor|hdl|googlebooks/i.test(type);
}
