import { describe, expect, it } from 'vitest';
import { joinLines, splitLines } from '../../../src/content/recognition/split-lines.ts';
import { parseInline } from './phrasing.ts';

describe('lines that are joined again', () => {
  it('keep the place of the line ending', () => {
    const ending = joinLines(splitLines(parseInline('[one](https://a.se) and\n*two*')))[2];
    expect(ending).toMatchObject({ value: '\n', position: { start: { line: 1, column: 24 } } });
  });

  it('have none where it is not known', () => {
    expect(joinLines(splitLines([{ type: 'text', value: 'one\ntwo' }]))[1]).toEqual({
      type: 'text',
      value: '\n',
    });
  });
});
