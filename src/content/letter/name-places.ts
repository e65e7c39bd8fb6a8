import type { Position } from 'unist';

/** A copy of a part of a model or of front matter whose places name the file that they are in, so that messages and clicks lead there. */
export function namePlaces<T>(value: T, file: string): T {
  if (Array.isArray(value)) return value.map((one) => namePlaces(one, file)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const named = Object.entries(value).map(([key, inner]) => [
    key,
    key === 'position' && inner ? inFile(inner, file) : namePlaces(inner, file),
  ]);
  return Object.fromEntries(named);
}

function inFile({ start, end }: Position, file: string): Position {
  return { start: { file, ...start }, end: { file, ...end } };
}
