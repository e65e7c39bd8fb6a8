import { MdcvError } from '../problem.ts';

/** A part of the work: the `index`th, from 1, of `count`. */
export interface Shard {
  index: number;
  count: number;
}

/**
 * Reads `2/5`, the way in which Playwright and Vitest take it.
 * @throws MdcvError `bad-argument`
 */
export function parseShard(text: string): Shard {
  const [, index = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= count) return { index, count };
  throw new MdcvError('bad-argument', `Cannot use the shard \`${text}\`, expected such as 1/4 to 4/4`, {
    hint: 'The first number says which part, from 1; the second how many parts there are.',
  });
}

/** The items of a shard: a run of neighbours, as many as in any other shard or one more. Together the shards are all of them, each once. */
export function selectShard<T>(items: readonly T[], { index, count }: Shard): T[] {
  const least = Math.floor(items.length / count);
  const withOneMore = items.length - least * count;
  const from = least * (index - 1) + Math.min(withOneMore, index - 1);
  return items.slice(from, from + least + (index <= withOneMore ? 1 : 0));
}
