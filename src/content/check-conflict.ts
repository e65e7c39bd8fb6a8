import type { VFile } from 'vfile';
import { addProblem } from '../problem.ts';
import { createTextPoints } from './syntax/text-points.ts';

/** The lines that stand around and between the versions, in their order (git-merge(1), "How conflicts are presented"). */
const markers = [/^<{7}(?: .*)?$/, /^={7}$/, /^>{7}(?: .*)?$/];

/**
 * Tells of two versions that a merge, a rebase or a stash left in a file to choose from, where neither is what its author wants to print. What
 * stands in a block of code is somebody's example.
 * @returns whether there are any
 */
export function checkConflict(text: string, vfile: VFile): boolean {
  // Few files come further.
  if (!/^<{7}/m.test(text)) return false;
  let fence: string | undefined;
  let found = 0;
  let start = 0;
  let offset = 0;
  for (const line of text.split('\n')) {
    const bare = line.trimEnd();
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(bare)?.[1];
    if (fence === undefined ? mark : mark?.startsWith(fence) && bare.trim() === mark)
      fence = fence === undefined ? mark : undefined;
    else if (fence === undefined && (markers[found] as RegExp).test(bare)) {
      if (found === 0) start = offset;
      found += 1;
    }
    if (found === markers.length) {
      const points = createTextPoints(text);
      addProblem(vfile, 'merge-conflict', {
        reason: 'Cannot tell which of two versions is meant, git could not merge them',
        note: `They stand around a line of \`=======\`, and end at line ${points.point(offset).line}. Keep what is right, and delete the lines with \`<<<<<<<\`, \`=======\` and \`>>>>>>>\`.`,
        place: points.position(start, start + '<<<<<<<'.length),
      });
      return true;
    }
    offset += line.length + 1;
  }
  return false;
}
