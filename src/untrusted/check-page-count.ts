import type { VFile } from 'vfile';
import { documentName } from '../content/letter/document-name.ts';
import type { Cv } from '../model/cv.ts';
import { addProblem } from '../problem.ts';
import { untrustedPages } from './untrusted-limits.ts';

/** A CV that somebody else wrote is not published where it has more pages than anybody reads. */
export function checkPageCount(pages: number | undefined, cv: Cv, vfile: VFile): void {
  if (pages === undefined || pages <= untrustedPages) return;
  addProblem(vfile, 'too-large', {
    reason: `The ${documentName(cv)} takes ${pages} pages, and one that is not trusted may take ${untrustedPages}`,
    note: 'Shorten it, or, if you trust this file, build it without `--untrusted`.',
  });
}
