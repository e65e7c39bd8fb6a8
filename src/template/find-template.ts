/** Which template a CV is set in, and where a project keeps its own. */
import { dirname, resolve } from 'node:path';
import type { VFile } from 'vfile';
import type { FrontMatter } from '../content/front-matter/front-matter.ts';
import { addProblem, MdcvError } from '../problem.ts';
import { loadTemplate, type Template } from './load-template.ts';

/** The template of a CV that names none. */
export const defaultTemplate = 'academic';

/** Folders in which a project keeps templates of its own: `templates/` here and beside the CV. */
export function projectTemplates(file: string, folder = '.'): string[] {
  return [...new Set([resolve(folder, 'templates'), resolve(dirname(file), 'templates')])];
}

/**
 * The template that is asked for. One that the front matter names and that is not there is a problem of the content, not of usage.
 * @param asked on the command line, which wins
 * @param folders to look in besides mdcv's own
 * @throws MdcvError `unknown-template` for one that is asked for, and what else `loadTemplate` throws
 */
export async function findTemplate(
  asked: string | undefined,
  named: FrontMatter['template'],
  folders: readonly string[],
  vfile: VFile,
): Promise<Template | undefined> {
  if (asked !== undefined) return loadTemplate(asked, folders);
  const { value = defaultTemplate, position } = named ?? {};
  try {
    return await loadTemplate(value, folders);
  } catch (error) {
    if (!(error instanceof MdcvError) || error.code !== 'unknown-template') throw error;
    const note = value === 'all' ? 'To build in every template, run `mdcv build -t all`.' : error.hint;
    addProblem(vfile, 'unknown-template', { reason: error.message, note, place: position, cause: error });
    return undefined;
  }
}
