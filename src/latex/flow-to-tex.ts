import type { Node } from 'unist';
import type { LatexContext } from './context.ts';
import type { FlowNode } from './flow-node.ts';
import { handleBlockquote } from './handle/blockquote.ts';
import { handleCode } from './handle/code.ts';
import { handleDefinitionList } from './handle/definition-list.ts';
import type { FlowState } from './handle/flow-state.ts';
import { handleFootnoteDefinition } from './handle/footnote-definition.ts';
import { handleList } from './handle/list.ts';
import { handleRawLatex } from './handle/raw-latex.ts';
import { handleTable } from './handle/table.ts';
import { handleUnhandled } from './handle/unhandled.ts';
import { lineMark } from './line-mark.ts';
import { phrasingToTex } from './phrasing-to-tex.ts';
import { joinTex, rawTex, type Tex } from './tex.ts';

/** A block as TeX, with its mark at the beginning. */
export function flowToTex(node: FlowNode, context: LatexContext): Tex {
  return joinTex([lineMark(node, 0, context), handleFlow(node, toState(context))]);
}

/** Blocks as TeX, a blank line between them; those that print nothing are left out. */
export function flowsToTex(nodes: readonly FlowNode[], context: LatexContext): Tex {
  const state = toState(context);
  const blocks = nodes.map((node) => [node, handleFlow(node, state)] as const);
  const printed = blocks.filter(([, tex]) => tex !== '');
  return joinTex(
    printed.map(([node, tex]) => joinTex([lineMark(node, 0, context), tex])),
    '\n\n',
  );
}

function toState(context: LatexContext): FlowState {
  return {
    context,
    blocks: (nodes, inner = context) => flowsToTex(nodes, inner),
    phrasing: (nodes) => phrasingToTex(nodes, context),
  };
}

function handleFlow(node: FlowNode, state: FlowState): Tex {
  switch (node.type) {
    case 'paragraph':
      return state.phrasing(node.children);
    case 'heading':
      return rawTex(`\\mdcvheading{${state.phrasing(node.children)}}`);
    case 'list':
      return handleList(node, state);
    case 'blockquote':
      return handleBlockquote(node, state);
    case 'code':
      return handleCode(node, state);
    case 'table':
      return handleTable(node, state);
    case 'thematicBreak':
      return rawTex('\\mdcvrule{}');
    case 'definitionList':
      return handleDefinitionList(node, state);
    case 'fencedDiv':
      return state.blocks(node.children);
    case 'footnoteDefinition':
      return handleFootnoteDefinition(node, state);
    case 'rawLatex':
      return handleRawLatex(node, state);
    // What a reference stands for; nothing of it is seen.
    case 'definition':
      return rawTex('');
    // A list of publications has taken its place, unless the bibliography could not be read.
    case 'publicationPlace':
      return rawTex('');
    case 'html':
      return handleUnhandled(node, state.context);
    default:
      return handleUnknown(node, state.context);
  }
}

/** The compiler proves that no kind is forgotten; a plugin could still bring one at run time. */
function handleUnknown(node: never, context: LatexContext): Tex {
  return handleUnhandled(node as Node, context);
}
