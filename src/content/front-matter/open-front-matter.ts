import { VFile } from 'vfile';
import type { Edition } from '../../model/edition.ts';
import { createTextPoints } from '../syntax/text-points.ts';
import type { FrontMatter } from './front-matter.ts';
import { findFrontMatter } from './front-matter-split.ts';

/** Reads a front matter for one edition after the other, in silence; that of a letter with the front matter of its CV. */
export type FrontMatterReader = (edition: Edition, cv?: FrontMatter) => FrontMatter;

/** Whether anything in a text may be a key that makes more than one edition of it. */
export function mayHaveEditions(text: string): boolean {
  return /(?:variants?|lang|language|locale)["']?\s*:/i.test(text);
}

/** Opens the front matter of a file, so that it can be read for several editions; one that has none is read as an empty one. */
export async function openFrontMatter(path: string, text: string): Promise<FrontMatterReader> {
  const place = findFrontMatter(text) ?? { start: 0, end: 0, bodyStart: 0 };
  const { parseFrontMatter } = await import('./front-matter-parse.ts');
  const points = createTextPoints(text);
  return (edition, cv) => parseFrontMatter(new VFile({ path, value: text }), place, points, edition, cv);
}
