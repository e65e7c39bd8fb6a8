/** Takes the contacts out of personal data and leaves the other facts (nationality, salary, driving licence) where they are. */
import type { BlockContent, PhrasingContent, RootContent, Table, TableCell, TableRow } from 'mdast';
import type { Contact, Person } from '../../model/cv.ts';
import type { DefinitionList } from '../nodes.ts';
import { around, hardBreak, slicePhrasing, toPhrasingText } from '../phrasing-text.ts';
import { isColumnHead } from './column-words.ts';
import { readFactDefinition, readFactRow, splitAtTerms } from './fact-lines.ts';
import { hasText } from './phrase.ts';
import { isPostalAddress, recogniseContact } from './recognise-contact.ts';
import { isContactTitle } from './section-words.ts';
import { joinLines, splitLines } from './split-lines.ts';

type Taken = Pick<Person, 'contacts' | 'address'>;

/** The nodes without the lines, bullets, rows and definitions that are a contact each, which go to the person. */
export function takeFacts(nodes: readonly RootContent[], person: Taken): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    switch (node.type) {
      case 'paragraph': {
        const lines = splitLines(node.children);
        const kept = lines.filter((line) => !take([line.nodes], person));
        if (kept.length === lines.length) return [node];
        const children = joinLines(kept);
        return children.length > 0 ? [{ ...node, children, position: around(children) }] : [];
      }
      case 'list': {
        const children = node.children.filter(({ children: [first, ...others] }) => {
          if (first?.type !== 'paragraph') return true;
          if (others.length === 0) return !take([first.children], person);
          // "Contact:" with a list of its own.
          return !isContactTitle(toPhrasingText(first.children)) || takeFacts(others, person).length > 0;
        });
        return children.length > 0 ? [{ ...node, children }] : [];
      }
      case 'blockquote': {
        const children = takeFacts(node.children, person) as BlockContent[];
        return children.length > 0 ? [{ ...node, children }] : [];
      }
      case 'table':
        return takeRows(node, person);
      case 'definitionList': {
        const children = splitAtTerms(node).filter((group) => {
          const line = readFactDefinition(group);
          return !(line && take([line], person));
        });
        return children.length > 0 ? [{ ...node, children: children.flat() }] : [];
      }
      default:
        return [node];
    }
  });
}

function takeRows(table: Table, person: Taken): RootContent[] {
  const kept = table.children.filter(({ children }) => {
    const facts = readFactRow(children);
    return !(facts && take(facts, person));
  });
  if (kept.length === table.children.length) return [table];
  const [head] = table.children;
  const below = kept.filter((row) => row !== head);
  const facts = toFactList(isColumnHead(head as TableRow) ? below : kept, table);
  if (facts) return [facts];
  const isHeadLeft = kept.length > below.length;
  // A head such as "Item" and "Detail" says nothing without rows.
  if (below.length === 0 && (!isHeadLeft || isColumnHead(head as TableRow))) return [];
  return [{ ...table, children: [isHeadLeft ? (head as TableRow) : emptied(head as TableRow), ...below] }];
}

/** Rows of a label and its value each as a definition list, whose labels stand beside the text as all others do. */
function toFactList(rows: readonly TableRow[], { position }: Table): RootContent | undefined {
  const facts = rows.map(({ children }) =>
    readFactRow(children)?.length === 1 ? children.filter(isFilled) : [],
  );
  if (rows.length === 0 || !facts.every(({ length }) => length === 2)) return undefined;
  const children = facts.flatMap(([label, value]): DefinitionList['children'] => {
    const [term, line] = [label as TableCell, value as TableCell];
    const paragraph = { type: 'paragraph' as const, children: line.children, position: line.position };
    return [
      { type: 'definitionTerm', children: withoutColon(term.children), position: term.position },
      { type: 'definitionDescription', children: [paragraph], position: line.position },
    ];
  });
  return { type: 'definitionList', children, position };
}

function isFilled({ children }: TableCell): boolean {
  return hasText(children);
}

function withoutColon(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return slicePhrasing(nodes, 0, toPhrasingText(nodes).replace(/\s*[:：]\s*$/u, '').length);
}

function emptied(row: TableRow): TableRow {
  return { ...row, children: row.children.map((cell) => ({ ...cell, children: [] })) };
}

/** True where all the lines are contacts, which the person then has. */
function take(lines: readonly PhrasingContent[][], person: Taken): boolean {
  const contacts = lines.map((line) => recogniseContact(line));
  if (!contacts.every((contact): contact is Contact => contact !== undefined && isSure(contact)))
    return false;
  for (const contact of contacts) {
    const text = toPhrasingText(contact.text.children).replaceAll(hardBreak, ', ');
    if (contact.kind === 'location' && isPostalAddress(text)) person.address.push(contact.text);
    else person.contacts.push(contact);
  }
  return true;
}

// Two words with capitals and a comma look like a place: among other facts only a label makes them one.
function isSure({ kind, text }: Contact): boolean {
  return kind !== 'text' && (kind !== 'location' || /[:：]/u.test(toPhrasingText(text.children)));
}
