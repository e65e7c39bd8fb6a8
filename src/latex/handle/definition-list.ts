import type { DefinitionList } from '../../content/nodes.ts';
import { deeper, environment, isTooDeep } from '../environment.ts';
import { joinTex, rawTex, type Tex } from '../tex.ts';
import type { FlowState } from './flow-state.ts';

/** A definition list within prose. Below the deepest level its terms are bold paragraphs. */
export function handleDefinitionList(node: DefinitionList, { context, blocks, phrasing }: FlowState): Tex {
  const flatten = isTooDeep(node, context);
  const parts = node.children.map((child) => {
    if (child.type === 'definitionDescription') return blocks(child.children, deeper(context));
    const term = phrasing(child.children);
    return rawTex(flatten ? `\\textbf{${term}}` : `\\mdcvdescriptionitem{${term}}`);
  });
  return flatten ? joinTex(parts, '\n\n') : environment('mdcvdescription', joinTex(parts, '\n'));
}
