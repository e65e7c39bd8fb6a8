import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { Cv } from '../model/cv.ts';
import { addProblem, MdcvError } from '../problem.ts';
import type { Template } from './load-template.ts';

/**
 * Whether a template can set this document. One that the front matter names and that cannot set a letter is a problem of the content.
 * @param named where the front matter names the template; nothing where the command line does
 * @throws MdcvError `no-letter` where the command line asks for such a template
 */
export function checkLetter(
  { letter }: Cv,
  template: Template,
  named: { position?: Position | undefined } | undefined,
  vfile: VFile,
): boolean {
  if (!letter || template.manifest.prints.includes('letter')) return true;
  const reason = `Cannot set a letter in the template \`${template.name}\`, which prints CVs only`;
  const note =
    'Choose another template for the letter; or let this one include `body.tex.njk`, which sets letters, too, and add `letter` to `prints` in its template.json.';
  if (!named) throw new MdcvError('no-letter', reason, { hint: note });
  addProblem(vfile, 'no-letter', { reason, note, place: named.position });
  return false;
}
