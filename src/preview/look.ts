import { realpathSync, statSync } from 'node:fs';
import type { BuildResult } from '../build.ts';
import {
  editFrontMatter,
  type FrontMatterEdit,
  hasValue,
} from '../content/front-matter/front-matter-edit.ts';
import { canonicalKey } from '../content/front-matter/front-matter-keys.ts';
import { documentName } from '../content/letter/document-name.ts';
import { type Edition, noVariant } from '../model/edition.ts';
import { requireNamedFile } from '../named-file.ts';
import { MdcvError } from '../problem.ts';
import { writePublished } from '../publish-file.ts';
import { listEditions } from '../selection/list-editions.ts';
import { projectTemplates } from '../template/find-template.ts';
import { listTemplates, loadTemplate, type Template } from '../template/load-template.ts';
import type { TemplateOption } from '../template/manifest.ts';
import { optionSynonyms, toOptionValue } from '../template/resolve-options.ts';
import type { BuildChoices } from '../watch/watch.ts';
import type { Look, LookChange, LookOption } from './protocol.ts';

/** What was chosen on the page and is not in the CV; an edition that the command line names is chosen from the start. */
export interface Chosen extends Edition {
  template?: string | undefined;
  options: Record<string, string | boolean>;
}

/** What the last build set. */
export type SetLook = Pick<BuildResult, 'template' | 'options' | 'variant' | 'lang' | 'frontMatter'> & {
  cv: Pick<BuildResult['cv'], 'letter'>;
};

/** The templates that can be chosen, of mdcv's own for a CV that is not trusted; the one that the command line names by its path is one of them. */
export async function findTemplates(
  file: string,
  named: string | undefined,
  isUntrusted: boolean = false,
): Promise<Template[]> {
  const folders = isUntrusted ? [] : projectTemplates(file);
  const templates = await listTemplates(folders);
  if (named === undefined) return templates;
  const own = await loadTemplate(named, folders);
  return [own, ...templates.filter(({ name }) => name !== own.name)];
}

/** What the switch shows: what the last build set, and what was chosen since. */
export function toLook(templates: readonly Template[], set: SetLook, chosen: Chosen): Look {
  const template = chosen.template ?? set.template;
  const options = templates.find(({ name }) => name === template)?.manifest.options ?? {};
  const currentValue = (name: string, option: TemplateOption): string | boolean | undefined => {
    if (Object.hasOwn(chosen.options, name)) return toOptionValue(option, chosen.options[name] ?? '');
    return template === set.template ? set.options[name] : toOptionValue(option, option.default);
  };
  return {
    templates: templates.map(({ name, manifest: { title, description } }) => ({ name, title, description })),
    template,
    document: documentName(set.cv),
    ...toEditions(set, chosen),
    options: Object.entries(options).flatMap(([name, option]) =>
      toLookOption(name, option, currentValue(name, option)),
    ),
    isChosen: chosen.template !== undefined || Object.keys(chosen.options).length > 0,
  };
}

function toEditions(set: SetLook, chosen: Chosen): Pick<Look, 'variants' | 'variant' | 'languages' | 'lang'> {
  const { variants = [], variantLanguages = [] } = set.frontMatter;
  return {
    variants: variants.length > 0 ? [noVariant, ...variants.map(({ name }) => name)] : [],
    variant: chosen.variant ?? set.variant ?? noVariant,
    languages: variantLanguages.length > 1 ? variantLanguages : [],
    lang: chosen.lang ?? set.lang,
  };
}

function toLookOption(name: string, option: TemplateOption, set: string | boolean | undefined): LookOption[] {
  const { description } = option;
  switch (option.type) {
    case 'colour': {
      const values = Object.entries(option.names).map(([value, hex]) => ({ value, hex }));
      const hex = `#${String(set ?? '').toLowerCase()}`;
      const value =
        values.find((named) => named.hex === hex)?.value ?? (set === undefined ? option.default : hex);
      return [{ name, description, type: 'colour', values, value }];
    }
    case 'choice':
      return [
        {
          name,
          description,
          type: 'choice',
          values: option.values.map((value) => ({ value })),
          value: set ?? option.default,
        },
      ];
    case 'boolean':
      return [{ name, description, type: 'boolean', values: [], value: set ?? option.default }];
    case 'length':
    case 'number':
      // Nothing that a switch could offer.
      return [];
  }
}

/**
 * What is chosen after a change; what does not fit the new template is left behind.
 * @param set missing where nothing was set yet
 * @throws MdcvError `bad-argument`
 */
export function changeLook(
  templates: readonly Template[],
  set: SetLook | undefined,
  chosen: Chosen,
  change: LookChange,
): Chosen {
  const name = change.template ?? chosen.template ?? set?.template ?? '';
  const template = templates.find((candidate) => candidate.name === name);
  if (!template) throw new MdcvError('bad-argument', `Cannot find a template named \`${name}\``);
  const fits = ([option, value]: [string, string | boolean]): boolean =>
    Object.hasOwn(template.manifest.options, option) &&
    toOptionValue(template.manifest.options[option] as TemplateOption, value) !== undefined;
  const asked = Object.entries(change.options ?? {});
  const wrong = asked.find((entry) => !fits(entry));
  if (wrong) throw new MdcvError('bad-argument', `Cannot set \`${wrong[0]}\` to \`${wrong[1]}\``);
  return {
    ...changeEdition(set, chosen, change),
    template: change.template ?? chosen.template,
    options: Object.fromEntries([...Object.entries(chosen.options), ...asked].filter(fits)),
  };
}

function changeEdition(set: SetLook | undefined, chosen: Chosen, { variant, lang }: LookChange): Edition {
  const { variants = [], variantLanguages = [] } = set?.frontMatter ?? {};
  const names = [noVariant, ...variants.map(({ name }) => name)];
  if (variant !== undefined && !names.includes(variant))
    throw new MdcvError('bad-argument', `Cannot find a variant named \`${variant}\``);
  if (lang !== undefined && !variantLanguages.includes(lang))
    throw new MdcvError('bad-argument', `Cannot show this in \`${lang}\`, it is not written in it`);
  return { variant: variant ?? chosen.variant, lang: lang ?? chosen.lang };
}

/** A language goes where the variant is not written in it; its first one then stands in. */
export async function keepLanguage(file: string, chosen: Chosen): Promise<Chosen> {
  const { variant, lang } = chosen;
  if (lang === undefined) return chosen;
  const editions = await listEditions(file, { variant });
  return editions.some((edition) => edition.lang === lang) ? chosen : { ...chosen, lang: undefined };
}

/** In place of what the command line says, but for the template where none was chosen. */
export function toChoices({ template, variant, lang, options }: Chosen): BuildChoices {
  return { ...(template !== undefined && { template }), variant, lang, options };
}

/**
 * Writes what was chosen into the front matter of the CV: into the variant that is shown where it says that itself, else where it holds for all.
 * @throws MdcvError `cannot-edit`, `cannot-write`
 */
export function writeLook(file: string, { template, options }: Chosen, set: SetLook): void {
  // A link stays one.
  const path = realpathSync(file);
  const before = readText(path);
  const { variant, lang } = set;
  const own = variant === undefined ? [] : ['variants', variant];
  const isSaid = (place: readonly string[]): boolean => hasValue(before, place, isSpelling);
  const edit = (value: string | boolean, ...places: string[][]): FrontMatterEdit => {
    const place = places.find(isSaid) ?? (places.at(-1) as string[]);
    return { path: isSaid([...place, lang]) ? [...place, lang] : place, value };
  };
  // What stands beside the variants is for their templates, too, unless this one has its own.
  const isApart = own.length > 0 && isSaid([...own, 'template']);
  const edits: FrontMatterEdit[] = [
    ...(template === undefined ? [] : [edit(template, [...own, 'template'], ['template'])]),
    ...Object.entries(options).map(([name, value]) =>
      edit(value, [...own, name], [...own, 'options', name], [...(isApart ? own : []), 'options', name]),
    ),
  ];
  const text = editFrontMatter(before, edits, isSpelling);
  try {
    writePublished(path, text, statSync(path).mode & 0o777);
  } catch (cause) {
    throw new MdcvError('cannot-write', (cause as Error).message, { hint: 'The file is as it was.', cause });
  }
}

function readText(path: string): string {
  const bytes = requireNamedFile(path, 'the CV');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new MdcvError('cannot-edit', 'Cannot write into the file, it is not written in UTF-8', {
      hint: 'Open it in your editor and save it with the encoding UTF-8.',
      cause,
    });
  }
}

/** Of keys of the front matter and of names of options. */
function isSpelling(written: string, key: string): boolean {
  return written === key || optionSynonyms[written] === key || canonicalKey(written) === key;
}
