import type { List, ListItem } from 'mdast';
import { deeper, environment, isTooDeep } from '../environment.ts';
import { lineMark } from '../line-mark.ts';
import { joinTex, rawTex, type Tex } from '../tex.ts';
import type { FlowState } from './flow-state.ts';

/**
 * Bullet, numbered and task lists. Below the deepest level items are paragraphs of the item that they stand in, each with the label that it
 * would have had.
 */
export function handleList(node: List, state: FlowState): Tex {
  const start = node.start ?? 1;
  if (isTooDeep(node, state.context)) {
    const label = (index: number): string => (node.ordered ? `${start + index}.` : '\\textbullet{}');
    return joinTex(
      node.children.map((item, index) => toItem(item, label(index), state)),
      '\n\n',
    );
  }
  const items = joinTex(
    node.children.map((item) => toItem(item, '\\item', state)),
    '\n',
  );
  return node.ordered ? environment('mdcvenumerate', items, `{${start}}`) : environment('mdcvitemize', items);
}

function toItem(item: ListItem, label: string, { context, blocks }: FlowState): Tex {
  const box = typeof item.checked === 'boolean' ? `\\mdcvcheckbox{${item.checked ? 'x' : ''}} ` : '';
  const body = `${box}${blocks(item.children, deeper(context))}`;
  return rawTex(`${label}${lineMark(item, 0, context)}${body && ' '}${body}`.trimEnd());
}
