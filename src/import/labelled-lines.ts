/** Skills, languages and interests: `**Name:** words (level)`, or words in a row where there is no more to them than a name. */
import type { RootContent } from 'mdast';
import type { SectionKind } from '../formats/section-kinds.ts';
import { splitLevel, splitRating } from '../formats/split-level.ts';
import { splitWords } from '../formats/split-words.ts';
import type { DescribedBlock, DescribedEntry } from './description.ts';
import type { Fields, LeftField } from './fields.ts';
import { joinLists } from './join-lists.ts';
import { toLeftLines } from './left-lines.ts';
import { joinWords, toLabelled, toList, toParagraph, toText } from './rich-text.ts';

interface Line {
  name: string;
  level: string | undefined;
  keywords: string[];
  left: LeftField[];
}

/** The blocks of such a section. One record that says more than a line can makes entries of all: a line below an entry would be a part of it. */
export function toLineBlocks(kind: SectionKind, records: readonly Fields[], lang: string): DescribedBlock[] {
  const lines = records.map((fields): Line => {
    const name = fields.text('name', 'language') ?? '';
    const level = fields.text('level', 'fluency');
    const keywords = fields.texts('keywords');
    return { name, level, keywords, left: fields.left() };
  });
  if (lines.some(({ left }) => left.length > 0)) return lines.map((line) => toEntry(kind, line, lang));
  const blocks: DescribedBlock[] = [];
  for (let index = 0; index < lines.length; ) {
    const rest = lines.slice(index);
    const end = rest.findIndex((line) => !isWord(kind, line));
    const row = rest.slice(0, end < 0 ? rest.length : end);
    const words = row.length > 1 ? toRow(kind, row) : undefined;
    if (words !== undefined) blocks.push({ type: 'flow', nodes: [toParagraph(toText(words))] });
    const own = words === undefined ? rest.slice(0, Math.max(row.length, 1)) : [];
    for (const line of own) blocks.push({ type: 'flow', nodes: toLine(kind, line) });
    index += Math.max(row.length, 1);
  }
  return joinLists(blocks);
}

/** No more than a name, or one with how well it is known. */
function isWord(kind: SectionKind, { name, level, keywords }: Line): boolean {
  return name !== '' && keywords.length === 0 && (level === undefined || kind === 'skills');
}

/** `TypeScript (expert), Go (beginner)`, where that comes apart again and no number in it is a year. */
function toRow(kind: SectionKind, lines: readonly Line[]): string | undefined {
  const words = lines.map(({ name, level }) => (level === undefined ? name : `${name} (${level})`));
  const row = joinWords(words);
  const isSplit = splitWords(row).join('\n') === words.join('\n');
  const split = kind === 'languages' ? splitLevel : splitRating;
  const areRead = lines.every(({ name, level }, index) => {
    const back = kind === 'interests' ? { words: name } : split(words[index] as string);
    return back.words === name && ('level' in back ? back.level : undefined) === level;
  });
  return isSplit && areRead && !/\d{4}|[@:：]/u.test(row) ? row : undefined;
}

function toEntry(kind: SectionKind, { name, level, keywords, left }: Line, lang: string): DescribedEntry {
  const text = toWords(kind, keywords, level);
  return {
    type: 'entry',
    fields: [{ label: 'name', children: toText(name) }],
    body: [...(text === '' ? [] : [toParagraph(toText(text))]), ...toLeftLines(left, lang)],
  };
}

function toLine(kind: SectionKind, { name, level, keywords }: Line): RootContent[] {
  const text = toWords(kind, keywords, level);
  if (name === '' || text === '') {
    const [alone = ''] = [name, text].filter(Boolean);
    return toList([alone === '' ? [] : [toParagraph(toText(alone))]]);
  }
  // A longer one is no label to mdcv.
  const isLabel = name.length < 78;
  return isLabel ? toLabelled(name, toText(text)) : toList([[toParagraph(toText(`${name}: ${text}`))]]);
}

function toWords(kind: SectionKind, keywords: readonly string[], level: string | undefined): string {
  if (kind !== 'languages') return toKeywords(keywords, level);
  return [level, keywords.length > 0 && `(${joinWords(keywords)})`].filter(Boolean).join(' ');
}

/** Words and their level, so that the two can be told apart again. */
function toKeywords(keywords: readonly string[], level: string | undefined): string {
  const words = joinWords(keywords);
  const plain = [words, level !== undefined && `(${level})`].filter(Boolean).join(' ');
  const back = splitLevel(plain);
  if (back.level === level && back.words === words) return plain;
  return [`${keywords.join('; ')};`, level !== undefined && `(${level})`].filter(Boolean).join(' ');
}
