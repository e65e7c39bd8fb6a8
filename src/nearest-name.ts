import { closest, distance } from 'fastest-levenshtein';

/**
 * The name that a mistyped one was most likely meant to be, or nothing when none is near: a third of its letters may differ,
 * two of five because swapped neighbours count as two, one of fewer.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const nearest = closest(name.toLowerCase(), [...known]);
  const tolerated = name.length < 5 ? 1 : Math.max(2, Math.floor(name.length / 3));
  return distance(name.toLowerCase(), nearest.toLowerCase()) <= tolerated ? nearest : undefined;
}
