import type { AuxFiles } from '../aux-files.ts';

/**
 * Guesses the aux files of a CV that was never set from those of another one that has the same sections: they hold the outline and the number
 * of pages, and little else. A wrong guess costs the pass that it would have saved, since aux files count only when they come out as they went in.
 */
export interface OutlineMemory {
  guess(formatKey: string, body: string): AuxFiles | undefined;
  /** What a run has settled on. */
  note(formatKey: string, body: string, aux: AuxFiles): void;
}

/** Each takes two kilobytes. */
const mostOutlines = 500;

/** What the shared partials print of each title of a section or of a part of one. */
const titles = /^.*\\mdcv(?:sub)*section\{.*$/gm;

export function createOutlineMemory(): OutlineMemory {
  const known = new Map<string, AuxFiles>();
  const keyOf = (formatKey: string, body: string): string =>
    [formatKey, ...(body.match(titles) ?? [])].join('\n');
  return {
    guess: (formatKey, body) => known.get(keyOf(formatKey, body)),
    note(formatKey, body, aux) {
      const key = keyOf(formatKey, body);
      known.delete(key);
      if (known.size >= mostOutlines) known.delete(known.keys().next().value as string);
      known.set(key, aux);
    },
  };
}
