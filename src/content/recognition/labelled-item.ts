/** Labelled lines: `**Languages:** German, French`, in paragraphs and in bullets. */
import type { List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Item, Phrase } from '../../model/cv.ts';
import { around, slicePhrasing, toPhrasingText, trimPhrasing } from '../phrasing-text.ts';
import { isEmphasised, toPlainPhrase } from './phrase.ts';
import { toProse } from './prose.ts';
import { joinLines, type Line, splitLines } from './split-lines.ts';

export interface Label {
  label: Phrase;
  rest: PhrasingContent[];
}

const colonAtEnd = /\s*[:：]\s*$/u;
const colonAtStart = /^\s*[:：]\s*/u;

/** Reads a bold label with its colon, inside or outside of the bold, at the beginning of a line. The colon is dropped. */
export function readLabel(nodes: readonly PhrasingContent[]): Label | undefined {
  const [first, ...others] = nodes;
  if (first?.type !== 'strong') return undefined;
  const text = toPhrasingText([first]);
  const rest = toPhrasingText(others);
  const inside = colonAtEnd.exec(text);
  const outside = colonAtStart.exec(rest);
  if (!inside && !outside) return undefined;
  const label = toPlainPhrase(slicePhrasing([first], 0, inside?.index ?? text.length));
  if (!label || text.length > 80) return undefined;
  return { label, rest: trimPhrasing(slicePhrasing(others, outside?.[0].length ?? 0)) };
}

/** A paragraph whose lines begin with labels, as items; a line without one goes on with the item before it. */
export function toLabelledItems(paragraph: Paragraph): Item[] | undefined {
  const groups: { label: Phrase; lines: Line[] }[] = [];
  for (const line of splitLines(paragraph.children)) {
    const label = readLabel(line.nodes);
    const last = groups.at(-1);
    if (label) groups.push({ label: label.label, lines: [{ nodes: label.rest, end: line.end }] });
    else if (last) last.lines.push(line);
    else return undefined;
  }
  const items = groups.map(({ label, lines }) => {
    const made = toItem(label, joinLines(lines), []);
    return made && { ...made, attributes: paragraph.data?.attributes };
  });
  return items.every((item) => item !== undefined) ? items : undefined;
}

/** A list of which every item begins with a label, as items. */
export function toLabelledList(list: List): Item[] | undefined {
  if (list.ordered) return undefined;
  const items = list.children.map(({ children, ...item }) => {
    const [first, ...rest] = children;
    if (first?.type !== 'paragraph' || typeof item.checked === 'boolean') return undefined;
    const label = readLabel(first.children);
    const made = label && toItem(label.label, label.rest, rest);
    return (
      made && { ...made, attributes: item.data?.attributes ?? list.data?.attributes, position: item.position }
    );
  });
  return items.length > 0 && items.every((item) => item !== undefined) ? items : undefined;
}

/** An item of a label and what stands behind it; `undefined` where there is nothing. */
function toItem(label: Phrase, text: PhrasingContent[], rest: readonly RootContent[]): Item | undefined {
  const children = trimPhrasing(text);
  const body = rest.map(toProse);
  if (children.length > 0) body.unshift(toProse({ type: 'paragraph', children, position: around(children) }));
  if (body.length === 0) return undefined;
  const whole = around([label, ...body]);
  return { type: 'item', label, body, position: whole };
}

/** True for a paragraph that is one bold phrase: it stands for a heading. */
export function isBoldHeading(paragraph: Paragraph): boolean {
  return (
    paragraph.children[0]?.type === 'strong' &&
    isEmphasised(paragraph.children) &&
    toPhrasingText(paragraph.children).length <= 100
  );
}
