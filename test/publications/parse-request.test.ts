import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { FrontMatter } from '../../src/content/front-matter/front-matter.ts';
import { parseRequest } from '../../src/publications/parse-request.ts';
import type { PublicationRequest } from '../../src/publications/publication-request.ts';

const place = { start: { line: 3, column: 1 }, end: { line: 3, column: 20 } };

function parse(
  values: Record<string, string>,
  options: { classes?: string[]; defaults?: Record<string, string | number | boolean> } = {},
): { request: PublicationRequest; messages: string[] } {
  const vfile = new VFile({ path: 'cv.md' });
  const placed = Object.entries(options.defaults ?? {}).map(([name, value]) => [name, { value }]);
  const defaults: FrontMatter['publications'] = { value: Object.fromEntries(placed) };
  const request = parseRequest({ classes: options.classes ?? [], values }, place, defaults, vfile);
  return { request, messages: vfile.messages.map(({ reason, note }) => `${reason}. ${note}`) };
}

describe('parseRequest', () => {
  test('asks for all publications, newest first, where nothing is said', () => {
    const vfile = new VFile();
    expect(parseRequest(undefined, undefined, undefined, vfile)).toEqual({
      type: { any: [], none: [] },
      keyword: { any: [], none: [] },
      venue: { any: [], none: [] },
      year: [],
      sort: [{ key: 'year', ascending: false }],
      isDefaultSort: true,
      group: 'none',
      number: 'none',
      style: 'venue-left',
      line: ['note', 'keywords'],
    });
    expect(vfile.messages).toEqual([]);
  });

  test.each<[Record<string, string>, Partial<PublicationRequest>]>([
    [{ type: 'Journal, !thesis' }, { type: { any: ['journal'], none: ['thesis'] } }],
    [{ keywords: 'a; b c' }, { keyword: { any: ['a', 'b c'], none: [] } }],
    [{ venue: 'ICML' }, { venue: { any: ['icml'], none: [] } }],
    [{ year: '2024' }, { year: [{ from: 2024, to: 2024 }] }],
    [
      { years: '2020-2022, 2024' },
      {
        year: [
          { from: 2020, to: 2022 },
          { from: 2024, to: 2024 },
        ],
      },
    ],
    [{ year: '2020–' }, { year: [{ from: 2020, to: Number.POSITIVE_INFINITY }] }],
    [{ year: '-2019' }, { year: [{ from: Number.NEGATIVE_INFINITY, to: 2019 }] }],
    [{ year: '>2019' }, { year: [{ from: 2020, to: Number.POSITIVE_INFINITY }] }],
    [{ year: '<=2019' }, { year: [{ from: Number.NEGATIVE_INFINITY, to: 2019 }] }],
    [{ selected: 'true' }, { selected: true }],
    [{ selected: 'false' }, { selected: false }],
    [{ keys: '@a, b' }, { keys: ['a', 'b'] }],
    [
      { sort: '+year, -title, venue' },
      {
        sort: [
          { key: 'year', ascending: true },
          { key: 'title', ascending: false },
          { key: 'venue', ascending: true },
        ],
        isDefaultSort: false,
      },
    ],
    [{ group: 'type' }, { group: 'type' }],
    [{ number: 'true' }, { number: 'forward' }],
    [{ number: 'prefix-reverse' }, { number: 'prefix-reverse' }],
    [{ limit: '5' }, { limit: 5 }],
    [{ authors: '0' }, { authors: 0 }],
    [{ authors: 'all' }, {}],
    [{ style: 'compact' }, { style: 'compact' }],
    [{ line: 'none' }, { line: [] }],
    [{ line: 'Abstract, note' }, { line: ['abstract', 'note'] }],
    [{ lang: 'de' }, {}],
  ])('reads %o', (values, expected) => {
    const { request, messages } = parse(values);
    expect(request).toMatchObject(expected);
    expect(messages).toEqual([]);
  });

  test('takes the front matter for granted, and the block over it', () => {
    const { request } = parse({ style: 'apa' }, { defaults: { style: 'compact', limit: 3, selected: true } });
    expect(request).toMatchObject({ style: 'apa', limit: 3, selected: true });
  });

  test('reads the class selected', () => {
    expect(parse({}, { classes: ['publications', 'selected'] }).request.selected).toBe(true);
  });

  test.each<[Record<string, string>, string]>([
    [
      { yeer: '1' },
      'Cannot use `yeer` for publications, expected `keys`, `type`, `keyword`, `venue`, `year`, `selected`, `sort`, `group`, `number`, `limit`, `authors`, `style` or `line`. Did you mean `year`?',
    ],
    [
      { frobnicate: '1' },
      'Cannot use `frobnicate` for publications, expected `keys`, `type`, `keyword`, `venue`, `year`, `selected`, `sort`, `group`, `number`, `limit`, `authors`, `style` or `line`. Delete it.',
    ],
    [
      { year: 'soon' },
      'Cannot use `year` with `soon`, expected years such as `2024`, `2020-2024`, `2020-` or `-2019`. It is passed over.',
    ],
    [
      { year: '-' },
      'Cannot use `year` with `-`, expected years such as `2024`, `2020-2024`, `2020-` or `-2019`. It is passed over.',
    ],
    [
      { selected: 'maybe' },
      'Cannot use `selected` with `maybe`, expected `true` or `false`. It is passed over.',
    ],
    [
      { sort: 'size' },
      'Cannot use `sort` with `size`, expected `year`, `title`, `author`, `venue`, `type` or `file`, with `+` or `-` before it. It is passed over.',
    ],
    [
      { group: 'size' },
      'Cannot use `group` with `size`, expected `none`, `year`, `type`, `keyword` or `venue`. It is passed over.',
    ],
    [
      { number: 'roman' },
      'Cannot use `number` with `roman`, expected `none`, `forward`, `reverse`, `prefix` or `prefix-reverse`. It is passed over.',
    ],
    [{ limit: '0' }, 'Cannot use `limit` with `0`, expected a number from 1. It is passed over.'],
    [{ authors: 'few' }, 'Cannot use `authors` with `few`, expected a number, or `all`. It is passed over.'],
    [
      { style: '../x' },
      'Cannot use `style` with `../x`, expected the name of a style, such as `compact`. It is passed over.',
    ],
  ])('warns of %o', (values, expected) => {
    const { request, messages } = parse(values);
    expect(messages).toEqual([expected]);
    expect(request).toEqual(parse({}).request);
  });
});
