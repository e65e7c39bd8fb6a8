/** Texts of other formats as mdast: plain ones literally, Markdown as it is meant, whatever mdcv would read into it beyond CommonMark. */
import type { List, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Position } from 'unist';
import { VFile } from 'vfile';
import { isPhrasing } from '../content/is-phrasing.ts';
import { resolveLinks } from '../content/syntax/resolve-links.ts';
import { resolveReferences } from '../content/syntax/resolve-references.ts';
import { addProblem } from '../problem.ts';
import { joinHtml, openHtml } from './known-html.ts';

/** A plain text within a line. */
export function toText(value: string): PhrasingContent[] {
  const line = value.replace(/\s+/gu, ' ').trim();
  return line === '' ? [] : [{ type: 'text', value: line }];
}

/** A plain text within a line, in which web pages set off words: `<b>Lead</b>, <a href="…">Acme</a>`. */
export function toMarkedText(value: string, vfile: VFile, position?: Position): PhrasingContent[] {
  return /<\/[a-z]+>|<br\b/iu.test(value) ? toPhrasing(value, vfile, position) : toText(value);
}

/** Nodes that lead somewhere, where the address is one on the web. */
export function toLink(children: PhrasingContent[], url: string | undefined): PhrasingContent[] {
  return url !== undefined && isWebAddress(url) && children.length > 0
    ? [{ type: 'link', url: url.trim(), children }]
    : children;
}

/** True for an address that a link of a PDF may lead to. */
export function isWebAddress(url: string): boolean {
  return /^(?:https?|mailto|tel):[^\s<>]+$/iu.test(url.trim());
}

/** An address with its scheme; a domain without one, as people write it, is on the web. */
export function toWebAddress(url: string): string | undefined {
  const plain = url.trim();
  if (isWebAddress(plain)) return plain;
  const isFile = /^[^/]*\.(?:html?|php|pdf|docx?|md|txt|png|jpe?g|gif|svg|webp)$/iu.test(plain);
  const isDomain = !isFile && /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#][^\s<>]*)?$/u.test(plain);
  return isDomain ? `https://${plain}` : undefined;
}

/** An address as a reader sees it, with its link where it is safe. */
export function toAddress(url: string): PhrasingContent[] {
  return toLink(toText(url), url);
}

/**
 * Markdown of another format, with the HTML that people write into it; other HTML is text. Headings are bold lines, links that are not safe lose
 * their address.
 * @param position of the value in its file, for messages
 */
export function toFlow(markdown: string, vfile: VFile, position?: Position): RootContent[] {
  const source = openHtml(markdown);
  const root = unified().use(remarkParse).parse(source) as Root;
  resolveReferences(root, source);
  joinHtml(root);
  const fragment = new VFile({ path: vfile.path });
  resolveLinks(root, fragment);
  for (const { reason, note } of fragment.messages)
    addProblem(vfile, 'unsafe-link', { reason, note, place: position });
  return root.children
    .flatMap((node) => plainNode(node) as RootContent[])
    .map((node) => markAddresses(isPhrasing(node) ? toParagraph([node]) : node) as RootContent);
}

const address = /https?:\/\/[^\s<>]+/gu;
/** Signs that Markdown would have escaped, which then were parts of the address. */
const escapedSign = /[~*_{|]/u;

/** Addresses with such signs in running text as links to themselves: `<https://…/~ada>`. */
function markAddresses(node: Nodes): Nodes {
  if (!('children' in node) || node.type === 'link') return node;
  const children = (node.children as Nodes[]).flatMap((child): Nodes[] =>
    child.type === 'text' ? splitAtAddresses(child.value) : [markAddresses(child)],
  );
  return { ...node, children } as Nodes;
}

function splitAtAddresses(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    let { length } = found;
    while ('.,;:!?)'.includes(found.charAt(length - 1))) length -= 1;
    const url = found.slice(0, length);
    if (!escapedSign.test(url)) continue;
    nodes.push({ type: 'text', value: text.slice(done, index) });
    nodes.push({ type: 'link', url, children: [{ type: 'text', value: url }] });
    done = index + url.length;
  }
  nodes.push({ type: 'text', value: text.slice(done) });
  return nodes.filter((node) => node.type !== 'text' || node.value !== '');
}

/** Markdown within a line; what is more than a paragraph is taken literally. */
export function toPhrasing(markdown: string, vfile: VFile, position?: Position): PhrasingContent[] {
  const line = markdown.replace(/\s+/gu, ' ').trim();
  const [only, ...others] = toFlow(line, vfile, position);
  return only?.type === 'paragraph' && others.length === 0 ? only.children : toText(line);
}

export function toParagraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** A bullet for each; one without words is left out. */
export function toList(items: readonly RootContent[][], ordered = false): RootContent[] {
  const children = items
    .filter((item) => item.length > 0)
    .map((item) => ({ type: 'listItem' as const, spread: false, children: item as Paragraph[] }));
  const list: List = { type: 'list', ordered, spread: false, children };
  return children.length > 0 ? [list] : [];
}

/** `**Label:** text`. */
export function toLabelled(label: string, children: PhrasingContent[]): Paragraph[] {
  if (children.length === 0) return [];
  const strong: PhrasingContent = { type: 'strong', children: [{ type: 'text', value: `${label}:` }] };
  return [toParagraph([strong, { type: 'text', value: ' ' }, ...children])];
}

/**
 * A text of any length behind its label. More than a paragraph is an item of a list, so that what stands below is not taken for a part of it, nor
 * a list in it for what stands below.
 */
export function toLabelledFlow(label: string, flow: readonly RootContent[]): RootContent[] {
  const [first, ...others] = flow;
  const isLine = first?.type === 'paragraph';
  if (!first || (isLine && others.length === 0)) return toLabelled(label, isLine ? first.children : []);
  const name: PhrasingContent = { type: 'strong', children: [{ type: 'text', value: `${label}:` }] };
  const [head = toParagraph([name])] = isLine ? toLabelled(label, first.children) : [];
  const children = [head, ...(isLine ? others : flow)] as Paragraph[];
  return [
    { type: 'list', ordered: false, spread: false, children: [{ type: 'listItem', spread: true, children }] },
  ];
}

/** Words in a row, parted so that they can be told apart again (`formats/split-words`). */
export function joinWords(words: readonly string[]): string {
  const joint = words.some((word) => /\p{Script=Han}/u.test(word)) ? '、' : ', ';
  if (!words.some((word) => /[,，、;；]/u.test(word))) return words.join(joint);
  return words.length > 1 ? words.join('; ') : `${words.join()};`;
}

function plainNode(node: Nodes): Nodes[] {
  switch (node.type) {
    case 'html':
      return [isRaised(node.value) ? node : { type: 'text', value: node.value }];
    case 'heading':
      return [
        toParagraph([{ type: 'strong', children: plainChildren(node.children, node) as PhrasingContent[] }]),
      ];
    case 'image': {
      const alt: PhrasingContent[] = toText(node.alt || node.url);
      return toLink(alt, node.url);
    }
    case 'inlineCode':
      // knitr would run it.
      return [/^r .*[($:]/.test(node.value) ? { type: 'text', value: node.value } : bare(node)];
    case 'code':
      return [{ ...bare(node), lang: node.lang?.startsWith('{') ? null : node.lang } as Nodes];
    default:
      return [
        'children' in node
          ? ({ ...bare(node), children: plainChildren(node.children, node) } as Nodes)
          : bare(node),
      ];
  }
}

/** HTML is a word of a line, or a paragraph beside others. */
function plainChildren(children: readonly Nodes[], parent: Nodes): Nodes[] {
  const plain = children.flatMap(plainNode);
  if (linesOnly.has(parent.type)) return plain;
  return plain.map((node) => (isPhrasing(node) ? toParagraph([node]) : node));
}

/** `m<sup>2</sup>` is what people write for mdcv, too. */
function isRaised(html: string): boolean {
  return /^<\/?su[bp]>$/u.test(html);
}

const linesOnly: ReadonlySet<string> = new Set(['paragraph', 'heading', 'emphasis', 'strong', 'link']);

/** Places are those of a fragment, and mean nothing in the CV. */
function bare<T extends Nodes>(node: T): T {
  return { ...node, position: undefined };
}
