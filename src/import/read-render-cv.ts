import type { VFile } from 'vfile';
import type { DescribedContact, Description } from './description.ts';
import { createFields, type Fields } from './fields.ts';
import { keepSettings } from './keep-settings.ts';
import { toOpenBlocks, toSectionTitle } from './open-blocks.ts';
import { addFurther } from './read-json-resume.ts';
import { isRecordList, type SourceNode, valueAt } from './source-tree.ts';
import { tellLanguage } from './tell-language.ts';
import { toLanguageTag } from './to-language-tag.ts';

/**
 * Reads RenderCV.
 * @see https://docs.rendercv.com/user_guide/yaml_input_structure/
 */
export function readRenderCv(root: SourceNode, lang: string | undefined, vfile: VFile): Description {
  const fields = createFields(root, '', vfile);
  const cv = fields.record('cv');
  const locale = fields.record('locale', 'locale_catalog');
  const language = locale?.text('language');
  const tag = toLanguageTag(language);
  const description: Description = {
    lang: lang ?? tag ?? tellLanguage(root),
    person: {
      name: cv?.text('name'),
      headline: cv?.text('headline', 'label'),
      photo: cv?.text('photo'),
      address: {},
      contacts: readContacts(cv),
    },
    summary: cv?.flow('summary') ?? [],
    sections: [],
    frontMatter: [],
    settings: language !== undefined && !tag ? [{ path: 'locale.language', value: language }] : [],
  };
  const add = (title: string, node: SourceNode, path: string): void => {
    const blocks = toOpenBlocks(node, path, description.lang, vfile);
    if (blocks.length > 0) description.sections.push({ title, blocks });
  };
  for (const { key, value } of cv?.record('sections')?.pairs() ?? [])
    add(toSectionTitle(key), value, `cv.sections.${key}`);
  readFirstVersion(root, cv, add);
  const order = cv?.texts('section_order').map((title) => title.toLowerCase()) ?? [];
  const place = ({ title }: { title: string }): number => order.indexOf(title.toLowerCase());
  description.sections.sort((a, b) => place(a) - place(b));
  const design = fields.record('design');
  if (design) readDesign(design, description);
  const settings = fields.record('settings', 'rendercv_settings');
  keepSettings('design', design, description);
  keepSettings('locale', locale, description);
  keepSettings('settings', settings, description);
  addFurther(description, fields);
  return description;
}

/** In its first version, sections stand beside the name, and those of one's own in `custom_sections`. */
function readFirstVersion(
  root: SourceNode,
  cv: Fields | undefined,
  add: (title: string, node: SourceNode, path: string) => void,
): void {
  const whole = valueAt(root, 'cv');
  for (const { key, value } of whole?.type === 'map' ? whole.pairs : []) {
    if (!isRecordList(value) || key === 'custom_sections') continue;
    const node = cv?.node(key);
    if (node) add(toSectionTitle(key), node, `cv.${key}`);
  }
  for (const [index, custom] of (cv?.records('custom_sections') ?? []).entries()) {
    const entries = custom.node('entries');
    custom.text('entry_type');
    if (entries) add(custom.text('title') ?? '', entries, `cv.custom_sections[${index}].entries`);
  }
}

function readContacts(cv: Fields | undefined): DescribedContact[] {
  const contacts: DescribedContact[] = [];
  for (const [key, name] of [
    ['location', 'location'],
    ['email', 'email'],
    ['phone', 'phone'],
    ['homepage', 'website'],
  ] as const)
    for (const value of cv?.texts(name) ?? []) contacts.push({ key, value: value.replace(/^tel:/, '') });
  for (const network of cv?.records('social_networks') ?? [])
    contacts.push({
      network: network.text('network'),
      username: network.text('username'),
      url: network.text('url'),
    });
  for (const connection of cv?.records('custom_connections') ?? []) {
    const url = connection.text('url');
    contacts.push({ username: connection.text('placeholder'), url });
    connection.text('fontawesome_icon');
  }
  return contacts;
}

/** RenderCV's themes in the look that is nearest to them. */
const themes: ReadonlyMap<string, string> = new Map([
  ['moderncv', 'classic'],
  ['classic', 'academic'],
  ['banking', 'banking'],
]);

function readDesign(design: Fields, description: Description): void {
  const theme = design.text('theme');
  const template = theme === undefined ? undefined : themes.get(theme);
  if (template) description.frontMatter.push(['template', template]);
  else if (theme !== undefined) description.settings.push({ path: 'design.theme', value: theme });
  const page = design.record('page');
  const size = page?.text('size');
  if (size === 'a4' || size === 'us-letter')
    description.frontMatter.push(['options', new Map([['paper', size === 'a4' ? 'a4' : 'letter']])]);
  else if (size !== undefined) description.settings.push({ path: 'design.page.size', value: size });
}
