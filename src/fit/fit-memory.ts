import type { LookPlace } from './search-looks.ts';

/** The look that a CV was last made to fit in, for a process that builds it again and again. */
export interface FitMemory {
  /** Template, engine, pages and options that the look was found for. */
  key?: string | undefined;
  /** Its place among the looks of `toLookRows`. */
  found?: LookPlace | undefined;
}
