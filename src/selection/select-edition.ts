import type { VFile } from 'vfile';
import type { ParsedMarkdown } from '../content/syntax/parse-markdown.ts';
import { walkTree } from '../content/syntax/walk-tree.ts';
import { checkMarks } from './check-marks.ts';
import { type LeftOut, leaveOut, type Recognise } from './leave-out.ts';
import { createSelection } from './selection.ts';

/**
 * Leaves in a parsed file what goes into the edition that its front matter was read for; the file is changed in place. Marks that choose nothing are
 * warned of.
 */
export async function selectEdition(
  parsed: ParsedMarkdown,
  vfile: VFile,
  recognise: Recognise,
): Promise<Partial<Pick<LeftOut, 'forgetUnused'>>> {
  checkMarks(parsed, vfile);
  const isLeftOut = createSelection(parsed.frontMatter);
  if (!isLeftOut || !holds(parsed, isLeftOut)) return {};
  return leaveOut(parsed, vfile, recognise, isLeftOut, true);
}

function holds(
  { root }: ParsedMarkdown,
  isLeftOut: NonNullable<ReturnType<typeof createSelection>>,
): boolean {
  let found = false;
  walkTree(root, (node) => {
    const name = node.type === 'fencedDiv' ? node.name : undefined;
    found ||= isLeftOut(node.data?.attributes, name);
  });
  return found;
}
