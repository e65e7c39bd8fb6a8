import { documentName } from '../content/letter/document-name.ts';
import { readImages } from '../pdf/read-images.ts';
import type { Check, Finding } from './checked.ts';
import { foldLetters } from './letters.ts';
import type { TextLine } from './text-lines.ts';

/** Points. */
const tolerance = 1;
const smallestType = 6;
const leastDpi = 300;
/** What templates set into the foot of a page. */
const inFoot: ReadonlySet<string> = new Set(['name', 'address', 'contact', 'note']);
const isNumber = /^\s*(?:\d+\s*)?(?:\/\s*)?(?:(?<!\d)\d+\s*)?$/;
/** Of a page. */
const leastLastPage = 0.25;
const points: Readonly<Record<string, number>> = {
  mm: 72 / 25.4,
  cm: 72 / 2.54,
  in: 72,
  pt: 72 / 72.27,
  bp: 1,
};

/** A TeX length in PDF points; nothing where it is none. */
function toPoints(length: unknown): number | undefined {
  const [, number, unit = ''] = /^\s*([\d.]+)\s*(mm|cm|in|pt|bp)\s*$/.exec(String(length)) ?? [];
  return number === undefined ? undefined : Number(number) * (points[unit] ?? 1);
}

/** Nothing is off the page, nothing in its margins. */
export const checkMargins: Check = ({ pages, lines, source }) => {
  const margin = toPoints(source?.options.margin) ?? 0;
  const contacts = foldLetters(
    source?.passages.flatMap(({ kind, text }) => (inFoot.has(kind) ? [text] : [])).join('') ?? '',
  );
  return lines.flatMap((line): Finding[] => {
    const { width = 0, height = 0 } = pages[line.page - 1] ?? {};
    const shown = shorten(line.text);
    const isOff =
      line.x < -tolerance ||
      line.x + line.width > width + tolerance ||
      line.y + line.height > height + tolerance ||
      line.y < -tolerance;
    if (isOff)
      return [
        {
          code: 'off-page',
          reason: `“${shown}” runs off page ${line.page}`,
          note: 'Shorten it or write it otherwise, so that it can be broken.',
          at: line,
        },
      ];
    if (line.running || margin === 0) return [];
    const beyond = Math.max(margin - startOf(line), endOf(line) - (width - margin));
    const below = line.baseline - (height - margin);
    // A footer may hold contacts.
    const isFoot = line.items.every(
      ({ text }) => isNumber.test(text) || contacts.includes(foldLetters(text)),
    );
    const isLow = below > tolerance * 4 && !isFoot;
    if (beyond <= tolerance && !isLow) return [];
    return [
      {
        code: 'outside-margin',
        reason: isLow
          ? `“${shown}” stands in the bottom margin of page ${line.page}`
          : `“${shown}” stands ${beyond.toFixed(1)} pt in the margin of page ${line.page}`,
        note: 'Shorten it or write it otherwise, so that it can be broken.',
        at: line,
      },
    ];
  });
};

/** Marks may hang in the margin, which is fine typography: they count half of the type's size. */
function startOf({ items, x, fontSize }: TextLine): number {
  return /^[^\p{L}\p{N}]/u.test(items[0]?.text ?? '') ? x + fontSize / 2 : x + fontSize * 0.1;
}

function endOf({ items, x, width, fontSize }: TextLine): number {
  const right = x + width;
  return /[^\p{L}\p{N}]$/u.test(items.at(-1)?.text ?? '') ? right - fontSize / 2 : right - fontSize * 0.1;
}

export const checkTypeSize: Check = ({ pages }) => {
  const small = pages.flatMap(({ items }) =>
    items.filter(({ text, fontSize }) => text.trim() !== '' && fontSize < smallestType - 0.05),
  );
  const [first] = small.sort((a, b) => a.fontSize - b.fontSize);
  if (!first) return [];
  return [
    {
      code: 'small-type',
      reason: `“${shorten(first.text)}” on page ${first.page} is set in ${first.fontSize.toFixed(1)} pt, which is too small to read`,
      note: `At least ${smallestType} pt are asked for: set a larger \`fontSize\` under \`options:\`.`,
      at: first,
    },
  ];
};

export const checkImages: Check = ({ objects, source }) =>
  readImages(objects)
    .filter(({ dpi }) => dpi < leastDpi - 0.5)
    .map(({ page, dpi, pixelWidth, pixelHeight, ...box }) => ({
      code: 'low-resolution',
      reason: `The image on page ${page} has ${Math.floor(dpi)} pixels an inch, too few to be printed well`,
      note: `It has ${pixelWidth} × ${pixelHeight} pixels; use one ${(leastDpi / dpi).toFixed(1)} times as wide and as high, or set it smaller.`,
      place: source?.cv.person.photo?.position,
      at: { page, ...box },
    }));

export const checkPageCount: Check = ({ pages, lines, source }) => {
  const findings: Finding[] = [];
  const budget = source?.frontMatter.pages;
  const last = pages.at(-1);
  if (source && budget && pages.length > budget.value)
    findings.push({
      code: 'page-budget',
      reason: `The ${documentName(source.cv)} takes ${pages.length} pages, and \`pages\` allows ${budget.value}`,
      note: 'Shorten it, or set a smaller `margin` or `fontSize` under `options:`.',
      place: budget.position,
    });
  if (last && pages.length > 1) {
    const margin = toPoints(source?.options.margin) ?? 56.7;
    const body = lines.filter(({ page, running }) => page === last.number && !running);
    const lowest = Math.max(0, ...body.map(({ baseline }) => baseline));
    const part = Math.max(0, lowest - margin) / (last.height - 2 * margin);
    if (part < leastLastPage)
      findings.push({
        code: 'short-last-page',
        reason: `The last page is filled to ${Math.round(part * 100)} %`,
        note: 'Shorten it by these lines, or let it breathe: a larger `fontSize` or `margin` under `options:`.',
        at: body[0],
      });
  }
  return findings;
};

export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
