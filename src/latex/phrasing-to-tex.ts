import type { PhrasingContent } from 'mdast';
import type { Node } from 'unist';
import type { LatexContext } from './context.ts';
import { handleBreak } from './handle/break.ts';
import { handleFootnoteReference } from './handle/footnote-reference.ts';
import { handleImage } from './handle/image.ts';
import { handleInlineCode } from './handle/inline-code.ts';
import { handleInlineMath } from './handle/inline-math.ts';
import { handleLink } from './handle/link.ts';
import type { PhrasingState } from './handle/phrasing-state.ts';
import { handleRawLatex } from './handle/raw-latex.ts';
import { handleText } from './handle/text.ts';
import { handleTurn } from './handle/turn.ts';
import { handleUnhandled } from './handle/unhandled.ts';
import { handleWrapped } from './handle/wrapped.ts';
import { joinTex, rawTex, type Tex } from './tex.ts';
import type { TypographyOptions } from './typography.ts';
import { wrapLines } from './wrap-lines.ts';

/**
 * Inline nodes as TeX that may stand in any argument, table cell or title: no blank line, braces in balance. It begins with the mark of the
 * first node, and each source line begins with its own.
 */
export function phrasingToTex(
  nodes: readonly PhrasingContent[],
  context: LatexContext,
  options?: TypographyOptions,
): Tex {
  const mark = context.marks.content(nodes[0]?.position);
  return joinTex([mark, phrasingToBareTex(nodes, context, options)]);
}

/** Years, volumes, names: what no language sets otherwise. */
const bareWord = /^[A-Za-z0-9]{1,50}$/;

/** The same without the mark at its beginning, for what is set once and printed in several places. */
export function phrasingToBareTex(
  nodes: readonly PhrasingContent[],
  context: LatexContext,
  options?: TypographyOptions,
): Tex {
  const [only] = nodes;
  const isWord = nodes.length === 1 && only?.type === 'text' && bareWord.test(only.value);
  if (isWord && context.direction === 'ltr') return rawTex(only.value);
  const state: PhrasingState = {
    context,
    all: (children) => joinTex(children.map((child) => handlePhrasing(child, state))),
  };
  return wrapLines(state.all(context.setDirections(context.typography(nodes, options))));
}

function handlePhrasing(node: PhrasingContent, state: PhrasingState): Tex {
  switch (node.type) {
    case 'text':
      return handleText(node, state);
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'underline':
    case 'superscript':
    case 'subscript':
    case 'small':
      return handleWrapped(node, state);
    case 'span':
      return state.all(node.children);
    case 'inlineCode':
      return handleInlineCode(node, state);
    case 'link':
      return handleLink(node, state);
    case 'image':
      return handleImage(node, state);
    case 'break':
      return handleBreak(node, state);
    case 'footnoteReference':
      return handleFootnoteReference(node, state);
    case 'inlineMath':
      return handleInlineMath(node, state);
    case 'rawLatex':
      return handleRawLatex(node, state);
    case 'turn':
      return handleTurn(node);
    // References are resolved and HTML is read by `content/`; what comes here all the same is kept as text.
    case 'html':
    case 'linkReference':
    case 'imageReference':
      return handleUnhandled(node, state.context);
    default:
      return handleUnknown(node, state.context);
  }
}

/** The compiler proves that no kind is forgotten; a plugin could still bring one at run time. */
function handleUnknown(node: never, context: LatexContext): Tex {
  return handleUnhandled(node as Node, context);
}
