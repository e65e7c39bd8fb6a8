/** Content as elements of HTML. Nothing of it is HTML itself any more: what was, `content/` has read. */
import type { Element, ElementContent } from 'hast';
import type { BlockContent, DefinitionContent, Nodes, PhrasingContent } from 'mdast';
import { type Handler, toHast } from 'mdast-util-to-hast';

/** An element around a node's content. */
function wrap(tagName: string): Handler {
  return (state, node): Element => ({
    type: 'element',
    tagName,
    properties: {},
    children: state.all(node) as ElementContent[],
  });
}

function asText(_: unknown, { value }: { value: string }): ElementContent {
  return { type: 'text', value };
}

const handlers: Record<string, Handler> = {
  definitionList: wrap('dl'),
  definitionTerm: wrap('dt'),
  definitionDescription: wrap('dd'),
  fencedDiv: wrap('div'),
  span: (state, node): Element => ({
    type: 'element',
    tagName: 'span',
    properties: { lang: node.data?.attributes?.values.lang },
    children: state.all(node) as ElementContent[],
  }),
  underline: wrap('u'),
  superscript: wrap('sup'),
  subscript: wrap('sub'),
  small: wrap('small'),
  inlineMath: asText,
  rawLatex: () => undefined,
  publicationPlace: () => undefined,
  // Pictures are files beside the CV, and the page is one file: their text stands for them.
  image: (_, { alt }): ElementContent | undefined => (alt ? { type: 'text', value: alt } : undefined),
  footnoteReference: (_, { label, identifier }): Element => ({
    type: 'element',
    tagName: 'sup',
    properties: {},
    children: [{ type: 'text', value: label ?? identifier }],
  }),
  footnoteDefinition: (state, node): Element => ({
    type: 'element',
    tagName: 'aside',
    properties: {},
    children: [
      {
        type: 'element',
        tagName: 'sup',
        properties: {},
        children: [{ type: 'text', value: node.label ?? node.identifier }],
      },
      ...(state.all(node) as ElementContent[]),
    ],
  }),
};

export function flowToHast(nodes: readonly (BlockContent | DefinitionContent)[]): ElementContent[] {
  return nodes.flatMap(convert);
}

export function phrasingToHast(nodes: readonly PhrasingContent[]): ElementContent[] {
  return nodes.flatMap(convert);
}

function convert(node: Nodes): ElementContent[] {
  const made = toHast(node, { handlers });
  return made.type === 'root' ? (made.children as ElementContent[]) : [made as ElementContent];
}
