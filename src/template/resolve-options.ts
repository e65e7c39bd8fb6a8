import type { VFile } from 'vfile';
import type { FrontMatter, Placed } from '../content/front-matter/front-matter.ts';
import { keyRules } from '../content/front-matter/front-matter-keys.ts';
import { nearestName } from '../nearest-name.ts';
import { addProblem, type Severity } from '../problem.ts';
import type { Manifest, TemplateOption } from './manifest.ts';

/** As it is written. */
export type OptionValue = string | number | boolean;

/** TeX points in one of each unit that TeX knows and a CV may use. */
export const pointsPerUnit: Readonly<Record<'pt' | 'mm' | 'cm' | 'in' | 'bp', number>> = {
  pt: 1,
  mm: 72.27 / 25.4,
  cm: 72.27 / 2.54,
  in: 72.27,
  bp: 72.27 / 72,
};

/** As a template gets it: safe to print into TeX. */
export type ResolvedOptions = Record<string, string | boolean>;

/** pandoc's and other people's names for our options. */
export const optionSynonyms: Readonly<Record<string, string>> = {
  color: 'colour',
  accent: 'colour',
  papersize: 'paper',
  fontsize: 'fontSize',
  margins: 'margin',
};

/**
 * The option values that a template gets: its defaults, overridden by the front matter's `options` and by pandoc's `geometry`
 * and `fontsize`, and these by `chosen`. A value of `options` that does not fit its type is a `bad-option` error, one of pandoc's keys a warning, and
 * the default stands in; what is chosen goes from template to template, so what does not fit this one is only a warning.
 * Everything that comes out is safe to print into TeX: one of the manifest's words, a length, a number, six hex digits or a boolean.
 */
export function resolveOptions(
  manifest: Manifest,
  frontMatter: FrontMatter,
  vfile: VFile,
  chosen: Readonly<Record<string, OptionValue>> = {},
): ResolvedOptions {
  const resolved: ResolvedOptions = {};
  for (const [name, option] of Object.entries(manifest.options)) {
    const value = toOptionValue(option, option.default);
    if (value !== undefined) resolved[name] = value;
  }
  for (const [name, placed, severity] of askedOptions(manifest, frontMatter, vfile)) {
    const option = manifest.options[name] as TemplateOption;
    const value = toOptionValue(option, placed.value);
    if (value !== undefined) resolved[name] = value;
    else
      addProblem(vfile, 'bad-option', {
        reason: `Cannot use \`${placed.value}\` for the option \`${name}\`, expected ${describe(option)}`,
        note: option.description,
        place: placed.position,
        severity,
      });
  }
  for (const [name, value] of Object.entries(chosen)) {
    const option = Object.hasOwn(manifest.options, name) ? manifest.options[name] : undefined;
    const fitting = option && toOptionValue(option, value);
    if (fitting !== undefined) resolved[name] = fitting;
    else
      addProblem(vfile, 'bad-option', {
        severity: 'warning',
        reason: option
          ? `Cannot use \`${value}\` for the option \`${name}\`, expected ${describe(option)}`
          : `The template has no option \`${name}\``,
        note: 'It was chosen for this build, not in the front matter.',
      });
  }
  return resolved;
}

/** The name, the value, and how bad it is where that does not fit; an error by default. */
type AskedOption = [name: string, placed: Placed<OptionValue>, severity: Severity | undefined];

function askedOptions(manifest: Manifest, frontMatter: FrontMatter, vfile: VFile): AskedOption[] {
  const asked: AskedOption[] = [];
  // pandoc's keys are written for many tools: what this template has no use for is not worth a word.
  const margin = /(?:^|,)\s*margin\s*=\s*([^,]+)/.exec(frontMatter.geometry?.value ?? '')?.[1]?.trim();
  if (margin && manifest.options.margin)
    asked.push(['margin', { value: margin, position: frontMatter.geometry?.position }, 'warning']);
  const { fontsize } = frontMatter;
  if (fontsize && manifest.options.fontSize) asked.push(['fontSize', fontsize, 'warning']);
  const { options, variantOptions, hasOtherTemplate } = frontMatter;
  for (const [key, placed] of [
    ...Object.entries(options?.value ?? {}),
    ...Object.entries(variantOptions?.value ?? {}),
  ]) {
    const name = Object.hasOwn(manifest.options, key) ? key : (optionSynonyms[key] ?? key);
    const isOfVariant = variantOptions?.value[key] === placed;
    if (Object.hasOwn(manifest.options, name)) asked.push([name, placed, undefined]);
    // It may be one of the template that the other variants are set in.
    else if (isOfVariant || !hasOtherTemplate) {
      const known = Object.keys(manifest.options);
      const nearest = nearestName(key, isOfVariant ? [...known, ...Object.keys(keyRules)] : known);
      addProblem(vfile, 'unknown-option', {
        reason: `The template has no option \`${key}\``,
        note: `${nearest ? `Did you mean \`${nearest}\`? ` : ''}It has: ${Object.keys(manifest.options).join(', ')}.`,
        place: placed.position,
      });
    }
  }
  return asked;
}

/** The value as the template gets it; nothing where it does not fit the option. */
export function toOptionValue(option: TemplateOption, value: OptionValue): string | boolean | undefined {
  switch (option.type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'choice':
      return option.values.find((choice) => choice === String(value) || choice === `${value}pt`);
    case 'length':
      return toLength(option, String(value));
    case 'number':
      return toFactor(option, String(value));
    case 'colour': {
      const hex = option.names[String(value)] ?? String(value);
      return /^#[0-9a-f]{6}$/i.test(hex) ? hex.slice(1).toUpperCase() : undefined;
    }
  }
}

function toLength(option: Extract<TemplateOption, { type: 'length' }>, value: string): string | undefined {
  const match = /^(\d{1,4}(?:\.\d{1,4})?)\s*(pt|mm|cm|in|bp)$/.exec(value.trim());
  if (!match) return undefined;
  const points = Number(match[1]) * pointsPerUnit[match[2] as keyof typeof pointsPerUnit];
  if (points < (option.min ?? 0) || points > (option.max ?? Number.POSITIVE_INFINITY)) return undefined;
  return `${match[1]}${match[2]}`;
}

function toFactor(option: Extract<TemplateOption, { type: 'number' }>, value: string): string | undefined {
  if (!/^\d{1,4}(?:\.\d{1,4})?$/.test(value)) return undefined;
  const factor = Number(value);
  if (factor < (option.min ?? 0) || factor > (option.max ?? Number.POSITIVE_INFINITY)) return undefined;
  return String(factor);
}

function describe(option: TemplateOption): string {
  switch (option.type) {
    case 'boolean':
      return '`true` or `false`';
    case 'choice':
      return `one of ${option.values.map((value) => `\`${value}\``).join(', ')}`;
    case 'length':
      return `a length such as \`${option.default}\`${describeRange(option, 'pt')}`;
    case 'number':
      return `a number such as \`${option.default}\`${describeRange(option, '')}`;
    case 'colour':
      return `one of ${Object.keys(option.names).join(', ')} or a colour such as \`#1f4e8c\``;
  }
}

function describeRange(
  { min, max }: { min?: number | undefined; max?: number | undefined },
  unit: string,
): string {
  const from = min === undefined ? '' : ` from ${min}${unit}`;
  const to = max === undefined ? '' : ` up to ${max}${unit}`;
  return from + to;
}
