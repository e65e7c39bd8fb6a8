import type { PhrasingContent } from 'mdast';
import { toPhrasingText } from '../content/phrasing-text.ts';
import type { Cv } from '../model/cv.ts';
import type { PublicText } from './needles.ts';

/** Keys of the model that say nothing: they hold mdcv's own words. */
const silent: ReadonlySet<string> = new Set([
  'attributes',
  'entryType',
  'key',
  'kind',
  'position',
  'style',
  'type',
]);

/**
 * Every text of a CV with its place: what is read, where links lead, names of pictures, the keywords. Raw LaTeX is none of it: nobody can tell
 * what it makes public, so what is private may not be in it.
 */
export function saidInPublic(cv: Cv): PublicText[] {
  const texts: PublicText[] = [];
  const listen = (value: unknown, place: PublicText['position']): void => {
    if (typeof value === 'string') texts.push({ text: value, position: place });
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const one of value) listen(one, place);
      return;
    }
    if ('type' in value && value.type === 'rawLatex') return;
    const { children, position = place } = value as {
      children?: PhrasingContent[];
      position?: PublicText['position'];
    };
    // The nodes of a line say together what none of them says alone.
    if (children && children.length > 1) texts.push({ text: toPhrasingText(children), position });
    for (const [key, inner] of Object.entries(value)) if (!silent.has(key)) listen(inner, position);
  };
  listen(cv, undefined);
  return texts;
}
