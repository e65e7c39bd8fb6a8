import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Edition } from '../../model/edition.ts';
import { addProblem } from '../../problem.ts';
import { tagsOf } from '../../selection/selection.ts';
import type { FrontMatter } from '../front-matter/front-matter.ts';
import { type FrontMatterPlace, findFrontMatter } from '../front-matter/front-matter-split.ts';
import { hideEscapedSigns } from './escaped-signs.ts';
import { limitBlanks } from './limit-blanks.ts';
import { parseBody } from './parse-body.ts';
import { resolveAttributes } from './resolve-attributes.ts';
import { resolveLinks } from './resolve-links.ts';
import { resolveRaw } from './resolve-raw.ts';
import { resolveReferences } from './resolve-references.ts';
import { resolveScripts } from './resolve-scripts.ts';
import { resolveShortcodes } from './resolve-shortcodes.ts';
import { showBareLinks } from './show-bare-links.ts';
import { createTextPoints, type TextPoints } from './text-points.ts';
import { walkTree } from './walk-tree.ts';

export interface ParseOptions {
  /** Which edition the front matter is read for. */
  edition?: Edition | undefined;
  /** Of a letter: the front matter of its CV, of which it has the variants and languages. */
  cv?: FrontMatter | undefined;
  /** Tags by which variants choose, of a text that has no front matter of its own. */
  tags?: ReadonlySet<string> | undefined;
}

export interface ParsedMarkdown {
  /**
   * mdast with the nodes of `nodes.ts`, without `html`, `definition`, `linkReference` and `imageReference`. Every node has the
   * position of its place in the file.
   */
  root: Root;
  frontMatter: FrontMatter;
}

/**
 * Parses a CV: front matter, Markdown with what pandoc, Jekyll and HTML add to it. Everything that is wrong becomes a message of
 * `vfile`; nothing is thrown.
 */
export async function parseMarkdown(vfile: VFile, options: ParseOptions = {}): Promise<ParsedMarkdown> {
  const source = String(vfile);
  const points = createTextPoints(source);
  const place = findFrontMatter(source);
  const frontMatter = await readFrontMatter(vfile, place, points, options);
  const tags = options.tags ?? tagsOf(frontMatter);
  const isMath = frontMatter.math?.value ?? false;
  const { root, math } = parseBody(vfile, place?.bodyStart ?? 0, points, { math: isMath });
  resolveReferences(root, source);
  if (hasHtml(root)) {
    // parse5 costs more to load than all else here, and few CVs need it.
    const { resolveHtml } = await import('./resolve-html.ts');
    await resolveHtml(root, vfile, points, tags);
  }
  const showEscapedSigns = hideEscapedSigns(root, source);
  resolveRaw(root, vfile, { math, latex: frontMatter.raw?.value === 'latex' });
  resolveAttributes(root, vfile, tags);
  showEscapedSigns();
  resolveScripts(root, source, points);
  await resolveShortcodes(root, source, points);
  resolveLinks(root, vfile);
  showBareLinks(root);
  dropLastBackslashes(root);
  dropEmpty(root);
  limitBlanks(root);
  return { root, frontMatter };
}

/** The YAML library is loaded only where there is front matter. */
async function readFrontMatter(
  vfile: VFile,
  place: FrontMatterPlace | undefined,
  points: TextPoints,
  { edition = {}, cv }: ParseOptions,
): Promise<FrontMatter> {
  if (!place && !cv)
    return { contacts: [], ...(edition.lang !== undefined && { lang: { value: edition.lang } }) };
  if (place?.missing) reportMissingFence(vfile, place, points);
  const { parseFrontMatter } = await import('../front-matter/front-matter-parse.ts');
  return parseFrontMatter(vfile, place ?? { start: 0, end: 0, bodyStart: 0 }, points, edition, cv);
}

function reportMissingFence(vfile: VFile, place: FrontMatterPlace, points: TextPoints): void {
  const isOpening = place.missing === 'opening';
  addProblem(vfile, 'unclosed-front-matter', {
    reason: `Cannot find the ${isOpening ? 'opening' : 'closing'} \`---\` of the front matter, these lines are read as it`,
    note: isOpening
      ? 'Write `---` on the first line.'
      : 'Write `---` on a line of its own below the last key.',
    place: points.position(place.start, place.end),
  });
}

function hasHtml(root: Root): boolean {
  let found = false;
  walkTree(root, (node) => {
    found ||= node.type === 'html';
  });
  return found;
}

/** A backslash that ends a line breaks it; at the end of a paragraph it is left over, though CommonMark prints it. */
function dropLastBackslashes(root: Root): void {
  walkTree(root, (node) => {
    const last = node.type === 'paragraph' ? node.children.at(-1) : undefined;
    if (last?.type === 'text') last.value = last.value.replace(/(?<!\\)\\\s*$/, '');
  });
}

/** Paragraphs of which nothing was left. */
function dropEmpty(root: Root): void {
  const isEmpty = (node: Nodes): boolean =>
    node.type === 'paragraph' &&
    node.children.every((child) => child.type === 'text' && child.value.trim() === '');
  walkTree(root, (node) => {
    if (!('children' in node) || !node.children.some(isEmpty)) return;
    (node.children as Nodes[]) = node.children.filter((child) => !isEmpty(child));
  });
}
