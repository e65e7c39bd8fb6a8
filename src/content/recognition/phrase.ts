/** Making a model's `Phrase` of nodes or of plain text. */
import type { PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import type { Phrase } from '../../model/cv.ts';
import { around, opaque, splitAtMatches, toPhrasingText, trimPhrasing } from '../phrasing-text.ts';

/** A phrase of trimmed nodes; `undefined` where no visible word or sign is left. */
export function toPhrase(nodes: readonly PhrasingContent[]): Phrase | undefined {
  const children = trimPhrasing(nodes);
  return children.length > 0 ? { children, position: around(children) } : undefined;
}

/** A phrase of a plain string, such as a value of the front matter. `text` must not be empty. */
export function textPhrase(text: string, position?: Position | undefined): Phrase {
  return { children: [{ type: 'text', value: text, position }], position };
}

/** A phrase without the emphasis or code span that encloses the whole of it: there the look is the template's. */
export function toPlainPhrase(nodes: readonly PhrasingContent[]): Phrase | undefined {
  return toPhrase(unwrap(trimPhrasing(nodes)));
}

/** The children of an emphasis that encloses all the nodes, however deep; a code span's text. */
export function unwrap(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [only] = nodes;
  if (!only || nodes.length > 1) return [...nodes];
  if (only.type === 'strong' || only.type === 'emphasis') return unwrap(only.children);
  if (only.type === 'inlineCode') return [{ type: 'text', value: only.value, position: only.position }];
  return [only];
}

/** True for one strong, emphasis or code span (or several in a row) with nothing beside it but stops. */
export function isEmphasised(nodes: readonly PhrasingContent[]): boolean {
  const open = nodes.filter((node) => !isEmphasis(node));
  return open.length < nodes.length && /^[\s.,;:]*$/u.test(toPhrasingText(open));
}

/** Strong, emphasis and code, the three ways to set a word off. */
export function isEmphasis(node: PhrasingContent | undefined): boolean {
  return node?.type === 'strong' || node?.type === 'emphasis' || node?.type === 'inlineCode';
}

/** The nodes without images, which in headings and lines of contacts are icons; the images where there is nothing else. */
export function withoutIcons(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = dropImages(nodes);
  return toPhrasingText(kept).trim() === '' ? [...nodes] : trimPhrasing(kept);
}

function dropImages(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'image') return [];
    if (!('children' in node)) return [node];
    const children = dropImages(node.children as PhrasingContent[]);
    return children.length > 0 ? [{ ...node, children } as PhrasingContent] : [];
  });
}

/** Cuts at every match of a pattern in `text`, which runs beside the nodes. Empty pieces vanish, ends are trimmed. */
export function splitPhrasing(
  nodes: readonly PhrasingContent[],
  separator: RegExp,
  text: string = toPhrasingText(nodes),
): PhrasingContent[][] {
  const pieces = splitAtMatches(nodes, text, separator).map((piece) => trimPhrasing(piece.nodes));
  return pieces.filter((piece) => piece.length > 0);
}

/** True where the nodes hold something to read. */
export function hasText(nodes: readonly PhrasingContent[]): boolean {
  return toPhrasingText(nodes).replaceAll(opaque, '').trim() !== '';
}
