import type { BlockContent, DefinitionContent } from 'mdast';

/** The nodes that stand on lines of their own. */
export type FlowNode = BlockContent | DefinitionContent;
