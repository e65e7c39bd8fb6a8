/** What the author marked `{.optional}`, and the CV without some of it. Pure. */
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Attributes, Block, Cv, Section } from '../model/cv.ts';

/** A section, a block or an item of a list. */
type Part = Section | Block | RootContent;

export interface OptionalPart {
  part: Part;
  /** In the CV. */
  line: number | undefined;
  /** How it begins. */
  text: string;
}

const className = 'optional';
/** Of a text that shows what is meant. */
const shownLength = 40;

/**
 * The marked parts in the order in which they are to be dropped: from the end of the CV, since people write what matters most first. What is
 * within a marked part goes with it.
 */
export function findOptional(cv: Cv): OptionalPart[] {
  const found: OptionalPart[] = [];
  dropFrom(cv, (part) => {
    if (!isOptional(part)) return false;
    found.push({ part, line: part.position?.start.line, text: shorten(firstTextOf(part)) });
    return true;
  });
  return found.reverse();
}

/** The CV without some parts. What has nothing left in it goes, too. */
export function withoutParts(cv: Cv, parts: readonly OptionalPart[]): Cv {
  const dropped = new Set(parts.map(({ part }) => part));
  return dropFrom(cv, (part) => dropped.has(part));
}

type Test = (part: Part) => boolean;

function dropFrom(cv: Cv, isDropped: Test): Cv {
  return {
    ...cv,
    introduction: dropFromBlocks(cv.introduction, isDropped),
    sections: cv.sections.flatMap((section) => {
      if (isDropped(section)) return [];
      const blocks = dropFromBlocks(section.blocks, isDropped);
      return isEmptied(blocks, section.blocks) ? [] : [{ ...section, blocks }];
    }),
  };
}

function dropFromBlocks(blocks: readonly Block[], isDropped: Test): Block[] {
  return blocks.flatMap((block) => (isDropped(block) ? [] : dropWithin(block, isDropped)));
}

function dropWithin(block: Block, isDropped: Test): Block[] {
  switch (block.type) {
    case 'entry':
      return [{ ...block, body: dropFromBlocks(block.body, isDropped) }];
    case 'item': {
      const body = dropFromBlocks(block.body, isDropped);
      return isEmptied(body, block.body) ? [] : [{ ...block, body }];
    }
    case 'subsection': {
      const inner = dropFromBlocks(block.blocks, isDropped);
      return isEmptied(inner, block.blocks) ? [] : [{ ...block, blocks: inner }];
    }
    case 'prose':
      return dropFromNode(block.node, isDropped).map((node) => ({
        ...block,
        node: node as typeof block.node,
      }));
    case 'publications':
      return [block];
  }
}

/** Lists keep what is left of them. */
function dropFromNode(node: RootContent, isDropped: Test): RootContent[] {
  if (node.type !== 'list' && node.type !== 'listItem' && node.type !== 'blockquote') return [node];
  const children = (node.children as RootContent[]).flatMap((child) =>
    isDropped(child) ? [] : dropFromNode(child, isDropped),
  );
  return isEmptied(children, node.children) ? [] : [{ ...node, children } as RootContent];
}

function isEmptied(left: readonly unknown[], before: readonly unknown[]): boolean {
  return left.length === 0 && before.length > 0;
}

function isOptional(part: Part): boolean {
  const own = (part as { attributes?: Attributes }).attributes;
  const attributes = own ?? (part as RootContent & { data?: { attributes?: Attributes } }).data?.attributes;
  return attributes?.classes.includes(className) ?? false;
}

function firstTextOf(part: Part): string {
  if (!('type' in part)) return textOf(part.title.children);
  switch (part.type) {
    case 'entry':
    case 'subsection':
      return textOf(part.title.children);
    case 'item':
      return textOf(part.label.children);
    case 'prose':
      return textOf(part.node);
    case 'publications':
      return 'publications';
    default:
      return textOf(part);
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > shownLength ? `${line.slice(0, shownLength - 1)}…` : line;
}
