import type { Element } from 'hast';
import type { Nodes, PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import { attributesOf, markNodes, toDiv } from './html-attributes.ts';
import type { ElementContext } from './html-elements.ts';
import { toFlow, toPhrasing, wrapLines } from './html-flow.ts';
import { toList, toRow, toTable } from './html-lists.ts';
import { addressText } from './show-bare-links.ts';

type Handler = (element: Element, context: ElementContext) => Nodes[];

/** mdast of an HTML element. Elements that have no counterpart stand for what they hold. */
export function convertElement(element: Element, context: ElementContext): Nodes[] {
  if (isHidden(element)) return [];
  const handler = Object.hasOwn(handlers, element.tagName) ? handlers[element.tagName] : undefined;
  const made = handler ? handler(element, context) : context.children();
  if (handler === block || handler === toSpan) return made;
  const attributes = attributesOf(element, context);
  return attributes ? markNodes(made, attributes, element.tagName, context.position) : made;
}

/** `hidden`, or `display: none`: what no reader of the page sees. */
function isHidden({ properties: { hidden, style } }: Element): boolean {
  const isShut = hidden !== undefined && hidden !== false && hidden !== null;
  return (
    isShut || /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)(?![\w-])/i.test(String(style ?? ''))
  );
}

const emphasis = wrapIn((children, position) => ({ type: 'emphasis', children, position }));
const strong = wrapIn((children, position) => ({ type: 'strong', children, position }));
const underline = wrapIn((children, position) => ({ type: 'underline', children, position }));
const strike = wrapIn((children, position) => ({ type: 'delete', children, position }));

const block: Handler = (element, context) => {
  const attributes = attributesOf(element, context);
  const children = context.children();
  return attributes ? [toDiv(children, attributes, context.position)] : toFlow(children);
};

const code: Handler = (_element, { position, children }) => {
  const value = toText(children());
  return value === '' ? [] : [{ type: 'inlineCode', value, position }];
};

const heading: Handler = (element, { position, children }) => {
  const line = toPhrasing(children());
  const depth = Number(element.tagName[1]) as 1 | 2 | 3 | 4 | 5 | 6;
  return line.length > 0 ? [{ type: 'heading', depth, children: line, position }] : [];
};

const handlers: Record<string, Handler> = {
  a(element, context) {
    const { href, title } = element.properties;
    if (typeof href !== 'string') return context.children();
    const { position } = context;
    const shared = { url: href, ...(typeof title === 'string' && { title }), position };
    const children = context.children();
    // An icon has no content, but an address.
    const shown = children.length > 0 ? children : addressText(shared);
    return wrapLines(shown, (line) => ({ type: 'link', ...shared, children: unlink(line) }));
  },
  address: block,
  article: block,
  aside: block,
  b: strong,
  blockquote: (_element, { position, children }) => [
    { type: 'blockquote', children: toFlow(children()), position },
  ],
  br: (_element, { position }) => [{ type: 'break', position }],
  center: block,
  cite: emphasis,
  code,
  dd: (_element, { position, children }) => [
    { type: 'definitionDescription', children: toFlow(children()), position },
  ],
  del: strike,
  details: block,
  dfn: emphasis,
  dialog: block,
  div: block,
  dl: (_element, { children }) => toFlow(children()),
  dt: (_element, { position, children }) => [
    { type: 'definitionTerm', children: toPhrasing(children()), position },
  ],
  em: emphasis,
  figcaption: block,
  figure: block,
  footer: block,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  header: block,
  hr: (_element, { position }) => [{ type: 'thematicBreak', position }],
  i: emphasis,
  img: toImage,
  ins: underline,
  kbd: code,
  li: (_element, { position, children }) => [
    { type: 'listItem', spread: false, children: toFlow(children()), position },
  ],
  main: block,
  menu: toList,
  nav: block,
  ol: toList,
  p: block,
  pre: (_element, { position, children }) => {
    const value = toText(children()).replace(/\n$/, '');
    return value.trim() === '' ? [] : [{ type: 'code', value, position }];
  },
  q: (_element, { position, children }) => [
    { type: 'text', value: '“', position },
    ...children(),
    { type: 'text', value: '”', position },
  ],
  rp: () => [],
  rt: (_element, { position, children }) => [
    { type: 'text', value: '(', position },
    ...toPhrasing(children()),
    { type: 'text', value: ')', position },
  ],
  s: strike,
  samp: code,
  section: block,
  small: wrapIn((children, position) => ({ type: 'small', children, position })),
  span: toSpan,
  strike,
  strong,
  sub: wrapIn((children, position) => ({ type: 'subscript', children, position })),
  summary: block,
  sup: wrapIn((children, position) => ({ type: 'superscript', children, position })),
  table: toTable,
  td: toCell,
  th: toCell,
  tr: toRow,
  tt: code,
  u: underline,
  ul: toList,
  var: emphasis,
  wbr: () => [],
};

function wrapIn(
  make: (children: PhrasingContent[], position: Position | undefined) => PhrasingContent,
): Handler {
  return (_element, { position, children }) => wrapLines(children(), (line) => make(line, position));
}

function toCell(_element: Element, { position, children }: ElementContext): Nodes[] {
  return [{ type: 'tableCell', children: toPhrasing(children().map(embolden)), position }];
}

/** A heading in a cell is no section, but large letters. */
function embolden(node: Nodes): Nodes {
  if (node.type !== 'heading') return node;
  const { children, position } = node;
  return { type: 'paragraph', children: [{ type: 'strong', children, position }], position };
}

function toSpan(element: Element, context: ElementContext): Nodes[] {
  const attributes = attributesOf(element, context);
  const { position } = context;
  // What is pushed to the right does not touch what stands on the left.
  const gap: Nodes[] = /float|right/.test(String(element.properties.style ?? ''))
    ? [{ type: 'text', value: ' ', position }]
    : [];
  const children = context.children();
  // An empty one is styled as a gap.
  if (children.length === 0 && element.properties.className) return [{ type: 'text', value: ' ', position }];
  if (!attributes) return [...gap, ...children];
  return [
    ...gap,
    ...wrapLines(children, (line) => ({ type: 'span', children: line, data: { attributes }, position })),
  ];
}

function toImage(element: Element, { position }: ElementContext): Nodes[] {
  const { src, alt, title, width, height } = element.properties;
  if (typeof src !== 'string' || src === '') return [];
  const values: Record<string, string> = {};
  if (width != null) values.width = String(width);
  if (height != null) values.height = String(height);
  const hasSize = Object.keys(values).length > 0;
  return [
    {
      type: 'image',
      url: src,
      alt: typeof alt === 'string' ? alt : null,
      ...(typeof title === 'string' && { title }),
      ...(hasSize && { data: { attributes: { classes: [], values } } }),
      position,
    },
  ];
}

/** A link in a link is its text: TeX, like HTML, cannot nest them. */
function unlink(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'link') return unlink(node.children);
    return 'children' in node
      ? [{ ...node, children: unlink(node.children as PhrasingContent[]) } as PhrasingContent]
      : [node];
  });
}

function toText(nodes: readonly Nodes[]): string {
  return nodes
    .map((node): string => {
      if ('value' in node) return node.value;
      if (node.type === 'break') return '\n';
      return 'children' in node ? toText(node.children) : '';
    })
    .join('');
}
