/** Citations within sentences, as pandoc sets them: `(Zhang et al. 2025)`. */
import type { PhrasingContent, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { walkTree } from '../content/syntax/walk-tree.ts';
import { placeInText } from '../latex/place-in-text.ts';
import { nearestName } from '../nearest-name.ts';
import { addProblem } from '../problem.ts';
import { readParagraph } from './mark-places.ts';
import { type Citation, type Cite, parseCitations } from './parse-citation.ts';

/** How a key is cited: names and year as plain text; `undefined` for a key that no entry has. */
export type ShortCitation = (key: string) => { names: string; year: string } | undefined;

/** How a publication is set where it is cited by itself; `undefined` for a key that no entry has. */
export type WholeCitation = (key: string, hidesAuthors: boolean) => PhrasingContent[] | undefined;

/** The keys that a tree cites in its text, in their order, each once. */
export function findCitedKeys(root: Root, isKnown: (key: string) => boolean): string[] {
  const keys: string[] = [];
  walkTree(root, (node) => {
    if (node.type !== 'text' || !node.value.includes('@')) return;
    for (const { cites } of parseCitations(node.value)) keys.push(...cites.map(({ key }) => key));
  });
  return [...new Set(keys)].filter((key) => key === '*' || isKnown(key));
}

/**
 * Sets publications in full where paragraphs within lists, tables or definitions hold nothing but citations, since no list of publications can
 * stand there.
 */
export function resolveWholeCitations(root: Root, cite: WholeCitation): void {
  walkTree(root, (node) => {
    if (node.type !== 'paragraph') return;
    const citations = readParagraph(node);
    if (!citations) return;
    const { keys, hidesAuthors } = citations;
    const references = keys.flatMap((key) => {
      const reference = cite(key, hidesAuthors);
      return reference ? [reference] : [];
    });
    if (references.length < keys.length) return;
    node.data = { ...node.data, isReference: true };
    node.children = references.flatMap((one, index): PhrasingContent[] =>
      index > 0 ? [{ type: 'break' }, ...one] : one,
    );
  });
}

/**
 * Replaces citations by names and years. What looks like one in brackets but names no entry is warned of and left as it is; outside
 * brackets it is some other use of `@`.
 */
export function resolveCitations(
  root: Root,
  cite: ShortCitation,
  keys: readonly string[],
  vfile: VFile,
): void {
  walkTree(root, (node) => {
    if (!('children' in node) || !node.children.some(isCandidate)) return;
    (node.children as PhrasingContent[]) = (node.children as PhrasingContent[]).flatMap((child) =>
      isCandidate(child) ? resolveText(child as Text, cite, keys, vfile) : [child],
    );
  });
}

function isCandidate(node: { type: string }): boolean {
  return node.type === 'text' && (node as Text).value.includes('@');
}

function resolveText(
  node: Text,
  cite: ShortCitation,
  keys: readonly string[],
  vfile: VFile,
): PhrasingContent[] {
  const citations = parseCitations(node.value);
  const missing = citations.filter(({ isBracketed }) => isBracketed).flatMap((one) => findMissing(one, cite));
  for (const { key, start } of missing) {
    const nearest = nearestName(key, keys);
    addProblem(vfile, 'unknown-citation', {
      reason: `Cannot find \`@${key}\`, no bibliography has this key`,
      note: nearest
        ? `Did you mean \`@${nearest}\`?`
        : 'Check the key, or write `\\@` if no publication is meant.',
      place: placeInText(node.value, start, node.position),
    });
  }
  let value = '';
  let from = 0;
  for (const citation of citations) {
    const shown = showCitation(citation, cite);
    if (shown === undefined) continue;
    value += node.value.slice(from, citation.start) + shown;
    from = citation.end;
  }
  return from === 0 ? [node] : [{ ...node, value: value + node.value.slice(from) }];
}

function findMissing({ cites, start }: Citation, cite: ShortCitation): { key: string; start: number }[] {
  return cites.filter(({ key }) => key !== '*' && !cite(key)).map(({ key }) => ({ key, start }));
}

/** `undefined` where not every key is known, so that the text stays. */
function showCitation({ cites, isBracketed }: Citation, cite: ShortCitation): string | undefined {
  const parts = cites.map((one) => showCite(one, cite, isBracketed));
  if (parts.some((part) => part === undefined)) return undefined;
  return isBracketed ? `(${parts.join('; ')})` : parts.join('; ');
}

function showCite(
  { key, hidesAuthors, prefix, suffix }: Cite,
  cite: ShortCitation,
  isBracketed: boolean,
): string | undefined {
  const found = cite(key);
  if (!found) return undefined;
  // Without a year the names stay, without names the key.
  const names = hidesAuthors && found.year ? '' : found.names;
  const year = isBracketed || !names || !found.year ? found.year : `(${found.year})`;
  const core = [names, year].filter(Boolean).join(' ') || key;
  return [prefix, core + (suffix ? `, ${suffix}` : '')].filter(Boolean).join(' ');
}
