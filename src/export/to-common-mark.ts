/** Content of a CV as nodes that any reader of Markdown knows: what mdcv and GFM have beyond CommonMark becomes text. */
import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { isPhrasing } from '../content/is-phrasing.ts';
import { phrasingText } from '../formats/plain-phrase.ts';
import type { Block } from '../model/cv.ts';

/** The flow nodes of blocks, labels and headings as bold text. */
export function blocksToFlow(blocks: readonly Block[]): RootContent[] {
  return blocks.flatMap(blockToFlow);
}

function blockToFlow(block: Block): RootContent[] {
  switch (block.type) {
    case 'prose':
      return toCommonMark([block.node]);
    case 'item':
      return labelled(block.label.children, blocksToFlow(block.body));
    case 'subsection':
      return [strong(block.title.children), ...blocksToFlow(block.blocks)];
    case 'publications':
      return [];
    case 'entry': {
      const parts = [block.title, block.subtitle, block.place, ...block.details, block.date?.text];
      const line = parts.flatMap((part) => (part ? phrasingText(part) : [])).join(', ');
      return [strong([{ type: 'text', value: line }]), ...blocksToFlow(block.body)];
    }
  }
}

/** `**Label:**` before the first words of what it labels. */
function labelled(label: readonly PhrasingContent[], body: RootContent[]): RootContent[] {
  const [first, ...others] = body;
  const lead: PhrasingContent[] = [
    {
      type: 'strong',
      children: [...(toCommonMark(label) as PhrasingContent[]), { type: 'text', value: ':' }],
    },
  ];
  if (first?.type !== 'paragraph') return [paragraph(lead), ...body];
  return [paragraph([...lead, { type: 'text', value: ' ' }, ...first.children]), ...others];
}

function strong(children: readonly PhrasingContent[]): Paragraph {
  return paragraph([{ type: 'strong', children: toCommonMark(children) as PhrasingContent[] }]);
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** Nodes without those that only mdcv or GFM know. */
export function toCommonMark(nodes: readonly Nodes[]): RootContent[] {
  return nodes.flatMap((node) => convert(node) as RootContent[]);
}

function convert(node: Nodes): Nodes[] {
  switch (node.type) {
    case 'span':
    case 'underline':
    case 'superscript':
    case 'subscript':
    case 'small':
    case 'delete':
    case 'fencedDiv':
    case 'footnoteDefinition':
      return toCommonMark(node.children);
    case 'footnoteReference':
    case 'rawLatex':
    case 'publicationPlace':
      return [];
    case 'inlineMath':
      return [{ type: 'text', value: node.value }];
    case 'image':
      return node.alt ? [{ type: 'text', value: node.alt }] : [];
    case 'table':
      return [
        paragraph(
          node.children.flatMap(({ children }, index): PhrasingContent[] => {
            const row: PhrasingContent = {
              type: 'text',
              value: children.map((cell) => textOf(cell)).join(' | '),
            };
            return index > 0 ? [{ type: 'break' }, row] : [row];
          }),
        ),
      ];
    case 'definitionList':
    case 'definitionDescription':
      return toCommonMark(node.children);
    case 'definitionTerm':
      return [strong(node.children)];
    case 'code':
      return [{ type: 'code', value: node.value }];
    default: {
      if (!('children' in node)) return [{ ...node, position: undefined }];
      const children = toCommonMark(node.children as Nodes[]) as Nodes[];
      const isEmpty = children.length === 0 && (isPhrasing(node) || node.type === 'paragraph');
      return isEmpty ? [] : [{ ...node, children, position: undefined } as Nodes];
    }
  }
}
