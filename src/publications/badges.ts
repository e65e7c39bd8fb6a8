import type { VFile } from 'vfile';
import type { Phrase } from '../model/cv.ts';
import type { Badge } from '../model/publication.ts';
import { addProblem } from '../problem.ts';
import type { BibEntry, BibField } from './bib-entry.ts';
import { findField } from './find-field.ts';
import { doiAddress, type Identifiers, toWebAddress } from './identifiers.ts';
import { texToPhrasing } from './tex-to-phrasing.ts';
import { texToText } from './tex-to-text.ts';

/** Fields that hold the address of what comes with a publication, in the order of the badges. */
const linkFields = ['pdf', 'code', 'data', 'slides', 'poster', 'video', 'demo', 'website', 'blog'] as const;

/**
 * What stands beside a publication: links from the fields of their names, with a remark from a BibLaTeX annotation or a field,
 * `code+an = {="2K stars"}` or `code_remark = {2K stars}`, and an `award`, with or without an address.
 */
export function readBadges(entry: BibEntry, vfile: VFile): Badge[] {
  const links = linkFields.flatMap((name) => readLink(name, entry, vfile) ?? []);
  return [...links, ...readAward(entry, vfile)];
}

/** Badges for where a publication can be read, for styles that do not print its addresses. */
export function identifierBadges({ doi, arxiv, url }: Identifiers, position: Phrase['position']): Badge[] {
  const badges: Badge[] = [];
  if (doi) badges.push({ label: textPhrase('doi', position), url: doiAddress(doi) });
  if (arxiv) badges.push({ label: textPhrase('arXiv', position), url: `https://arxiv.org/abs/${arxiv}` });
  if (!doi && !arxiv && url) badges.push({ label: textPhrase('link', position), url });
  return badges;
}

function readLink(name: string, entry: BibEntry, vfile: VFile): Badge | undefined {
  const field = entry.fields.get(name);
  if (!field) return undefined;
  const url = readAddress(name, entry, vfile);
  const remark = readRemark(name, entry, vfile);
  return url || remark ? { label: textPhrase(name, field.position), url, remark } : undefined;
}

/** The web address that a field holds; what else it holds is told. */
function readAddress(name: string, { key, fields }: BibEntry, vfile: VFile): string | undefined {
  const field = fields.get(name);
  const text = texToText(field?.value ?? '');
  const url = toWebAddress(text);
  if (!url && text !== '')
    addProblem(vfile, 'unsafe-link', {
      reason: `Cannot link \`${name}\` of \`${key}\` to \`${text}\`, it is no web address`,
      note: 'Write an address that begins with `https://`: a reader of the PDF does not have your files.',
      place: field?.position,
    });
  return url;
}

function readRemark(name: string, { fields }: BibEntry, vfile: VFile): Phrase | undefined {
  const annotation = fields.get(`${name}+an`) ?? fields.get(`${name}+an:default`);
  const quoted = annotation && /^\s*=\s*"(.*)"\s*$/s.exec(annotation.value)?.[1];
  if (annotation && quoted) return toPhrase({ ...annotation, value: quoted }, vfile);
  return toPhrase(fields.get(`${name}_remark`) ?? fields.get(`${name}-remark`), vfile);
}

/** `award = {Best Paper}`; an address or `true` says no more than that there is one. */
function readAward(entry: BibEntry, vfile: VFile): Badge[] {
  const field = findField(entry, 'award', 'honor');
  const name = toPhrase(field, vfile);
  if (!field || !name) return [];
  const text = texToText(field.value);
  const address = toWebAddress(text);
  const isNameless = address !== undefined || text.toLowerCase() === 'true';
  return [
    {
      label: isNameless ? textPhrase('award', field.position) : name,
      url: address ?? readAddress('award_url', entry, vfile),
      remark: readRemark('award', entry, vfile),
    },
  ];
}

/** A field as a phrase; `undefined` where it holds nothing. */
export function toPhrase(field: BibField | undefined, vfile: VFile): Phrase | undefined {
  if (!field) return undefined;
  const children = texToPhrasing(field, vfile);
  return children.length > 0 ? { children, position: field.position } : undefined;
}

export function textPhrase(value: string, position: Phrase['position']): Phrase {
  return { children: [{ type: 'text', value, position }], position };
}
