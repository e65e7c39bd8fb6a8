/** What a line of text looks like where something was taken out of it. */
import type { Nodes } from 'mdast';
import { toPhrasingText } from '../content/phrasing-text.ts';

const separator = '[|｜·•∙,，、;；/–—]';
const separatorAtEnd = new RegExp(`\\s*${separator}\\s*$`, 'u');
const separatorAtStart = new RegExp(`^\\s*${separator}\\s*`, 'u');
/** A word or two that say what is to come: `Phone: `. */
const labelAtEnd = new RegExp(`(?<=^|\\n|${separator})\\s*\\p{L}[\\p{L} .-]{0,24}[:：]\\s*$`, 'u');

/**
 * Drops what parted the removed text from its neighbours, and a label that has nothing behind it any more.
 * @param before the siblings that stand before the seam; the last may be changed or taken away
 * @param after the sibling behind it, which may be changed; nothing at the end of the line
 * @param isLast whether nothing stands behind that
 */
export function mendSeam(before: Nodes[], after: Nodes | undefined, isLast: boolean): void {
  const isEnd =
    !after || after.type === 'break' || (after.type === 'text' && startsAnew(after.value, isLast));
  if (isEnd) dropLabel(before);
  const left = before.at(-1);
  const isStart = !left || left.type === 'break' || (left.type === 'text' && /\n\s*$/.test(left.value));
  if (isEnd && left?.type === 'text' && !hasSeparator(after))
    left.value = left.value.replace(separatorAtEnd, '');
  if (!after && left?.type === 'text') left.value = left.value.trimEnd();
  if (after?.type !== 'text') return;
  const isDoubled = left?.type === 'text' && separatorAtEnd.test(left.value);
  if (isStart || isDoubled) after.value = after.value.replace(separatorAtStart, '');
  if (isStart) after.value = after.value.trimStart();
  else if (left?.type === 'text' && /\s$/.test(left.value)) after.value = after.value.replace(/^[ \t]+/, '');
}

function startsAnew(text: string, isLast: boolean): boolean {
  return (isLast && text.trim() === '') || /^\s*\n/.test(text) || separatorAtStart.test(text);
}

function hasSeparator(node: Nodes | undefined): boolean {
  return node?.type === 'text' && separatorAtStart.test(node.value);
}

function dropLabel(before: Nodes[]): void {
  const last = before.at(-1);
  if (last?.type === 'text' && labelAtEnd.test(last.value)) {
    last.value = last.value.replace(labelAtEnd, '');
    return;
  }
  // `**Phone:** ` or `**Phone**: `
  const isGap = last?.type === 'text' && /^\s*[:：]?\s*$/.test(last.value);
  const strong = isGap ? before.at(-2) : last;
  if (strong?.type !== 'strong') return;
  const label = toPhrasingText([strong]) + (isGap ? (last as { value: string }).value : '');
  if (!/[:：]\s*$/.test(label)) return;
  before.splice(before.indexOf(strong));
}
