/** Facts about the person as people list them: `Name: Jane Doe`, a row of a table with two cells, a term with its definition. */
import type { PhrasingContent, RootContent, TableCell } from 'mdast';
import type { DefinitionList } from '../nodes.ts';
import { toPhrasingText } from '../phrasing-text.ts';
import { isOwnBadge } from './badges.ts';
import { kindOfWord } from './contact-kinds.ts';
import { isNameWord } from './name-words.ts';
import { hasText } from './phrase.ts';

/** The cells of a row that are a label and its value, as the line `label: value`; several where all labels are known ones. */
export function readFactRow(cells: readonly TableCell[]): PhrasingContent[][] | undefined {
  const filled = cells.map(({ children }) => children).filter(hasText);
  if (filled.length < 2 || filled.length % 2 > 0) return undefined;
  const facts: PhrasingContent[][] = [];
  for (let index = 0; index < filled.length; index += 2) {
    const label = filled[index] as PhrasingContent[];
    if (!isLabel(label) || (filled.length > 2 && !isKnownLabel(toPhrasingText(label)))) return undefined;
    facts.push(joinFact(label, filled[index + 1] as PhrasingContent[]));
  }
  return facts;
}

/** A term with one definition of one paragraph, as a line. */
export function readFactDefinition(
  nodes: readonly DefinitionList['children'][number][],
): PhrasingContent[] | undefined {
  const [term, definition, ...others] = nodes;
  if (term?.type !== 'definitionTerm' || definition?.type !== 'definitionDescription' || others.length > 0)
    return undefined;
  const [only, ...more] = definition.children;
  if (only?.type !== 'paragraph' || more.length > 0 || !isLabel(term.children)) return undefined;
  return joinFact(term.children, only.children);
}

/** Terms with the definitions behind each. */
export function splitAtTerms({ children }: DefinitionList): DefinitionList['children'][] {
  const groups: DefinitionList['children'][] = [];
  for (const node of children) {
    const last = groups.at(-1);
    if (!last || node.type === 'definitionTerm') groups.push([node]);
    else last.push(node);
  }
  return groups;
}

/** True for a word that labels a contact or the name, whatever its colon. */
export function isKnownLabel(text: string): boolean {
  const word = text.replace(/[:：\s]+$/u, '').trim();
  return kindOfWord(word) !== undefined || isNameWord(word);
}

function isLabel(nodes: readonly PhrasingContent[]): boolean {
  const text = toPhrasingText(nodes).trim();
  // A link is a contact itself.
  if (nodes.some((node) => node.type === 'link' || isOwnBadge(node))) return false;
  return text.length <= 30 && !/[\d@\n\u2028\uFFFC]/u.test(text);
}

function joinFact(label: readonly PhrasingContent[], value: readonly PhrasingContent[]): PhrasingContent[] {
  const colon = /[:：]\s*$/u.test(toPhrasingText(label)) ? ' ' : ': ';
  return [...label, { type: 'text', value: colon }, ...value];
}

/** The runs of a node that may each be a fact; nothing of content that is none. */
export function factLines(node: RootContent): PhrasingContent[][] {
  switch (node.type) {
    case 'paragraph':
      return [node.children];
    case 'list':
      return node.children.flatMap(({ children: [first] }) =>
        first?.type === 'paragraph' ? [first.children] : [],
      );
    case 'blockquote':
      return node.children.flatMap(factLines);
    case 'table':
      return node.children.flatMap(({ children }) => readFactRow(children) ?? []);
    case 'definitionList':
      return splitAtTerms(node).flatMap((group) => {
        const line = readFactDefinition(group);
        return line ? [line] : [];
      });
    default:
      return [];
  }
}
