/** A CV without some of its parts: they are taken out before it is recognised, so that nothing later has seen them. */
import type { Heading, Nodes, Root } from 'mdast';
import type { Position } from 'unist';
import { VFile } from 'vfile';
import type { ParsedCv } from '../content/parse-cv.ts';
import type { FragmentRemoval } from '../content/parse-fragment.ts';
import type { ParsedMarkdown } from '../content/syntax/parse-markdown.ts';
import type { Block, Cv, Section } from '../model/cv.ts';
import { isWithin, removeNodes } from './remove-nodes.ts';
import type { IsLeftOut } from './selection.ts';

/** What makes a CV of a parsed file; its problems go to `vfile`. `without` is about texts of the front matter. */
export type Recognise = (
  parsed: ParsedMarkdown,
  vfile: VFile,
  without?: FragmentRemoval,
) => Promise<ParsedCv>;

export interface LeftOut {
  /** The CV with all its parts. */
  whole: ParsedCv;
  /** What was taken out, in the order of the file. */
  removed: Nodes[][];
  /** Drops the message that nothing prints publications, where that is only since the parts are gone. */
  forgetUnused: (vfile: VFile) => void;
}

/**
 * Takes parts out of a parsed file, in place. The whole CV is recognised first, of a copy and in silence: only that tells which blocks belong to an
 * entry.
 * @param hasAlternatives see `Removal`
 */
export async function leaveOut(
  { root, frontMatter }: ParsedMarkdown,
  vfile: VFile,
  recognise: Recognise,
  isLeftOut: IsLeftOut,
  hasAlternatives = false,
): Promise<LeftOut> {
  const silent = new VFile({ path: vfile.path, value: String(vfile) });
  const whole = await recognise(structuredClone({ root, frontMatter }), silent);
  const filled = filledHeadings(root);
  const title = root.children.find((node) => node.type === 'heading');
  const isOut = ({ attributes }: Block | Section): boolean => isLeftOut(attributes);
  const ranges = siblingsOf(whole.cv).flatMap((siblings) => {
    const alone = hasAlternatives ? alternativesAmong(siblings, isOut) : undefined;
    return siblings.filter((one) => isOut(one) && !alone?.has(one)).flatMap(placesOf);
  });
  const removed = removeNodes(root, {
    isLeftOut,
    ranges,
    hasAlternatives,
    ...(title && isName(title, whole.cv) && { title }),
  });
  dropEmptied(root, filled, whole.cv);
  const isUnused = ({ ruleId }: { ruleId?: string | undefined }): boolean => ruleId === 'unused-bibliography';
  return {
    whole,
    removed,
    forgetUnused: (told) => {
      if (!silent.messages.some(isUnused)) told.messages = told.messages.filter((one) => !isUnused(one));
    },
  };
}

function isName(title: Heading, { person }: Cv): boolean {
  return title.position !== undefined && isWithin(person.name?.given.position, title.position);
}

/** All blocks and sections of a CV, however deep. */
export function blocksOf(cv: Cv): (Block | Section)[] {
  return siblingsOf(cv).flat();
}

/** All blocks and sections, those together that stand in a row. */
function siblingsOf({ introduction, sections }: Cv): (Block | Section)[][] {
  return [sections, ...[introduction, ...sections.map(({ blocks }) => blocks)].flatMap(rowsIn)];
}

function rowsIn(blocks: readonly Block[]): Block[][] {
  return [[...blocks], ...blocks.flatMap((block) => rowsIn(innerOf(block)))].filter((row) => row.length > 0);
}

function innerOf(block: Block | Section): Block[] {
  if (!('type' in block) || block.type === 'subsection') return block.blocks;
  return block.type === 'entry' || block.type === 'item' ? block.body : [];
}

/** The block's own place and those of all that it holds: a body may stand behind the head that it belongs to. */
function placesOf(block: Block | Section): Position[] {
  const inner = 'type' in block ? rowsIn(innerOf(block)).flat() : [];
  return [block, ...inner].flatMap(({ position }) => position ?? []);
}

/** Of sections, entries and subsections that are one in several languages, those that go without what is below the last of them. */
function alternativesAmong(
  siblings: readonly (Block | Section)[],
  isOut: (one: Block | Section) => boolean,
): Set<Block | Section> {
  const alone = new Set<Block | Section>();
  let run: (Block | Section)[] = [];
  for (const one of siblings) {
    const before = run.at(-1);
    const isNext = !before || (innerOf(before).length === 0 && kindOf(before) === kindOf(one));
    if (!isNext) run = [];
    run = one.attributes?.values.lang === undefined || kindOf(one) === 'other' ? [] : [...run, one];
    if (run.length > 1 && !run.every(isOut)) for (const out of run.filter(isOut)) alone.add(out);
  }
  return alone;
}

function kindOf(one: Block | Section): string {
  if (!('type' in one)) return 'section';
  return one.type === 'entry' || one.type === 'subsection' || one.type === 'item' ? one.type : 'other';
}

/** The headings below which there is anything. */
function filledHeadings({ children }: Root): Set<Heading> {
  return new Set(
    children.filter((node) => node.type === 'heading').filter((node) => !isEmpty(node, children)),
  );
}

function isEmpty(heading: Heading, nodes: readonly Nodes[]): boolean {
  const next = nodes[nodes.indexOf(heading) + 1];
  return !next || (next.type === 'heading' && next.depth <= heading.depth);
}

/**
 * Takes away the titles of sections of which all content was left out. They must not stay for an empty section "Publications" asks for a list; an
 * entry keeps its heading without its text.
 */
function dropEmptied(root: Root, filled: ReadonlySet<Heading>, whole: Cv): void {
  const titles = new Set(
    blocksOf(whole).flatMap((one) => ('title' in one && !isEntry(one) ? [keyOf(one.title.position)] : [])),
  );
  const isOver = (node: Nodes): boolean =>
    node.type === 'heading' &&
    filled.has(node) &&
    isEmpty(node, root.children) &&
    node.children.some(({ position }) => titles.has(keyOf(position)));
  // Without its last subsection a section is empty, too.
  while (root.children.some(isOver)) root.children = root.children.filter((node) => !isOver(node));
}

function isEntry(block: Block | Section): boolean {
  return 'type' in block && block.type === 'entry';
}

function keyOf(position: Position | undefined): string {
  return `${position?.start.line}:${position?.start.column}`;
}
