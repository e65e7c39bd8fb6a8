import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { FrontMatter } from '../content/front-matter/front-matter.ts';
import type { Attributes } from '../model/cv.ts';
import { nearestName } from '../nearest-name.ts';
import { addProblem } from '../problem.ts';
import {
  groupKeys,
  numberings,
  type PublicationRequest,
  sortKeys,
  type WordFilter,
  type YearRange,
} from './publication-request.ts';

/** The style of a list that names none: the reference CV's. */
const defaultStyle = 'venue-left';

/** Fields that say more about a publication in a line below its venue, unless the author names others. */
const defaultLine = ['note', 'keywords'];
/** Styles that set it behind a full stop, where keywords would look astray. */
const proseStyles: readonly string[] = ['compact', 'numbered'];

interface Setting {
  name: string;
  value: string;
  place: Position | Point | undefined;
}

type Reader = (setting: Setting, request: PublicationRequest) => string | undefined;

/** What can be asked for. A reader returns what it expected instead of a value that it cannot use. */
const readers: Readonly<Record<string, Reader>> = {
  keys: ({ value }, request) => {
    request.keys = splitWords(value).map((key) => key.replace(/^@/, ''));
    return undefined;
  },
  type: ({ value }, request) => {
    request.type = readFilter(value);
    return undefined;
  },
  keyword: ({ value }, request) => {
    request.keyword = readFilter(value);
    return undefined;
  },
  venue: ({ value }, request) => {
    request.venue = readFilter(value);
    return undefined;
  },
  year: ({ value }, request) => {
    const ranges = splitWords(value).map(readYears);
    if (ranges.some((range) => !range)) return 'years such as `2024`, `2020-2024`, `2020-` or `-2019`';
    request.year = ranges as YearRange[];
    return undefined;
  },
  selected: ({ value }, request) => {
    if (value !== 'true' && value !== 'false') return '`true` or `false`';
    request.selected = value === 'true';
    return undefined;
  },
  sort: ({ value }, request) => {
    const sort = splitWords(value).map((word) => {
      const key = sortKeys.find((known) => known === word.replace(/^[+-]/, ''));
      // Years fall unless they are told to rise, all else the other way round.
      return key && { key, ascending: key === 'year' ? word.startsWith('+') : !word.startsWith('-') };
    });
    if (sort.some((one) => !one)) return `${listWords(sortKeys)}, with \`+\` or \`-\` before it`;
    request.sort = sort as PublicationRequest['sort'];
    request.isDefaultSort = false;
    return undefined;
  },
  group: ({ value }, request) => {
    const group = groupKeys.find((known) => known === value);
    if (!group) return listWords(groupKeys);
    request.group = group;
    return undefined;
  },
  number: ({ value }, request) => {
    const number = value === 'true' ? 'forward' : numberings.find((known) => known === value);
    if (!number) return listWords(numberings);
    request.number = number;
    return undefined;
  },
  limit: ({ value }, request) => {
    if (!/^[1-9]\d{0,5}$/.test(value)) return 'a number from 1';
    request.limit = Number(value);
    return undefined;
  },
  authors: ({ value }, request) => {
    if (value !== 'all' && !/^\d{1,5}$/.test(value)) return 'a number, or `all`';
    request.authors = value === 'all' ? undefined : Number(value);
    return undefined;
  },
  style: ({ value }, request) => {
    if (!/^[a-z0-9][a-z0-9-]*$/.test(value)) return 'the name of a style, such as `compact`';
    request.style = value;
    return undefined;
  },
  line: ({ value }, request) => {
    request.line = value === 'none' ? [] : splitWords(value).map((field) => field.toLowerCase());
    return undefined;
  },
};

/** Other spellings. */
const aliases: Readonly<Record<string, string>> = {
  types: 'type',
  keywords: 'keyword',
  years: 'year',
  venues: 'venue',
  key: 'keys',
  numbers: 'number',
  max: 'limit',
};

/**
 * Reads what a block asks for from its attributes, on top of what the front matter says for all blocks (`publications:`). A value that
 * cannot be used is warned of and passed over.
 */
export function parseRequest(
  attributes: Attributes | undefined,
  place: Position | undefined,
  defaults: FrontMatter['publications'],
  vfile: VFile,
): PublicationRequest {
  const request: PublicationRequest = {
    type: { any: [], none: [] },
    keyword: { any: [], none: [] },
    venue: { any: [], none: [] },
    year: [],
    sort: [{ key: 'year', ascending: false }],
    isDefaultSort: true,
    group: 'none',
    number: 'none',
    style: defaultStyle,
    line: defaultLine,
  };
  const given: Setting[] = Object.entries(defaults?.value ?? {}).map(([name, { value, position }]) => ({
    name,
    value: String(value),
    place: position,
  }));
  const own = Object.entries(attributes?.values ?? {}).map(([name, value]) => ({ name, value, place }));
  for (const setting of [...given, ...own]) readSetting(setting, request, vfile);
  if (attributes?.classes.includes('selected')) request.selected = true;
  if (request.line === defaultLine && proseStyles.includes(request.style)) request.line = ['note'];
  return request;
}

/** Attributes of blocks of any kind, which others act on. */
const common: ReadonlySet<string> = new Set(['lang', 'dir', 'variant', 'variants']);

function readSetting(setting: Setting, request: PublicationRequest, vfile: VFile): void {
  const name = setting.name.toLowerCase();
  const reader = readers[aliases[name] ?? name];
  if (!reader) {
    if (common.has(name)) return;
    const nearest = nearestName(name, Object.keys(readers));
    addProblem(vfile, 'unknown-filter', {
      reason: `Cannot use \`${setting.name}\` for publications, expected ${listWords(Object.keys(readers))}`,
      note: nearest ? `Did you mean \`${nearest}\`?` : 'Delete it.',
      place: setting.place,
    });
    return;
  }
  const expected = reader({ ...setting, value: setting.value.trim() }, request);
  if (expected === undefined) return;
  addProblem(vfile, 'unknown-filter', {
    reason: `Cannot use \`${setting.name}\` with \`${setting.value}\`, expected ${expected}`,
    note: 'It is passed over.',
    place: setting.place,
  });
}

/** `journal, !thesis`: any of the words, none of those behind `!`. */
function readFilter(value: string): WordFilter {
  const words = splitWords(value).map((word) => word.toLowerCase());
  return {
    any: words.filter((word) => !word.startsWith('!')),
    none: words.filter((word) => word.startsWith('!')).map((word) => word.slice(1).trim()),
  };
}

function readYears(text: string): YearRange | undefined {
  const match = /^(?:(\d{4})|(\d{4})?\s*[-–]\s*(\d{4})?|([<>])(=?)\s*(\d{4}))$/.exec(text) ?? undefined;
  if (!match) return undefined;
  const [, one, from, to, sign, equal, bound] = match;
  if (one) return { from: Number(one), to: Number(one) };
  const most = Number.POSITIVE_INFINITY;
  if (sign) {
    const year = Number(bound);
    const step = equal ? 0 : 1;
    return sign === '>' ? { from: year + step, to: most } : { from: -most, to: year - step };
  }
  if (!from && !to) return undefined;
  return { from: from ? Number(from) : -most, to: to ? Number(to) : most };
}

function splitWords(value: string): string[] {
  return value
    .split(/\s*[,;]\s*/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function listWords(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
