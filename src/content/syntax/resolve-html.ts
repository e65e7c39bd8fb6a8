import type { Element, Nodes as HastNodes, Parents } from 'hast';
import type { Nodes, Root } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { fitChildren } from './fit-children.ts';
import { toFlow } from './html-flow.ts';
import { convertElement } from './html-handlers.ts';
import { toHtmlSource } from './html-source.ts';
import { readHtmlTokens } from './html-tokens.ts';
import { readPlainHtml } from './plain-html.ts';
import type { TextPoints } from './text-points.ts';

/**
 * Turns the HTML of a tree into mdast. The whole tree goes through an HTML parser, Markdown and all, so that an element may begin
 * in one block and end in another; what HTML's rules say of missing tags holds. Where they have nothing to say, none is loaded.
 * @param tags by which the CV's variants choose
 */
export async function resolveHtml(
  root: Root,
  vfile: VFile,
  points: TextPoints,
  tags: ReadonlySet<string>,
): Promise<void> {
  const tokens = readHtmlTokens(root, vfile, points);
  const { html, nodes } = toHtmlSource(root, tokens);
  const tree = readPlainHtml(html) ?? (await import('./parse-html.ts')).parseHtml(html);
  const check = { vfile, tags, reported: new Set<string>() };
  let last = root.position;
  root.children = toFlow(convertAll(tree));

  function convertAll(parent: HastNodes): Nodes[] {
    const { children } = parent as Parents;
    if (!isHeading(parent) || !areColumns(children)) return endLinesOnce(children.flatMap(convert));
    return children.filter(isSpan).flatMap((child, index): Nodes[] => {
      const made = convert(child);
      return index > 0 ? [{ type: 'text', value: '\t', position: last }, ...made] : made;
    });
  }

  /** HTML collapses the line ending behind `<br>`: that line has ended. */
  function endLinesOnce(made: readonly Nodes[]): Nodes[] {
    return made.map((node, index) => {
      const ending =
        made[index - 1]?.type === 'break' && node.type === 'text' && /^[ \t]*\n[ \t]*/.exec(node.value);
      if (!ending) return node;
      const { value, position } = node;
      const [{ length }] = ending;
      // What was parsed has its place.
      const { start, end } = position as Position;
      return {
        ...node,
        value: value.slice(length),
        position: { start: points.point((start.offset as number) + length), end },
      };
    });
  }

  function isHeading(node: HastNodes): boolean {
    return node.type === 'element' && (originOf(node)?.type === 'heading' || /^h[1-6]$/.test(node.tagName));
  }

  /** Two spans and nothing else: a style sheet sets the one at the left and the other at the right. */
  function areColumns(children: readonly HastNodes[]): boolean {
    const others = children.filter((child) => !isSpan(child));
    return children.length - others.length === 2 && others.every(isBlank);
  }

  function isBlank(node: HastNodes): boolean {
    const text = node.type === 'element' ? originOf(node) : node;
    return text?.type === 'text' && text.value.trim() === '';
  }

  /** The Markdown node that an element stands for. */
  function originOf({ tagName }: Element): Nodes | undefined {
    const markdown = /^mdcv-(\d+)$/.exec(tagName);
    return markdown ? nodes[Number(markdown[1])] : undefined;
  }

  function convert(child: HastNodes): Nodes[] {
    // Only white space and what stands in `pre` is text here, all else are Markdown nodes.
    if (child.type === 'text')
      return [{ type: 'text', value: child.value.trim() === '' ? ' ' : child.value, position: last }];
    const node = child as Element;
    const markdown = /^mdcv-(\d+)$/.exec(node.tagName);
    const origin = nodes[Number(markdown?.[1] ?? node.properties.mdcv)];
    // What HTML puts in by itself, such as a row, is where its content is about to be.
    const position = origin?.position ?? last;
    last = position;
    if (markdown) return fitChildren(origin as Nodes, convertAll(node));
    const converted = convertElement(node, { position, check, children: () => convertAll(node) });
    for (const made of converted) if (made.position === position) extend(made);
    return converted;
  }
}

function isSpan(node: HastNodes): boolean {
  return node.type === 'element' && node.tagName === 'span';
}

/** An element goes from its tag to the end of what it holds. */
function extend(node: Nodes): void {
  const end = 'children' in node ? node.children.at(-1)?.position?.end : undefined;
  const position = node.position;
  if (!end || !position || (end.offset as number) <= (position.end.offset as number)) return;
  node.position = { start: position.start, end };
}
