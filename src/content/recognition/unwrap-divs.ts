/** Fenced divs set nothing apart on the page: their content takes their place, and inherits their attributes. */
import type { RootContent } from 'mdast';
import type { VFile } from 'vfile';
import type { Attributes } from '../../model/cv.ts';
import { addProblem } from '../../problem.ts';
import type { FencedDiv } from '../nodes.ts';
import { attributesOf } from './prose.ts';

const bibliographyNames: ReadonlySet<string> = new Set([
  'publications',
  'bibliography',
  'references',
  'refs',
]);

/** The nodes with every div replaced by its content, at all depths. */
export function unwrapDivs(nodes: readonly RootContent[], vfile: VFile): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === 'fencedDiv') return unwrapDiv(node, vfile);
    if (!isFlowParent(node)) return [node];
    return [{ ...node, children: unwrapDivs(node.children as RootContent[], vfile) } as RootContent];
  });
}

function unwrapDiv(div: FencedDiv, vfile: VFile): RootContent[] {
  const attributes = attributesOf(div);
  if (div.children.length === 0) warnOfBibliography(div, attributes?.id, vfile);
  const children = unwrapDivs(div.children, vfile);
  if (!attributes) return children;
  const { id, ...inherited } = attributes;
  return children.map((node, index) => withAttributes(node, index === 0 ? attributes : inherited));
}

function warnOfBibliography(div: FencedDiv, id: string | undefined, vfile: VFile): void {
  const name = id !== undefined && /^refs\b/iu.test(id) ? id : div.name;
  if (!name || (name !== id && !bibliographyNames.has(name.toLowerCase()))) return;
  addProblem(vfile, 'unknown-block', {
    reason: `Cannot fill the block \`${name}\`: publications come from a .bib file, into a block that stands on its own`,
    note: 'Name the file in the front matter, `bibliography: publications.bib`, and put the block outside lists and quotes.',
    place: div,
  });
}

function withAttributes(node: RootContent, { id, classes, values }: Attributes): RootContent {
  const own = attributesOf(node) ?? { classes: [], values: {} };
  const attributes: Attributes = {
    id: own.id ?? id,
    classes: [...new Set([...classes, ...own.classes])],
    values: { ...values, ...own.values },
  };
  return { ...node, data: { ...('data' in node ? node.data : undefined), attributes } } as RootContent;
}

function isFlowParent(node: RootContent): node is Extract<RootContent, { children: unknown[] }> {
  return (
    node.type === 'blockquote' ||
    node.type === 'list' ||
    node.type === 'listItem' ||
    node.type === 'definitionList' ||
    node.type === 'definitionDescription' ||
    node.type === 'footnoteDefinition'
  );
}
