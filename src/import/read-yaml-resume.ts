import type { VFile } from 'vfile';
import type { Description } from './description.ts';
import { createFields, type Fields } from './fields.ts';
import { keepSettings } from './keep-settings.ts';
import { addFurther, readBasics, readSections } from './read-json-resume.ts';
import { type SourceNode, valueAt } from './source-tree.ts';
import { tellLanguage } from './tell-language.ts';
import { toLanguageTag } from './to-language-tag.ts';

/**
 * Reads YAMLResume.
 * @see https://yamlresume.dev/docs/compiler/schema
 */
export function readYamlResume(root: SourceNode, lang: string | undefined, vfile: VFile): Description {
  const fields = createFields(root, '', vfile);
  const content = fields.record('content');
  const locale = fields.record('locale');
  const tag = lang ?? toLanguageTag(locale?.text('language')) ?? tellLanguage(root);
  const description = readBasics(content?.record('basics'), tag, content);
  if (content)
    description.sections = readSections(valueAt(root, 'content') as SourceNode, content, tag, vfile, true);
  const layouts = fields.isMap('layout') ? [fields.record('layout')] : fields.records('layouts');
  const latex = layouts.find((layout) => layout?.text('engine') === 'latex') ?? layouts[0];
  if (latex) readLayout(latex, description);
  keepSettings('locale', locale, description);
  for (const layout of layouts) keepSettings('layouts', layout, description);
  addFurther(description, fields);
  return description;
}

const templates: readonly string[] = ['banking', 'casual', 'classic', 'oldstyle', 'fancy', 'contemporary'];

function readLayout(layout: Fields, description: Description): void {
  const template = layout.text('template');
  const known = templates.find((name) => template === `moderncv-${name}`);
  if (known) description.frontMatter.push(['template', known]);
  else if (template !== undefined) description.settings.push({ path: 'layouts.template', value: template });
  const page = layout.record('page');
  const size = layout.record('typography')?.text('fontSize');
  const paper = page?.text('paperSize');
  const numbers = page?.text('showPageNumbers');
  const options = new Map<string, string | boolean>();
  if (paper === 'a4' || paper === 'letter') options.set('paper', paper);
  else if (paper !== undefined) description.settings.push({ path: 'layouts.page.paperSize', value: paper });
  if (size !== undefined && /^1[012]pt$/.test(size)) options.set('fontSize', size);
  else if (size !== undefined)
    description.settings.push({ path: 'layouts.typography.fontSize', value: size });
  if (numbers !== undefined) options.set('pageNumbers', numbers === 'true');
  if (options.size > 0) description.frontMatter.push(['options', options]);
}
