/**
 * The front matter: the shape that the rest of mdcv works with, and the schema of what authors write. Building a CV needs only
 * the types of this file, so that zod is not loaded: reading goes by `front-matter-keys.ts`, the source of both.
 */
import { z } from 'zod';
import type { EngineName } from '../../engine/engine.ts';
import type { PdfProfile } from '../../model/pdf-profile.ts';
import { type KeyRule, type KeyShape, keyRules } from './front-matter-keys.ts';

/** A value with the place of its YAML node, so that a later stage can point at it. */
export interface Placed<T> {
  value: T;
  position?: import('unist').Position | undefined;
}

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
  address?: Placed<string[]>;
  /** email, phone, mobile, fax, homepage, website, url, location, github … in the author's order; lists are several entries. */
  contacts: { key: string; value: Placed<string> }[];
  lang?: Placed<string>;
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
    ...z.toJSONSchema(frontMatterSchema, { target: 'draft-2020-12', io: 'input' }),
  };
}

const text = z.union([z.string(), z.number()]);
const texts = z.union([text, z.array(text)]);
const contacts = z.record(z.string(), texts);
const shapes: Record<Exclude<KeyShape, 'choice'>, z.ZodType> = {
  text,
  names: texts,
  markdown: text,
  texts,
  words: texts,
  address: z.union([texts, z.record(z.string(), texts)]),
  contact: z.union([text, contacts, z.array(z.union([text, contacts]))]),
  list: texts,
  boolean: z.boolean(),
  count: z.int().positive(),
  reasons: z.record(z.string(), z.string()),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  venues: z.record(z.string(), texts),
  lines: z.union([texts, z.record(z.string(), z.union([texts, z.record(z.string(), texts)]))]),
  'placed-list': texts,
};

/** Every key and alias, from the same rules that `front-matter-parse.ts` reads by. Unknown keys are warned of, not refused. */
const frontMatterSchema: z.ZodType = z.looseObject(
  Object.fromEntries(
    Object.entries(keyRules).flatMap(([key, rule]: [string, KeyRule]) => {
      const shape = rule.shape === 'choice' ? z.enum(rule.values) : shapes[rule.shape];
      // A key that is left empty counts as missing.
      const type = z.nullish(shape);
      const also = (rule.aliases ?? []).map((alias) => [alias, type.describe(`Same as \`${key}\`.`)]);
      return [[key, type.describe(rule.description)], ...also];
    }),
  ),
);
