import { type HtmlTag, readHtmlTag } from './tex-html.ts';

/** Which openings of a TeX text have their ends, by the offset of the opening. */
export interface TexPairs {
  /** Offset of the closing brace. */
  braces: ReadonlyMap<number, number>;
  /** Mathematics: where its content begins and ends, and what is after it. */
  math: ReadonlyMap<number, { start: number; end: number; after: number }>;
  /** Tags of HTML whose partner is in the same group; a closing tag is at its own offset. */
  tags: ReadonlyMap<number, HtmlTag>;
}

interface Opening {
  kind: '$' | '\\(' | '\\[' | 'tag';
  index: number;
  /** Where its content begins. */
  start: number;
  tag?: HtmlTag;
  /** Place among the openings of the group of the last one of mathematics, up to this; -1 where there is none. */
  mathAt: number;
}

/** What is open in a group of braces. */
interface Group {
  /** Offset of its brace; missing for the whole text. */
  open?: number;
  openings: Opening[];
}

/** What may open or close; an escaped sign, or a backslash at the end, is skipped. */
const sign = /\\[([)\]]|\\textless|\\?&lt;|\\.?|[{}<]|\$\$?/gs;
const closings: Readonly<Record<string, Opening['kind']>> = { '\\)': '\\(', '\\]': '\\[', $: '$', $$: '$' };

/** Pairs braces, mathematics and tags, each within the group that it stands in, in linear time. */
export function findTexPairs(source: string): TexPairs {
  const braces = new Map<number, number>();
  const math = new Map<number, { start: number; end: number; after: number }>();
  const tags = new Map<number, HtmlTag>();
  const outer: Group[] = [];
  let group: Group = { openings: [] };

  sign.lastIndex = 0;
  for (let match = sign.exec(source); match; match = sign.exec(source)) {
    const { 0: token, index } = match;
    const tag = /[<{$&]|^\\t/.test(token) ? readHtmlTag(source, index) : undefined;
    if (tag) {
      readTag(tag, index);
      sign.lastIndex = index + tag.length;
    } else if (token === '{') {
      outer.push(group);
      group = { open: index, openings: [] };
    } else if (token === '}') {
      if (group.open === undefined) continue;
      braces.set(group.open, index);
      group = outer.pop() as Group;
    } else if (closings[token]) readMath(token, closings[token], index);
    else if (token === '\\(' || token === '\\[') open(token, index, token.length);
  }
  return { braces, math, tags };

  function open(kind: Opening['kind'], index: number, length: number): void {
    group.openings.push({ kind, index, start: index + length, mathAt: group.openings.length });
  }

  function readTag(tag: HtmlTag, index: number): void {
    if (!tag.closes) {
      const mathAt = group.openings.at(-1)?.mathAt ?? -1;
      group.openings.push({ kind: 'tag', index, start: index + tag.length, tag, mathAt });
      return;
    }
    const last = group.openings.at(-1);
    if (last?.tag?.name !== tag.name) return;
    group.openings.pop();
    tags.set(last.index, last.tag);
    tags.set(index, tag);
  }

  function readMath(token: string, kind: Opening['kind'], index: number): void {
    const at = group.openings.at(-1)?.mathAt ?? -1;
    const opening = group.openings[at];
    if (opening?.kind === kind) {
      group.openings.length = at;
      if (!isMoney(source.slice(opening.start, index), source.slice(index + 1, index + 2))) {
        math.set(opening.index, { start: opening.start, end: index, after: index + token.length });
        return;
      }
    }
    if (kind === '$') open(kind, index, token.length);
  }
}

/** `from $5 to $10`: exporters leave dollars as they are. */
function isMoney(content: string, next: string): boolean {
  if (!/^\d[^\\^_={}]*$/.test(content)) return false;
  return /^\d/.test(next) || (/[\s–-]$/.test(content) && /^\S/.test(next));
}
