/**
 * The front matter: the shape that the rest of mdcv works with, and the schema of what authors write. Building a CV needs only
 * the types of this file, so that zod is not loaded: reading goes by `front-matter-keys.ts`, the source of both.
 */
import { z } from 'zod';
import type { EngineName } from '../../engine/engine.ts';
import type { PostalAddress } from '../../model/cv.ts';
import type { PdfProfile } from '../../model/pdf-profile.ts';
import { type KeyRule, type KeyShape, keyRules } from './front-matter-keys.ts';

/** A value with the place of its YAML node, so that a later stage can point at it. */
export interface Placed<T> {
  value: T;
  position?: import('unist').Position | undefined;
}

/** A form of the CV that `variants:` describes. */
export interface Variant {
  name: string;
  /** Of its name. */
  position?: import('unist').Position | undefined;
  /** Tags that go in, beside what has none, the variant's name among them; missing where everything goes in. */
  include?: Placed<string>[] | undefined;
  /** Tags that stay out, whatever other tags say. */
  exclude: Placed<string>[];
  /** Whose it is: the letter's own, that of the CV that the letter goes with, or missing where both or nothing but a CV have it. */
  of?: 'letter' | 'cv' | undefined;
}

/** Lines of an address, and its parts where the author named them. */
export interface PlacedAddress extends Placed<string[]> {
  parts?: PostalAddress | undefined;
}

/** The front matter as it is for one variant in one language: their values stand in the place of others. */
export interface FrontMatter {
  name?: Placed<string>;
  firstname?: Placed<string>;
  lastname?: Placed<string>;
  author?: Placed<string>;
  title?: Placed<string>;
  /** headline, subtitle or label */
  headline?: Placed<string>;
  /** photo, picture or image; empty for none */
  photo?: Placed<string>;
  /** Lines in the author's order; postcode, city and state are one. */
  address?: PlacedAddress;
  /** email, phone, mobile, fax, homepage, website, url, location, github … in the author's order; lists are several entries. */
  contacts: { key: string; value: Placed<string> }[];
  /** The language that is built. */
  lang?: Placed<string>;
  /** All languages that the CV is written in, of whatever variant; the first is that of the CV as such. */
  languages?: string[];
  /** The languages that this variant is built in. */
  variantLanguages?: string[];
  variants?: Variant[];
  /** The variant that these values are of; missing for the whole CV. */
  variant?: Placed<string> | undefined;
  /** `variant:`, what is built where nothing is asked for: a variant, `all` or `none`. */
  defaultVariant?: Placed<string>;
  /** Of a letter's own variant: the variant of its CV that it goes with. */
  cvVariant?: Placed<string>;
  date?: Placed<string>;
  keywords?: Placed<string[]>;
  /** Markdown. */
  summary?: Placed<string>;
  /** Markdown. */
  footer?: Placed<string>;
  bibliography?: Placed<string[]>;
  /** Other names of the person, as plain text. */
  aliases?: Placed<string[]>;
  /** Names of venues: the key and its texts name the same, the shortest is the short name. */
  venues?: Placed<Record<string, Placed<string>[]>>;
  /** Defaults of publications blocks by name, unchecked. */
  publications?: Placed<Record<string, Placed<string | number | boolean>>>;
  /** pandoc's: keys with their `@`. */
  nocite?: Placed<string[]>;
  /** Fields that a public CV leaves out, by their keys. */
  private?: Placed<string[]>;
  template?: Placed<string>;
  engine?: Placed<EngineName>;
  toolchain?: Placed<'auto' | 'local' | 'managed' | 'docker'>;
  profile?: Placed<PdfProfile>;
  lock?: Placed<boolean>;
  /** Template options by name, unchecked: the template's manifest checks them. */
  options?: Placed<Record<string, Placed<string | number | boolean>>>;
  /** Options of the template that a variant names beside keys, unchecked like `options`. */
  variantOptions?: Placed<Record<string, Placed<string | number | boolean>>>;
  /** Whether the variant is set in another template than the CV as such, which `options` may be written for. */
  hasOtherTemplate?: boolean;
  /** How many pages the CV may take. */
  pages?: Placed<number>;
  /** Whether the look is tightened until the CV fits `pages`. */
  fit?: Placed<boolean>;
  /** Codes of messages that are not to be told, each with the author's reason. The codes are unchecked. */
  checks?: Placed<Record<string, Placed<string>>>;
  /** Whether the file is a CV or a letter, where its name does not tell. */
  kind?: Placed<'cv' | 'letter'>;
  /** Of a letter, as the next ones: path of its CV, empty for none. */
  cv?: Placed<string>;
  recipient?: Placed<Placed<string>[]>;
  subject?: Placed<string>;
  opening?: Placed<string>;
  closing?: Placed<string>;
  /** Path of an image. */
  signature?: Placed<string>;
  enclosures?: Placed<Placed<string>[]>;
  /** What other formats say about the document; for `mdcv export`. */
  meta?: Placed<Record<string, Placed<string | number | boolean>>>;
  /** pandoc's */
  geometry?: Placed<string>;
  fontsize?: Placed<string>;
  mainfont?: Placed<string>;
  /** `raw: latex` lets raw LaTeX through. */
  raw?: Placed<'latex'>;
  /** `math: true` turns `$…$` into mathematics. */
  math?: Placed<boolean>;
}

/** The front matter as a JSON Schema (draft 2020-12), for editors that complete and check YAML. */
export function frontMatterJsonSchema(): object {
  return {
    title: 'Front matter of a CV for mdcv',
    ...z.toJSONSchema(frontMatterSchema, { target: 'draft-2020-12', io: 'input', reused: 'ref' }),
  };
}

const text = z.union([z.string(), z.number()]);
const texts = z.union([text, z.array(text)]);
const contacts = z.record(z.string(), texts);
const author = z.looseObject({ name: z.nullish(z.union([text, z.record(z.string(), text)])) });
/** `{file: own.bib}`, or a file for each list or language; what else tools write there is warned of. */
const files = z.record(
  z.string(),
  z.nullish(z.union([texts, z.boolean(), z.record(z.string(), z.unknown())])),
);
const optionValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const languageTag = z.string().regex(/^[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/);
const shapes: Record<Exclude<KeyShape, 'choice' | 'variants'>, z.ZodType> = {
  text: byLanguage(text),
  name: z.union([text, z.record(z.string(), text)]),
  names: z.union([texts, author, z.array(z.union([text, author]))]),
  markdown: byLanguage(text),
  texts: z.union([texts, contacts, z.array(z.union([text, contacts]))]),
  words: byLanguage(texts),
  // These may be mappings of whatever keys, those of languages among them.
  address: z.union([texts, z.record(z.string(), texts)]),
  contact: z.union([text, contacts, z.array(z.union([text, contacts]))]),
  list: byLanguage(texts),
  files: z.union([texts, files, z.array(z.union([text, files]))]),
  boolean: byLanguage(z.boolean()),
  count: byLanguage(z.int().positive()),
  fit: byLanguage(z.union([z.boolean(), z.int().positive()])),
  languages: texts,
  reasons: z.record(z.string(), z.string()),
  options: z.union([optionValues, z.record(languageTag, optionValues)]),
  venues: z.record(z.string(), texts),
  lines: z.union([texts, z.record(z.string(), z.union([texts, z.record(z.string(), texts)]))]),
  'placed-list': byLanguage(texts),
};

/** A value, or one for each language. */
function byLanguage(type: z.ZodType): z.ZodType {
  return z.union([type, z.record(languageTag, z.nullish(type))]);
}

/** Every key and alias, from the same rules that `front-matter-parse.ts` reads by. Unknown keys are warned of, not refused. */
function toKeys(rules: [string, KeyRule][], variants: z.ZodType): Record<string, z.ZodType> {
  return Object.fromEntries(
    rules.flatMap(([key, rule]) => {
      const shape = rule.shape === 'choice' ? byLanguage(z.enum(rule.values)) : undefined;
      const known = rule.shape === 'choice' || rule.shape === 'variants' ? variants : shapes[rule.shape];
      // A key that is left empty counts as missing.
      const type = z.nullish(shape ?? known);
      const also = (rule.aliases ?? []).map((alias) => [alias, type.describe(`Same as \`${key}\`.`)]);
      return [[key, type.describe(rule.description)], ...also];
    }),
  );
}

const rules: [string, KeyRule][] = Object.entries(keyRules);
const keysOfVariant = rules.filter(([key]) => key !== 'variants' && key !== 'variant');
const variant = z.looseObject({
  include: z
    .nullish(texts)
    .describe('Tags that go in beside what has none, or `all`; the name of the variant is one of them.'),
  exclude: z.nullish(texts).describe('Tags that stay out.'),
  ...toKeys(keysOfVariant, z.never()),
});
const variantName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u);
const frontMatterSchema: z.ZodType = z.looseObject(toKeys(rules, z.record(variantName, z.nullish(variant))));
