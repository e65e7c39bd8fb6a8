/** The parts of JSON Resume 1.0.0 that mdcv writes. Every object may have further properties, but for the whole. */
export interface JsonResume {
  $schema: string;
  basics: Record<string, unknown>;
  meta: Record<string, unknown>;
  [section: string]: unknown;
}

/** Sections in the order of the schema. */
export const resumeKeys = [
  'work',
  'volunteer',
  'education',
  'awards',
  'certificates',
  'publications',
  'skills',
  'languages',
  'interests',
  'references',
  'projects',
] as const;
export type ResumeKey = (typeof resumeKeys)[number];

export const resumeSchema = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';

/** A record without what says nothing. Keys come from labels, so that they are set as data. */
export function compact(pairs: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(pairs.filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
