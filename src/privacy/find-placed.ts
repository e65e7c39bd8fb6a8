import type { Position } from 'unist';
import type { Cv } from '../model/cv.ts';
import { isWithin } from '../selection/remove-nodes.ts';

/** The place of a text, link or picture of the CV that lies within a range of a file; nothing where there is none. */
export function findPlaced(cv: Cv, range: Position): Position | undefined {
  let found: Position | undefined;
  const look = (value: unknown): void => {
    if (found || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const one of value) look(one);
      return;
    }
    const { position, value: text, url } = value as { position?: Position; value?: unknown; url?: unknown };
    if ((typeof text === 'string' || typeof url === 'string') && isWithin(position, range)) found = position;
    for (const [key, inner] of Object.entries(value)) if (key !== 'position') look(inner);
  };
  look(cv);
  return found;
}
