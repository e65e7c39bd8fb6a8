import type { Nodes, PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import { around, slicePhrasing, toPhrasingText } from '../content/phrasing-text.ts';
import type { Block, Cv, Entry, Phrase } from '../model/cv.ts';
import type { PublicationList } from '../model/publication.ts';

export type PassageKind =
  | 'name'
  | 'headline'
  | 'address'
  | 'contact'
  | 'section'
  | 'subsection'
  | 'date'
  | 'title'
  | 'field'
  | 'label'
  | 'body'
  | 'publication'
  | 'note';

/** A run of text of the CV that every template prints in one piece: a title, a date, a paragraph. */
export interface Passage {
  kind: PassageKind;
  nodes: readonly PhrasingContent[];
  /** The nodes' text; offsets are those of `placeInPassage`. */
  text: string;
  position?: Position | undefined;
  /** The entry whose head or body it belongs to. */
  entry?: Entry | undefined;
}

/** Every text of a CV or letter that its reader sees, in the order of the Markdown. Of publications it is what all styles print, the titles. */
export function toPassages(cv: Cv): Passage[] {
  const passages: Passage[] = [];
  const add = (kind: PassageKind, phrase: Phrase | undefined, entry?: Entry): void => {
    const text = phrase && toPhrasingText(phrase.children);
    if (phrase && text)
      passages.push({ kind, nodes: phrase.children, text, position: phrase.position, entry });
  };
  const { name, headline, address, contacts } = cv.person;
  add('name', name?.given);
  add('name', name?.family);
  add('headline', headline);
  for (const line of address) add('address', line);
  for (const { text, remark } of contacts) {
    add('contact', text);
    add('contact', remark);
  }
  const addBlocks = (blocks: readonly Block[], entry?: Entry): void => {
    for (const block of blocks) addBlock(block, entry);
  };
  const addBlock = (block: Block, entry?: Entry): void => {
    switch (block.type) {
      case 'entry':
        add('title', block.title, block);
        add('date', block.date?.text, block);
        for (const field of [block.subtitle, block.place, ...block.details]) add('field', field, block);
        addBlocks(block.body, block);
        return;
      case 'item':
        add('label', block.label, entry);
        addBlocks(block.body, entry);
        return;
      case 'subsection':
        add('subsection', block.title);
        addBlocks(block.blocks, entry);
        return;
      case 'publications':
        for (const title of titlesOf(block)) add('publication', title);
        return;
      case 'prose':
        for (const { kind, nodes } of textsOf(block.node))
          add(kind, { children: nodes, position: around(nodes) }, entry);
    }
  };
  const { letter } = cv;
  // Date and recipient stand side by side.
  for (const line of letter?.recipient ?? []) add('note', line);
  for (const line of [letter?.date, letter?.enclosures?.label, ...(letter?.enclosures?.items ?? [])])
    add('note', line);
  for (const line of [letter?.subject, letter?.opening]) add('field', line);
  addBlocks(cv.introduction);
  add('field', letter?.closing);
  for (const section of cv.sections) {
    add('section', section.title);
    addBlocks(section.blocks);
  }
  add('note', cv.footer);
  add('note', cv.date);
  return passages;
}

/** Where a part of a passage stands in its source. */
export function placeInPassage({ nodes, position }: Passage, from: number, to: number): Position | undefined {
  return around(slicePhrasing(nodes, from, to)) ?? position;
}

function titlesOf({ groups }: PublicationList): Phrase[] {
  return groups.flatMap(({ publications }) => publications.map(({ title }) => title));
}

/** The paragraphs of a flow node. Notes stand elsewhere than where they are written. */
function textsOf(node: Nodes, kind: PassageKind = 'body'): { kind: PassageKind; nodes: PhrasingContent[] }[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
    case 'definitionTerm':
      return splitAtBreaks(node.children).map((nodes) => ({ kind, nodes }));
    case 'code':
      return [{ kind, nodes: [{ type: 'text', value: node.value, position: node.position }] }];
    case 'footnoteDefinition':
      return node.children.flatMap((child) => textsOf(child, 'note'));
    default:
      return 'children' in node ? (node.children as Nodes[]).flatMap((child) => textsOf(child, kind)) : [];
  }
}

/** The text between what is not text: mathematics, raw LaTeX, marks of notes, images. */
function splitAtBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const runs: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (['inlineMath', 'rawLatex', 'footnoteReference', 'image'].includes(node.type)) runs.push([]);
    else runs.at(-1)?.push(node);
  }
  return runs.filter((run) => run.length > 0);
}
