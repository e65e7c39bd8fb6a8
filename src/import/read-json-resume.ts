import type { VFile } from 'vfile';
import { furtherTitle, sectionTitle } from '../formats/section-kinds.ts';
import type { DescribedContact, DescribedSection, Description } from './description.ts';
import { createFields, type Fields, leavesOf } from './fields.ts';
import { toLeftLines } from './left-lines.ts';
import { toOpenBlocks, toSectionTitle } from './open-blocks.ts';
import { resumeSections, toResumeBlocks } from './resume-sections.ts';
import { isWebAddress } from './rich-text.ts';
import { isRecordList, type SourceNode, valueAt } from './source-tree.ts';
import { spreadPositions } from './spread-positions.ts';

/**
 * Reads JSON Resume, of the versions 0 and 1.
 * @see https://jsonresume.org/schema
 */
export function readJsonResume(file: SourceNode, lang: string, vfile: VFile): Description {
  const root = spreadPositions(file);
  const fields = createFields(root, '', vfile);
  const basics = fields.record('basics', 'bio');
  const description = readBasics(basics, lang);
  if (description.summary.length === 0)
    description.summary = fields.flow('summary', 'personal-statement', 'personal_statement', 'about');
  description.sections = readSections(root, fields, lang, vfile);
  const meta = fields.record('meta');
  const schema = fields.text('$schema');
  if (schema !== undefined) description.settings.push({ path: '$schema', value: schema });
  readMeta(meta, description);
  addFurther(description, fields);
  return description;
}

/** What is said about the person: `basics` of both formats. YAMLResume has location and profiles beside it. */
export function readBasics(
  basics: Fields | undefined,
  lang: string,
  beside: Fields | undefined = basics,
): Description {
  const location = beside?.isMap('location') ? beside.record('location') : undefined;
  const contacts: DescribedContact[] = [];
  const add = (key: string, value: string | undefined): void => {
    if (value !== undefined) contacts.push({ key, value });
  };
  const person = {
    name: basics?.text('name'),
    headline: basics?.text('label', 'headline'),
    photo: basics?.text('image', 'picture'),
    address: {
      street: location?.lines('address'),
      postcode: location?.text('postalCode'),
      city: location?.text('city'),
      region: location?.text('region', 'state'),
      country: location?.text('countryCode', 'country'),
    } as Description['person']['address'],
    contacts,
  };
  // A town by itself; where it is a map, it is taken already.
  add('location', location ? undefined : beside?.text('location'));
  add('email', basics?.text('email'));
  add('phone', basics?.text('phone'));
  add('homepage', basics?.text('url', 'website'));
  for (const { key, value } of basics?.record('websites')?.pairs() ?? [])
    for (const leaf of leavesOf(value, [key])) contacts.push({ network: key, url: leaf.value });
  const profiles = readProfiles(beside);
  const isEmpty = (one: DescribedContact): boolean => !('key' in one) && !one.username && !one.url;
  contacts.push(...profiles.filter((one) => !isEmpty(one)));
  return {
    lang,
    person,
    summary: basics?.flow('summary', 'about', 'aboutMe', 'about_me', 'objective') ?? [],
    sections: [],
    frontMatter: [],
    // A network by itself leads nowhere.
    settings: profiles.filter(isEmpty).flatMap((one) => {
      const network = 'network' in one ? one.network : undefined;
      return network === undefined ? [] : [{ path: 'profiles.network', value: network }];
    }),
  };
}

/** A list of networks; in the first version a map of user names by network. */
function readProfiles(fields: Fields | undefined): DescribedContact[] {
  if (fields?.isMap('profiles'))
    return (fields.record('profiles')?.pairs() ?? []).flatMap(({ key, value }) =>
      leavesOf(value, [key]).map((leaf) =>
        isWebAddress(leaf.value) ? { network: key, url: leaf.value } : { network: key, username: leaf.value },
      ),
    );
  return (fields?.records('profiles') ?? []).map((profile) => ({
    network: profile.text('network', 'name'),
    username: profile.text('username'),
    url: profile.text('url', 'website'),
  }));
}

/**
 * Sections in the order of the file.
 * @param listsAreHighlights see `toResumeBlocks`
 */
export function readSections(
  root: SourceNode,
  fields: Fields,
  lang: string,
  vfile: VFile,
  listsAreHighlights = false,
): DescribedSection[] {
  const keys = root.type === 'map' ? root.pairs.map(({ key }) => key) : [];
  return [...new Set(keys)].flatMap((key) => {
    const kind = resumeSections.get(key);
    const isOpen = !kind && key !== 'profiles' && isRecordList(valueAt(root, key));
    const open = isOpen ? fields.node(key) : undefined;
    if (open) return [{ title: toSectionTitle(key), blocks: toOpenBlocks(open, key, lang, vfile) }];
    if (!kind) return [];
    const blocks = toResumeBlocks(kind, fields.records(key), lang, listsAreHighlights);
    return blocks.length > 0 ? [{ title: sectionTitle(kind, lang), blocks }] : [];
  });
}

function readMeta(meta: Fields | undefined, description: Description): void {
  const kept: [string, string][] = [];
  for (const { key, value } of meta?.pairs() ?? []) {
    if (value.type === 'scalar' && key !== '__proto__') kept.push([key, value.value]);
    else
      description.settings.push(
        ...leavesOf(value, ['meta', key]).map((leaf) => ({ path: leaf.path.join('.'), value: leaf.value })),
      );
  }
  if (kept.length > 0) description.frontMatter.push(['meta', new Map(kept)]);
}

/** What nothing has asked for, in a section at the end. */
export function addFurther(description: Description, fields: Fields): void {
  // The map around the whole CV says nothing about a field.
  const left = fields.left().map((one) => ({
    ...one,
    path: one.path.length > 1 && wholes.has(one.path[0] as string) ? one.path.slice(1) : one.path,
  }));
  const nodes = toLeftLines(left, description.lang);
  if (nodes.length > 0)
    description.sections.push({ title: furtherTitle(description.lang), blocks: [{ type: 'flow', nodes }] });
}

const wholes: ReadonlySet<string> = new Set(['basics', 'content', 'cv']);
