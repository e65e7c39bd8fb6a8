import { diffArrays } from 'diff';
import type { PageWord } from './page-words.ts';

/** A place at which words were taken out, put in, or both. */
export interface WordChange {
  removed: PageWord[];
  added: PageWord[];
  /** The words in front of it and behind it, which are the same in both. */
  before: string[];
  after: string[];
}

/** So many words are shown on either side of a change. */
const contextWords = 4;

/** What changed from one text to another, in words: the shortest list of changes (Myers). Fewer than two equal words between two changes join them. */
export function compareWords(older: readonly PageWord[], newer: readonly PageWord[]): WordChange[] {
  const parts = diffArrays([...older], [...newer], { comparator: (a, b) => a.text === b.text });
  const changes: WordChange[] = [];
  let open: WordChange | undefined;
  let common: PageWord[] = [];
  let seen: string[] = [];
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      common = value;
      if (open && value.length > 1) {
        open.after = value.slice(0, contextWords).map(({ text }) => text);
        open = undefined;
      }
      seen = [...seen, ...value.map(({ text }) => text)].slice(-contextWords);
      continue;
    }
    if (open) {
      // A single word between two changes belongs to both of them.
      open.removed.push(...common);
      open.added.push(...common);
    } else {
      open = { removed: [], added: [], before: seen, after: [] };
      changes.push(open);
    }
    common = [];
    if (added) open.added.push(...value);
    else open.removed.push(...value);
    seen = [...seen, ...(added ? value.map(({ text }) => text) : [])].slice(-contextWords);
  }
  if (open && common.length > 0) open.after = common.map(({ text }) => text);
  return changes;
}
