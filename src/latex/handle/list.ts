import type { List, ListItem } from 'mdast';
import { deeper, environment, isTooDeep } from '../environment.ts';
import { lineMark } from '../line-mark.ts';
import { joinTex, rawTex, type Tex } from '../tex.ts';
import type { FlowState } from './flow-state.ts';

/** Bullet, numbered and task lists. Below the deepest level items are set at that level, with the labels they would have had. */
export function handleList(node: List, state: FlowState): Tex {
  const start = node.start ?? 1;
  const flatten = isTooDeep(node, state.context);
  const items = node.children.map((item, index) => {
    const ownLabel = node.ordered ? `[${start + index}.]` : '[\\textbullet{}]';
    return toItem(item, flatten ? ownLabel : '', state);
  });
  const body = joinTex(items, '\n');
  if (flatten) return body;
  return node.ordered ? environment('mdcvenumerate', body, `{${start}}`) : environment('mdcvitemize', body);
}

function toItem(item: ListItem, label: string, { context, blocks }: FlowState): Tex {
  const box = typeof item.checked === 'boolean' ? `\\mdcvcheckbox{${item.checked ? 'x' : ''}} ` : '';
  const body = `${box}${blocks(item.children, deeper(context))}`;
  return rawTex(`\\item${label}${lineMark(item, 0, context)}${body && ' '}${body}`.trimEnd());
}
