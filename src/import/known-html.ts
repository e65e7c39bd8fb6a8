/** The HTML that people write into their data for web pages, as Markdown: emphasis, links, lines, paragraphs, lists. What has no end stays text. */
import type { Html, Nodes, Parents, PhrasingContent, Root } from 'mdast';

/** Paragraphs and lists of HTML as those of Markdown, where the text has such elements as a whole. */
export function openHtml(text: string): string {
  const markdown = joinBreaks(text);
  if (!/<\/(?:p|div|ul|ol|li|h[1-6])\s*>/iu.test(markdown)) return markdown;
  return markdown
    .split(/(<\/?(?:p|div|ul|ol|li|h[1-6])(?:\s[^<>]*)?>)/iu)
    .map((piece, index) => (index % 2 === 0 ? piece.trim() : toMarker(piece)))
    .join('')
    .trim();
}

/** What such a tag is in Markdown. */
function toMarker(tag: string): string {
  if (/^<\/li/iu.test(tag)) return '';
  if (/^<li/iu.test(tag)) return '\n- ';
  return /^<h/iu.test(tag) ? '\n\n### ' : '\n\n';
}

/** Line ends without the white space around them; several at once end a paragraph. */
function joinBreaks(text: string): string {
  const [first = '', ...others] = text.split(/<br\s*\/?>/iu);
  if (others.length === 0) return text;
  const joined = [first.trimEnd()];
  let breaks = 0;
  for (const [index, part] of others.entries()) {
    breaks += 1;
    const isLast = index === others.length - 1;
    if (part.trim() === '' && !isLast) continue;
    joined.push(breaks > 1 ? '\n\n' : '<br>', isLast ? part.trimStart() : part.trim());
    breaks = 0;
  }
  return joined.join('');
}

/** Tags within lines as the nodes that they stand for, in place. */
export function joinHtml(root: Root): void {
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return;
    for (const child of node.children) walk(child);
    if (inLine.has(node.type) && node.children.some(({ type }) => type === 'html'))
      (node as Parents).children = join(node.children as PhrasingContent[]);
  };
  walk(root);
}

const inLine: ReadonlySet<string> = new Set(['paragraph', 'heading', 'emphasis', 'strong', 'link']);

const tag =
  /^<(?<slash>\/?)(?<name>[a-z][a-z0-9]*)(?:\s+[^<>]*?(?:href\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'))?[^<>]*)?\/?>$/iu;

interface Open {
  name: string;
  href: string | undefined;
  start: Html;
  children: PhrasingContent[];
}

function join(children: readonly PhrasingContent[]): PhrasingContent[] {
  const done: PhrasingContent[] = [];
  const stack: Open[] = [];
  const put = (...nodes: PhrasingContent[]): void => {
    (stack.at(-1)?.children ?? done).push(...nodes);
  };
  /** An element without an end is text, and what is in it stays. */
  const drop = (): void => {
    const open = stack.pop();
    if (open) put(open.start, ...open.children);
  };
  for (const child of children) {
    const found = child.type === 'html' ? tag.exec(child.value)?.groups : undefined;
    const name = found?.name?.toLowerCase() ?? '';
    if (child.type !== 'html' || !known.has(name)) put(child);
    else if (name === 'br') put({ type: 'break' });
    else if (!found?.slash && stack.length < deepest)
      stack.push({ name, href: found?.double ?? found?.single, start: child, children: [] });
    else if (found?.slash && stack.some((open) => open.name === name)) {
      while (stack.at(-1)?.name !== name) drop();
      const open = stack.pop();
      if (open) put(...close(open));
    } else put(child);
  }
  while (stack.length > 0) drop();
  return done;
}

/** Far beyond what people write; every later step goes as deep. What is deeper is text. */
const deepest = 32;

const known: ReadonlySet<string> = new Set(
  'br b strong i em cite var a u span small mark font abbr code tt kbd samp ins'.split(' '),
);

function close({ name, href, children }: Open): PhrasingContent[] {
  switch (name) {
    case 'b':
    case 'strong':
      return trimmed(children, (inner) => ({ type: 'strong', children: inner }));
    case 'i':
    case 'em':
    case 'cite':
    case 'var':
      return trimmed(children, (inner) => ({ type: 'emphasis', children: inner }));
    case 'a':
      return href ? [{ type: 'link', url: href.trim(), children } as PhrasingContent] : children;
    case 'code':
    case 'tt':
    case 'kbd':
    case 'samp': {
      const [only, ...others] = children;
      return only?.type === 'text' && others.length === 0
        ? [{ type: 'inlineCode', value: only.value }]
        : children;
    }
    default:
      return children;
  }
}

/** Markdown has no emphasis that begins or ends with a space. */
function trimmed(
  children: PhrasingContent[],
  wrap: (inner: PhrasingContent[]) => PhrasingContent,
): PhrasingContent[] {
  const inner = [...children];
  const [first] = inner;
  let before = '';
  let after = '';
  if (first?.type === 'text') {
    before = /^\s*/u.exec(first.value)?.[0] ?? '';
    inner[0] = { ...first, value: first.value.slice(before.length) };
  }
  const last = inner.at(-1);
  if (last?.type === 'text') {
    const kept = last.value.trimEnd();
    after = last.value.slice(kept.length);
    inner[inner.length - 1] = { ...last, value: kept };
  }
  const words = inner.filter((node) => node.type !== 'text' || node.value !== '');
  return [
    ...(before ? [{ type: 'text' as const, value: before }] : []),
    ...(words.length > 0 ? [wrap(words)] : []),
    ...(after ? [{ type: 'text' as const, value: after }] : []),
  ];
}
