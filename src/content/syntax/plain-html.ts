import type { Element, Root } from 'hast';

/**
 * Elements whose tags, where they come in pairs and nest right, mean nothing beyond themselves: neither of an element outside
 * (as `p` ends a `p`) nor of one of the same name within (as with `a`).
 */
const plainElements: ReadonlySet<string> = new Set(
  (
    'abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong ' +
    'sub sup time tt u var'
  ).split(' '),
);
const plainVoidElements: ReadonlySet<string> = new Set(['br', 'wbr']);

const part = /<(\/?)([a-z][a-z0-9]*|mdcv-(?:\d+|root))(?: mdcv="(\d+)")?\s*(\/?)>|[ \n\t]+/y;

/**
 * Reads what `toHtmlSource` wrote, without an HTML parser, which takes longer to load than most CVs to read.
 * @returns the tree that a parser would make; `undefined` where HTML's rules have a say: for blocks, attributes, tags that cross
 */
export function readPlainHtml(html: string): Root | undefined {
  const root: Root = { type: 'root', children: [] };
  const open: (Root | Element)[] = [root];
  part.lastIndex = 0;
  for (let at = 0; at < html.length; at = part.lastIndex) {
    const found = part.exec(html);
    if (!found) return undefined;
    const [text, slash, name, mdcv, selfClosing] = found;
    const parent = open.at(-1) as Root | Element;
    if (name === undefined) parent.children.push({ type: 'text', value: text });
    else if (slash) {
      if (open.length === 1 || (parent as Element).tagName !== name) return undefined;
      open.pop();
    } else {
      const isVoid = plainVoidElements.has(name);
      if (!isVoid && (selfClosing || !(name.startsWith('mdcv-') || plainElements.has(name))))
        return undefined;
      const properties = mdcv === undefined ? {} : { mdcv };
      const element: Element = { type: 'element', tagName: name, properties, children: [] };
      parent.children.push(element);
      if (!isVoid) open.push(element);
    }
  }
  return open.length === 1 ? root : undefined;
}
