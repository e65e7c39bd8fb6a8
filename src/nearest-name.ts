import { closest, distance } from 'fastest-levenshtein';

/** The name that a mistyped one was most likely meant to be, or nothing when none is near (a third of its letters). */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const nearest = closest(name.toLowerCase(), [...known]);
  return distance(name.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, Math.floor(name.length / 3))
    ? nearest
    : undefined;
}
