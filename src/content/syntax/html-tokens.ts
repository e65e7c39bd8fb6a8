import type { Html, Nodes, Parents, Root } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { addProblem } from '../../problem.ts';
import {
  blockElements,
  inlineElements,
  silentElements,
  vanishingElements,
  voidElements,
} from './html-elements.ts';
import type { TextPoints } from './text-points.ts';
import { walkTree } from './walk-tree.ts';

/** A tag or a run of text, with its place in the file. */
export type HtmlToken = { position?: Position | undefined } & (
  | { kind: 'text'; value: string }
  | { kind: 'open' | 'close' | 'void'; name: string; attributes: string }
);

const token =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[|\]\]>|<[!?][^<>]*>|<(\/?)([A-Za-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/g;

/**
 * Splits the HTML of a tree into tags that mdcv knows, in pairs where they are inline, and text. Comments go, scripts and drawings go
 * with their content, also with the Markdown that was made of it; unknown tags go with a warning a name.
 */
export function readHtmlTokens(root: Root, vfile: VFile, points: TextPoints): Map<Html, HtmlToken[]> {
  const tokens = new Map<Html, HtmlToken[]>();
  const unknown = new Set<string>();
  walkTree(root, (node) => {
    if (!('children' in node)) return;
    if (!node.children.some((child) => child.type === 'html')) return;
    for (const child of node.children) {
      if (child.type !== 'html') continue;
      tokens.set(child, tokenize(child, String(vfile), points));
    }
    (node.children as Nodes[]) = dropVanishing(node.children, tokens);
    for (const child of node.children) {
      if (child.type !== 'html') continue;
      tokens.set(child, dropUnknown(tokens.get(child) as HtmlToken[], unknown, vfile));
    }
    pairInline(node, tokens);
  });
  return tokens;
}

function tokenize(node: Html, source: string, points: TextPoints): HtmlToken[] {
  const html = node.value;
  const found: HtmlToken[] = [];
  const offset = node.position?.start.offset;
  // Exact where the HTML stands in the file as it is here, else the place of the whole.
  const base = offset !== undefined && source.startsWith(html, offset) ? offset : undefined;
  let read = 0;
  for (const match of html.matchAll(token)) {
    pushText(match.index);
    read = match.index + match[0].length;
    if (!match[2]) continue;
    const position = placeAt(match.index, read);
    for (const tag of toTags(match[1] === '/', match[2].toLowerCase(), match[3] as string)) {
      found.push({ ...tag, position });
    }
  }
  pushText(html.length);
  return found;

  function pushText(end: number): void {
    const value = html.slice(read, end);
    if (value === '') return;
    const start = read + (value.length - value.trimStart().length);
    found.push({
      kind: 'text',
      value,
      position: placeAt(start, Math.max(start, read + value.trimEnd().length)),
    });
  }

  function placeAt(start: number, end: number): Position | undefined {
    return base === undefined ? node.position : points.position(base + start, base + end);
  }
}

/** `<i class="x"/>` is meant to be closed, though HTML does not take it so. `</br>` is a break. */
function toTags(
  isClose: boolean,
  name: string,
  rest: string,
): (HtmlToken & { kind: 'open' | 'close' | 'void' })[] {
  if (voidElements.has(name)) return [{ kind: 'void', name, attributes: isClose ? '' : rest }];
  if (isClose) return [{ kind: 'close', name, attributes: '' }];
  const open: HtmlToken = { kind: 'open', name, attributes: rest.replace(/\/\s*$/, ' ') };
  const isSelfClosed = /(?:^|["'\s])\/\s*$/.test(rest);
  return isSelfClosed ? [open, { kind: 'close', name, attributes: '' }] : [open];
}

function dropVanishing(children: readonly Nodes[], tokens: Map<Html, HtmlToken[]>): Nodes[] {
  let inside: string | undefined;
  const ends = new Map<string, number>();
  for (const child of children) {
    for (const { kind, ...rest } of (child.type === 'html' && tokens.get(child)) || []) {
      if (kind === 'close' && 'name' in rest) ends.set(rest.name, (ends.get(rest.name) ?? 0) + 1);
    }
  }
  return children.filter((child) => {
    if (child.type !== 'html') return inside === undefined;
    const kept = (tokens.get(child) as HtmlToken[]).filter((tag) => {
      if (tag.kind === 'text') return inside === undefined;
      if (tag.kind === 'close') ends.set(tag.name, (ends.get(tag.name) as number) - 1);
      if (inside !== undefined) {
        if (tag.kind === 'close' && tag.name === inside) inside = undefined;
        return false;
      }
      if (!vanishingElements.has(tag.name)) return true;
      // One that is never closed takes nothing with it.
      if (tag.kind === 'open' && (ends.get(tag.name) ?? 0) > 0) inside = tag.name;
      return false;
    });
    tokens.set(child, kept);
    return true;
  });
}

function dropUnknown(all: readonly HtmlToken[], reported: Set<string>, vfile: VFile): HtmlToken[] {
  return all.filter((tag) => {
    if (tag.kind === 'text') return true;
    const { name } = tag;
    if (inlineElements.has(name) || blockElements.has(name) || voidElements.has(name)) return true;
    if (silentElements.has(name) || reported.has(name)) return false;
    reported.add(name);
    addProblem(vfile, 'unknown-html', {
      reason: `Cannot use the HTML element \`<${name}>\`, only its text is kept`,
      note: `Write \`\\<${name}>\` if it is meant to be read, or delete the tag.`,
      place: tag.position,
    });
    return false;
  });
}

/**
 * Makes inline tags come in pairs among siblings: what a line leaves open is closed at its end, what a block of HTML leaves open at
 * the end of that block. A closing tag without an opening one goes. A block that a line of Markdown opens (`# <center>Jane Doe`) ends
 * with that line, too: else it would take in the rest of the document.
 */
function pairInline(parent: Parents, tokens: Map<Html, HtmlToken[]>): void {
  const open: { name: string; node: Html }[] = [];
  const isFlow = flowParents.has(parent.type);
  for (const child of parent.children) {
    if (child.type !== 'html') continue;
    const kept = (tokens.get(child) as HtmlToken[]).filter((tag) => {
      if (tag.kind === 'text' || tag.kind === 'void') return true;
      const isBlock = !inlineElements.has(tag.name);
      if (isBlock && isFlow) return true;
      if (tag.kind === 'open') {
        open.push({ name: tag.name, node: child });
        return true;
      }
      const index = open.findLastIndex((other) => other.name === tag.name);
      if (index !== -1) open.splice(index, 1);
      // It may have been opened in another block.
      return index !== -1 || isBlock;
    });
    tokens.set(child, kept);
  }
  const end: Html = { type: 'html', value: '' };
  tokens.set(end, []);
  if (open.length > 0 && !isFlow) (parent.children as Nodes[]).push(end);
  for (const { name, node } of open.reverse()) {
    const target = isFlow ? node : end;
    tokens.get(target)?.push({ kind: 'close', name, attributes: '' });
  }
}

const flowParents: ReadonlySet<string> = new Set([
  'root',
  'blockquote',
  'listItem',
  'footnoteDefinition',
  'definitionDescription',
  'fencedDiv',
]);
