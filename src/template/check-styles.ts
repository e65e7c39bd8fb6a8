import { readdirSync } from 'node:fs';
import type { VFile } from 'vfile';
import type { Block, Cv } from '../model/cv.ts';
import type { PublicationList } from '../model/publication.ts';
import { nearestName } from '../nearest-name.ts';
import { addProblem } from '../problem.ts';
import { partialFolders, type Template } from './load-template.ts';

/** The partial of a style. */
const partial = /^publications-([a-z0-9-]+)\.njk$/;

/**
 * Reports every list of publications whose style has no partial, in the template's own folder or among those that all share.
 * @returns whether all can be printed
 */
export function checkStyles(cv: Cv, template: Template, vfile: VFile): boolean {
  const lists = [cv.introduction, ...cv.sections.map(({ blocks }) => blocks)].flatMap(listsIn);
  if (lists.length === 0) return true;
  const known = listStyles(template);
  const unknown = lists.filter(({ style }) => !known.includes(style));
  for (const { style, position } of unknown) {
    const nearest = nearestName(style, known);
    addProblem(vfile, 'unknown-style', {
      reason: `Cannot find the style \`${style}\` for publications, there is no \`publications-${style}.njk\``,
      note: `${nearest ? `Did you mean \`${nearest}\`? ` : ''}There are: ${known.join(', ')}.`,
      place: position,
    });
  }
  return unknown.length === 0;
}

/** Names of the styles that a template can print. */
function listStyles(template: Template): string[] {
  const files = partialFolders(template).flatMap((folder) => readFolder(folder));
  return [...new Set(files.flatMap((file) => partial.exec(file)?.[1] ?? []))].sort();
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    // A project that shares nothing between its templates has no such folder.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function listsIn(blocks: readonly Block[]): PublicationList[] {
  return blocks.flatMap((block) => {
    if (block.type === 'publications') return [block];
    if (block.type === 'subsection') return listsIn(block.blocks);
    return block.type === 'prose' ? [] : listsIn(block.body);
  });
}
