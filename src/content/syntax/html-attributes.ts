/** Tags and languages that HTML's elements have: `class="industry"`, `lang="de"`. */
import type { Element } from 'hast';
import type { Nodes } from 'mdast';
import type { Attributes } from '../../model/cv.ts';
import { isPhrasing } from '../is-phrasing.ts';
import type { ElementContext } from './html-elements.ts';
import { toFlow, wrapLines } from './html-flow.ts';
import { checkForeignClasses, isMeaningful } from './known-attributes.ts';

/** What an element says of itself, where it is more than looks. */
export function attributesOf({ properties }: Element, context: ElementContext): Attributes | undefined {
  const { id, className, lang } = properties;
  const values: Record<string, string> = {};
  if (typeof lang === 'string' && lang !== '') values.lang = lang;
  for (const name of ['variant', 'variants'] as const) {
    const named = properties[name] ?? properties[`data${name[0]?.toUpperCase()}${name.slice(1)}`];
    if (typeof named === 'string' && named !== '') values[name] = named;
  }
  const attributes: Attributes = {
    ...(typeof id === 'string' && { id }),
    classes: Array.isArray(className) ? className.map(String) : [],
    values,
  };
  checkForeignClasses(attributes, context.position, context.check);
  return isMeaningful(attributes, context.check.tags) ? attributes : undefined;
}

/** Parts of lists and tables, and headings, are marked themselves: a block around them would be another thing. */
const ownElements: ReadonlySet<string> = new Set(
  'h1 h2 h3 h4 h5 h6 li td th tr thead tbody tfoot blockquote ul ol menu table dt dd pre'.split(' '),
);

/** What was made of an element, with the element's attributes. */
export function markNodes(
  made: Nodes[],
  attributes: Attributes,
  tagName: string,
  position: ElementContext['position'],
): Nodes[] {
  const [first] = made;
  const isOne = made.length === 1 && first && isPhrasing(first) && first.type !== 'text';
  if (isOne || ownElements.has(tagName)) return made.map((node) => withAttributes(node, attributes));
  if (made.every(isPhrasing))
    return wrapLines(made, (line) => ({ type: 'span', children: line, data: { attributes }, position }));
  return [toDiv(made, attributes, position)];
}

/** A block with attributes; the first class is its name. */
export function toDiv(
  nodes: readonly Nodes[],
  attributes: Attributes,
  position: ElementContext['position'],
): Nodes {
  const [name] = attributes.classes;
  return {
    type: 'fencedDiv',
    ...(name && { name }),
    children: toFlow(nodes),
    data: { attributes },
    position,
  };
}

function withAttributes(node: Nodes, { id, classes, values }: Attributes): Nodes {
  const own = node.data?.attributes;
  const attributes: Attributes = {
    ...(id !== undefined && { id }),
    ...own,
    classes: [...classes, ...(own?.classes ?? [])],
    values: { ...values, ...own?.values },
  };
  return { ...node, data: { ...node.data, attributes } } as Nodes;
}
