import type { List, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import { type Handle, toMarkdown as stringify } from 'mdast-util-to-markdown';
import type { NumberedPublication, PublicationGroup } from '../model/publication.ts';
import type { PublicationWords } from './publication-words.ts';
import { toReference } from './reference.ts';

/**
 * Publications as Markdown that mdcv and any other reader of Markdown understand: a bullet each, a heading a group.
 * @param level of the headings of groups, 1 to 6
 */
export function publicationsToMarkdown(
  groups: readonly PublicationGroup[],
  words: PublicationWords,
  level: 1 | 2 | 3 | 4 | 5 | 6 = 3,
): string {
  const children = groups.flatMap(({ title, publications }): RootContent[] => [
    ...(title ? [{ type: 'heading' as const, depth: level, children: title.children }] : []),
    toList(publications, words),
  ]);
  const root: Root = { type: 'root', children };
  return stringify(root, { bullet: '-', emphasis: '*', listItemIndent: 'one', handlers });
}

function toList(publications: readonly NumberedPublication[], words: PublicationWords): List {
  const children = publications.map((publication): ListItem => {
    const { label } = publication;
    const number: PhrasingContent[] = label === undefined ? [] : [{ type: 'text', value: `[${label}] ` }];
    const paragraph = {
      type: 'paragraph' as const,
      children: [...number, ...toReference(publication, words)],
    };
    return { type: 'listItem', spread: false, children: [paragraph] };
  });
  return { type: 'list', ordered: false, spread: false, children };
}

/** An element of HTML around the content, which Markdown has no signs for. */
function element(name: string): Handle {
  return (node, _, state, info) => `<${name}>${state.containerPhrasing(node, info)}</${name}>`;
}

/** Nodes that mdast does not know: names, and what TeX's commands become. */
const handlers: Record<string, Handle> = {
  span: (node, _, state, info) => state.containerPhrasing(node, info),
  superscript: element('sup'),
  subscript: element('sub'),
  underline: element('u'),
};
