/** What nodes say, as the lines and fields of which each may turn up by itself. */
import type { Nodes, PhrasingContent } from 'mdast';
import { findMail } from '../content/find-mail.ts';
import { isPhrasing } from '../content/is-phrasing.ts';
import { hardBreak, opaque, toPhrasingText } from '../content/phrasing-text.ts';
import type { PrivateText } from './private-part.ts';

/** What parts the fields of a heading, the contacts of a line, and a remark from what it is about. */
const fieldSeparator = new RegExp(`[|｜·•()（）[\\]${hardBreak}${opaque}]|\\s[–—]\\s`, 'u');
const url = /https?:\/\/[^\s<>()（）|]+/gu;
/** A number to call within a text; years and dates are none. */
const phone = /(?<![\p{L}\p{N}.,])(?:\+|\(?0)[\d\s()./–-]{6,}\d(?![\p{L}\p{N}])/gu;

/** Every text in the nodes: what is read, and what links and pictures point to. */
export function textsOf(nodes: readonly Nodes[]): PrivateText[] {
  return nodes.flatMap(textsIn);
}

function textsIn(node: Nodes): PrivateText[] {
  if ('children' in node) {
    const children = node.children as Nodes[];
    const [first] = children;
    const isLine = first && (first.type === 'rawLatex' || isPhrasing(first));
    const inner = isLine ? children.flatMap(hiddenIn) : textsOf(children);
    const own = isLine ? toText(toPhrasingText(children as PhrasingContent[])) : [];
    return [...own, ...inner, ...hiddenIn({ ...node, children: [] } as Nodes)];
  }
  return [...('value' in node ? node.value.split('\n').flatMap(toText) : []), ...hiddenIn(node)];
}

/** What stands behind phrasing: where a link leads, which file a picture is, and raw LaTeX and formulas, which are no text. */
function hiddenIn(node: Nodes): PrivateText[] {
  const children = 'children' in node ? (node.children as Nodes[]).flatMap(hiddenIn) : [];
  if (node.type === 'link') return [toAddress(node.url), ...children];
  if (node.type === 'image')
    return [{ kind: 'file', value: node.url }, ...(node.alt ? toText(node.alt) : [])];
  if (node.type === 'rawLatex' || node.type === 'inlineMath') return toText(node.value);
  return children;
}

function toAddress(address: string): PrivateText {
  const number = /^tel:(.*)$/i.exec(address)?.[1];
  return number ? { kind: 'phone', value: number } : { kind: 'address', value: address };
}

/** A text with the fields, addresses and numbers in it. */
export function toText(text: string): PrivateText[] {
  const fields = text.split(fieldSeparator).flatMap((field): PrivateText[] => {
    const value = field.replace(/\s+/g, ' ').trim();
    return value === '' ? [] : [{ kind: 'text', value }];
  });
  const addresses = [
    ...findMail(text).map(({ address }) => address),
    ...[...text.matchAll(url)].map(([address]) => address),
  ].map((value): PrivateText => ({ kind: 'address', value }));
  const phones = [...text.matchAll(phone)].map(([value]): PrivateText => ({ kind: 'phone', value }));
  return [...fields, ...addresses, ...phones];
}
