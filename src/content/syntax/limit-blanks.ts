import type { Root } from 'mdast';
import { walkTree } from './walk-tree.ts';

/** Wider than any gap that a line of text can show. */
const maxBlanks = 100;

const blanks: RegExp = new RegExp(`([^\\S\\n]{${maxBlanks}})[^\\S\\n]+`, 'g');

/** Shortens long runs of white space in texts: every pattern that begins with `\s*` goes through each of them again and again. */
export function limitBlanks(root: Root): void {
  walkTree(root, (node) => {
    if (node.type === 'text' && node.value.length > maxBlanks) node.value = node.value.replace(blanks, '$1');
  });
}
