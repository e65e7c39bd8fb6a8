/** A definition list as terms with their definitions. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Position } from 'unist';
import type { Attributes } from '../../model/cv.ts';
import type { DefinitionList } from '../nodes.ts';
import { around, toOpenText, toPhrasingText } from '../phrasing-text.ts';
import { findDates, readDateNodes } from './find-date.ts';
import { isShort } from './meta-lines.ts';
import { isEmphasised } from './phrase.ts';
import { attributesOf } from './prose.ts';

export interface DefinitionGroup {
  /** Several terms of one definition are joined by breaks. */
  term: PhrasingContent[];
  definitions: RootContent[][];
  /** The line of an undated group that goes on with this entry: `University : City`, term and definition joined by a bar. */
  secondRow?: PhrasingContent[] | undefined;
  attributes?: Attributes | undefined;
  position?: Position | undefined;
}

export function groupDefinitions(list: DefinitionList): DefinitionGroup[] {
  const groups: DefinitionGroup[] = [];
  for (const node of list.children) {
    const last = groups.at(-1);
    const isTerm = node.type === 'definitionTerm';
    if (last && isTerm && last.definitions.length === 0) {
      last.term = [...last.term, { type: 'break' }, ...node.children];
    } else if (last && !isTerm) {
      last.definitions.push(node.children);
      last.position = around([last, node]);
    } else {
      const attributes = attributesOf(node);
      const { position } = node;
      const [term, definitions] = isTerm ? [node.children, []] : [[], [node.children]];
      groups.push({ term, definitions, attributes, position });
    }
  }
  return joinRows(groups.map(withoutBlanks));
}

/** Without definitions that hold nothing: an empty link is an anchor of another tool. */
function withoutBlanks(group: DefinitionGroup): DefinitionGroup {
  const definitions = group.definitions.filter((nodes) => nodes.some(hasContent));
  return { ...group, definitions };
}

function hasContent(node: RootContent): boolean {
  return node.type !== 'paragraph' || toPhrasingText(node.children).trim() !== '';
}

/**
 * Two groups can be the two lines of one entry: `**Degree** : **2016 – 2020`** above `University : City`.
 * The bold of the first and its absence from the second are what shows it.
 */
function joinRows(groups: readonly DefinitionGroup[]): DefinitionGroup[] {
  const joined: DefinitionGroup[] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    const row = last && !last.secondRow && isDatedRow(last) ? secondRow(group) : undefined;
    if (last && row) joined.splice(-1, 1, { ...last, secondRow: row, position: around([last, group]) });
    else joined.push(group);
  }
  return joined;
}

function isDatedRow({ term, definitions }: DefinitionGroup): boolean {
  const line = lineOf(definitions);
  return isEmphasised(term) && line !== undefined && readDateNodes(line) !== undefined;
}

function secondRow({ term, definitions }: DefinitionGroup): PhrasingContent[] | undefined {
  const line = lineOf(definitions);
  if (!line || isEmphasised(term) || !isShort(line, 60)) return undefined;
  if ([term, line].some((nodes) => findDates(toOpenText(nodes)).length > 0)) return undefined;
  return [...term, { type: 'text', value: ' | ' }, ...line];
}

function lineOf(definitions: readonly RootContent[][]): PhrasingContent[] | undefined {
  const [[only, ...others] = [], ...more] = definitions;
  return only?.type === 'paragraph' && others.length === 0 && more.length === 0 ? only.children : undefined;
}
