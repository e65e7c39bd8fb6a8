/** Footnotes go to the end of the section that refers to them. */
import type { FootnoteDefinition, Nodes, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block } from '../../model/cv.ts';
import { toProse } from './prose.ts';

export interface Footnotes {
  /** The notes that nodes refer to, and those that these refer to, each given out once. */
  take(nodes: readonly Nodes[]): Block[];
  /** The notes that nothing referred to. */
  takeRest(): Block[];
}

/** Takes the definitions out of a document's nodes. */
export function collectFootnotes(nodes: readonly RootContent[]): { nodes: RootContent[]; notes: Footnotes } {
  const definitions = new Map<string, FootnoteDefinition>();
  for (const node of nodes)
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
  const take = (from: readonly Nodes[]): Block[] => {
    const taken: Block[] = [];
    visit({ type: 'root', children: [...from] } as Root, 'footnoteReference', ({ identifier }) => {
      const definition = definitions.get(identifier);
      if (!definition) return;
      definitions.delete(identifier);
      taken.push(toProse(definition), ...take(definition.children));
    });
    return taken;
  };
  return {
    nodes: nodes.filter((node) => node.type !== 'footnoteDefinition'),
    notes: { take, takeRest: () => [...definitions.values()].map(toProse) },
  };
}
