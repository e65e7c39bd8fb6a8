/** `template.json`: what a template folder says of itself. The schema is also written out as JSON Schema for editors. */
import { z } from 'zod';
import { type EngineName, engineNames } from '../engine/engine.ts';

/** An option that a CV may set under `options:` in the front matter. Values reach TeX only after this check. */
export type TemplateOption =
  | { type: 'choice'; description: string; values: string[]; default: string }
  | { type: 'boolean'; description: string; default: boolean }
  /** `min` and `max` in TeX points (1/72.27 inch). */
  | {
      type: 'length';
      description: string;
      default: string;
      min?: number | undefined;
      max?: number | undefined;
    }
  /** A factor, as a decimal number. */
  | {
      type: 'number';
      description: string;
      default: number;
      min?: number | undefined;
      max?: number | undefined;
    }
  /** `names` are offered, each with its hex value; any `#rrggbb` is taken as well. */
  | { type: 'colour'; description: string; names: Record<string, string>; default: string };

/** The parts of the model, as a manifest's `prints` names them. */
export type ModelPart = (typeof modelParts)[number];
const modelParts = [
  'name',
  'headline',
  'address',
  'contacts',
  'photo',
  'introduction',
  'sections',
  'entries',
  'items',
  'prose',
  'footer',
  'date',
  'letter',
] as const;

/** A file that the look wants but can do without; where it is missing, a `font-fallback` warning says what is used instead. */
export interface WantedFile {
  file: string;
  /** What the reader gets without it, e.g. `Latin Modern`. */
  otherwise: string;
  /** Debian package that brings it. */
  package: string;
}

/**
 * How far `fit: true` may go to set a CV on fewer pages, by option. An option that is missing here stays as it is; so does one that the
 * author has set beyond its bound.
 */
export interface FitBounds {
  /** A `choice` of sizes in points; `min` is one of its values. */
  fontSize?: { min: string } | undefined;
  /** A `length`; it is made smaller by whole millimetres, and so is `min` written. */
  margin?: { min: string } | undefined;
  /** A `number`; it is made smaller by twentieths. */
  spacing?: { min: number } | undefined;
}

export interface Manifest {
  $schema?: string | undefined;
  title: string;
  description: string;
  /** Document class, e.g. `moderncv`; `<class>.cls` is looked up in the toolchain. */
  class: string;
  /** Further files without which the template cannot be set, e.g. `moderncvstylecontemporary.sty`. */
  requires: string[];
  wants: WantedFile[];
  /** Engines that can set it, the preferred one first. */
  engines: EngineName[];
  options: Record<string, TemplateOption>;
  fit?: FitBounds | undefined;
  prints: ModelPart[];
}

const description = z.string().min(1);

const optionSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('choice'),
    description,
    values: z.array(z.string()).min(1),
    default: z.string(),
  }),
  z.strictObject({ type: z.literal('boolean'), description, default: z.boolean() }),
  z.strictObject({
    type: z.literal('length'),
    description,
    default: z.string(),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.strictObject({
    type: z.literal('number'),
    description,
    default: z.number(),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.strictObject({
    type: z.literal('colour'),
    description,
    names: z.record(z.string(), z.string().regex(/^#[0-9a-f]{6}$/)),
    default: z.string(),
  }),
]);

export const manifestSchema: z.ZodType<Manifest> = z.strictObject({
  $schema: z.string().optional(),
  title: z.string().min(1),
  description,
  class: z.string().regex(/^[a-z0-9-]+$/),
  requires: z.array(z.string()).default([]),
  wants: z
    .array(z.strictObject({ file: z.string(), otherwise: z.string(), package: z.string() }))
    .default([]),
  engines: z.array(z.enum(engineNames)).min(1),
  options: z.record(z.string().regex(/^[a-z][a-zA-Z]*$/), optionSchema),
  fit: z
    .strictObject({
      fontSize: z.strictObject({ min: z.string().regex(/^\d+(\.\d+)?pt$/) }).optional(),
      margin: z.strictObject({ min: z.string().regex(/^\d+(\.\d+)?mm$/) }).optional(),
      spacing: z.strictObject({ min: z.number().positive().max(1) }).optional(),
    })
    .optional(),
  prints: z.array(z.enum(modelParts)),
});
