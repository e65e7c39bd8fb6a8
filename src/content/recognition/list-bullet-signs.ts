/** Bullets that are signs of the text, as word processors leave them: `• Python` on lines or in paragraphs of their own. */
import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { around, slicePhrasing, toPhrasingText } from '../phrasing-text.ts';
import { joinLines, type Line, splitLines } from './split-lines.ts';

/** Several in a row are a rating: `●●●○○ Python`. */
const sign = /^[•‣⁃◦▪▫■□●○➢➤➔►▸✓✔]\s*(?![•‣⁃◦▪▫■□●○➢➤➔►▸✓✔\s])(?=\S)/u;

/** The nodes with two or more such lines in a row as a list. */
export function listBulletSigns(nodes: readonly RootContent[]): RootContent[] {
  const found: RootContent[] = [];
  let run: Paragraph[] = [];
  const flush = (): void => {
    const items = run.flatMap(toItems);
    found.push(...(items.length > 1 ? [toList(items)] : run));
    run = [];
  };
  for (const node of nodes) {
    const { text, bullets } = splitAtBullets(node);
    if (text || !bullets) flush();
    if (text) found.push(text);
    if (bullets) run.push(bullets);
    else found.push(node);
  }
  flush();
  return found;
}

/** A paragraph's lines before its first bullet, and from there on where all the rest are bullets that may go on. */
function splitAtBullets(node: RootContent): { text?: Paragraph; bullets?: Paragraph } {
  if (node.type !== 'paragraph') return {};
  const lines = splitLines(node.children);
  const at = lines.findIndex(isBullet);
  if (at < 0) return {};
  if (at === 0) return { bullets: node };
  // A sign within a text may be anything; in two lines it is a bullet.
  if (lines.filter(isBullet).length < 2) return {};
  return { text: toParagraph(node, lines.slice(0, at)), bullets: toParagraph(node, lines.slice(at)) };
}

function isBullet({ nodes }: Line): boolean {
  const text = toPhrasingText(nodes);
  // `• mail • phone` on one line are contacts.
  return sign.test(text) && !/\s[•‣]\s/u.test(text.slice(1));
}

function toItems({ children }: Paragraph): ListItem[] {
  const groups: Line[][] = [];
  for (const line of splitLines(children)) {
    if (isBullet(line)) groups.push([line]);
    else (groups.at(-1) as Line[]).push(line);
  }
  return groups.map((lines): ListItem => {
    const nodes = joinLines(lines);
    const text = toPhrasingText(nodes);
    const said = slicePhrasing(nodes, (sign.exec(text) as RegExpExecArray)[0].length);
    return { type: 'listItem', spread: false, children: [toItemText(said)], position: around(nodes) };
  });
}

function toItemText(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children, position: around(children) };
}

function toList(children: ListItem[]): List {
  return { type: 'list', ordered: false, spread: false, children, position: around(children) };
}

function toParagraph(node: Paragraph, lines: readonly Line[]): Paragraph {
  const children = joinLines(lines);
  return { ...node, children, position: around(children) };
}
