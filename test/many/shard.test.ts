import { describe, expect, it } from 'vitest';
import { parseShard, selectShard } from '../../src/many/shard.ts';

describe('shards', () => {
  it('are read as Playwright and Vitest write them', () => {
    expect(parseShard('2/5')).toEqual({ index: 2, count: 5 });
    for (const wrong of ['0/4', '5/4', '1', '1/0', '-1/4', '1/4/2', 'a/b', ' 1/4', '1.5/4'])
      expect(() => parseShard(wrong), wrong).toThrow(`Cannot use the shard \`${wrong}\``);
  });

  it('are together all, each once, and of nearly the same size', () => {
    for (const length of [0, 1, 3, 10, 201]) {
      const items = Array.from({ length }, (_, index) => index);
      for (const count of [1, 2, 3, 7, 12]) {
        const shards = Array.from({ length: count }, (_, index) =>
          selectShard(items, { index: index + 1, count }),
        );
        expect(shards.flat()).toEqual(items);
        const sizes = shards.map((shard) => shard.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }
    }
  });
});
