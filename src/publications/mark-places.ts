/** Finds in the Markdown tree where publications are asked for, before the CV is recognised in it. */
import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import type { FencedDiv, PublicationPlace } from '../content/nodes.ts';
import { opaque, toPhrasingText } from '../content/phrasing-text.ts';
import { isPublicationsTitle } from '../content/recognition/section-words.ts';
import type { Attributes } from '../model/cv.ts';
import { parseCitations } from './parse-citation.ts';

/** What makes a heading or block a place for publications. */
const className = 'publications';

/**
 * Puts a `publicationPlace` for every `::: publications` block, for pandoc's `::: {#refs}`, at the end of every section of the class
 * `publications`, and for paragraphs and lists of nothing but citations. Where there is none of these, an empty section with the
 * title "Publications" is one.
 * @param cited keys that the text cites and `nocite` names, which `#refs` prints; all where there are none
 */
export function markPlaces(root: Root, cited: readonly string[]): void {
  const hasRefs = root.children.some(isRefs);
  root.children = root.children.flatMap((node) => replaceNode(node, cited, hasRefs));
  markSections(root);
}

/** Whether a node is pandoc's block for the references. */
export function isRefs(node: RootContent): boolean {
  return node.type === 'fencedDiv' && node.data?.attributes?.id === 'refs';
}

function replaceNode(node: RootContent, cited: readonly string[], hasRefs: boolean): RootContent[] {
  if (node.type === 'fencedDiv') return replaceDiv(node, cited, hasRefs);
  // Beside `#refs` citations are what pandoc makes of them: short, in the text.
  const citations = hasRefs ? undefined : standaloneCitations(node);
  return citations ? [{ type: 'publicationPlace', ...citations, position: node.position }] : [node];
}

function replaceDiv(div: FencedDiv, cited: readonly string[], hasRefs: boolean): RootContent[] {
  const { data, position } = div;
  const children = (div.children as RootContent[]).flatMap((child) => replaceNode(child, cited, hasRefs));
  if (isRefs(div)) {
    const keys = cited.length > 0 ? [...cited] : undefined;
    return [...children, { type: 'publicationPlace', keys, ...(data && { data }), position }];
  }
  if (!isPublications(div)) return [{ ...div, children: children as FencedDiv['children'] }];
  // Citations within the block are what it prints; text stays before its list.
  const places = children.filter((child) => child.type === 'publicationPlace');
  const keys = places.flatMap((place) => place.keys ?? []);
  const place: PublicationPlace = {
    type: 'publicationPlace',
    ...(keys.length > 0 && { keys, hidesAuthors: places.every(({ hidesAuthors }) => hidesAuthors) }),
    ...(data && { data }),
    position,
  };
  return [...children.filter((child) => child.type !== 'publicationPlace'), place];
}

function isPublications({ name, data }: FencedDiv): boolean {
  return name === className || (data?.attributes?.classes.includes(className) ?? false);
}

/** What citations that stand alone ask for. */
export interface StandaloneCitations {
  keys: string[];
  /** Of all of them. */
  hidesAuthors: boolean;
}

/** The citations of a paragraph, or of a list of such paragraphs, that holds nothing but citations in brackets. */
function standaloneCitations(node: RootContent): StandaloneCitations | undefined {
  if (node.type === 'paragraph') return readParagraph(node);
  if (node.type !== 'list') return undefined;
  const items = node.children.flatMap(({ children: [only, ...more] }) =>
    only?.type === 'paragraph' && more.length === 0 ? (readParagraph(only) ?? []) : [],
  );
  if (items.length < node.children.length) return undefined;
  return {
    keys: items.flatMap(({ keys }) => keys),
    hidesAuthors: items.every(({ hidesAuthors }) => hidesAuthors),
  };
}

/** The citations of a paragraph that holds nothing else. */
export function readParagraph({ children }: Paragraph): StandaloneCitations | undefined {
  const text = toPhrasingText(children);
  if (!text.includes('@') || text.includes(opaque)) return undefined;
  const citations = parseCitations(text);
  const cites = citations.flatMap((citation) => citation.cites);
  const rest = citations.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  const isAlone = citations.every(({ isBracketed }) => isBracketed) && /^[\s;,.]*$/.test(rest);
  if (cites.length === 0 || !isAlone || cites.some(({ prefix, suffix }) => prefix || suffix))
    return undefined;
  return { keys: cites.map(({ key }) => key), hidesAuthors: cites.every(({ hidesAuthors }) => hidesAuthors) };
}

/** True for a place, and for a block around one. */
function holdsPlace(node: RootContent): boolean {
  if (node.type === 'fencedDiv') return (node.children as RootContent[]).some(holdsPlace);
  return node.type === 'publicationPlace';
}

function markSections(root: Root): void {
  const has = root.children.some(holdsPlace);
  const result: RootContent[] = [];
  const open: { heading: Heading; attributes: Attributes | undefined }[] = [];
  const close = (depth: number): void => {
    while (open.length > 0 && (open.at(-1) as { heading: Heading }).heading.depth >= depth) {
      const { heading, attributes } = open.pop() as (typeof open)[number];
      const isMarked = attributes?.classes.includes(className) ?? false;
      const isEmpty = result.at(-1) === heading;
      const isMeant = isEmpty && !has && isPublicationsTitle(toPhrasingText(heading.children));
      const isFilled = result.slice(result.indexOf(heading)).some(holdsPlace);
      if ((isMarked && !isFilled) || isMeant)
        result.push({
          type: 'publicationPlace',
          ...(attributes && { data: { attributes } }),
          position: heading.position,
        });
    }
  };
  for (const node of root.children) {
    if (node.type === 'heading') {
      close(node.depth);
      open.push({ heading: node, attributes: node.data?.attributes });
    }
    result.push(node);
  }
  close(0);
  root.children = result;
}
