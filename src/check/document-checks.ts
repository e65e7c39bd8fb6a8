import { drawOperators } from '../pdf/draw-operators.ts';
import { asName, isStream } from '../pdf/pdf-objects.ts';
import { readFonts } from '../pdf/read-fonts.ts';
import { readInfo } from '../pdf/read-info.ts';
import { readOutline } from '../pdf/read-outline.ts';
import type { Check, Finding } from './checked.ts';

const ownTemplate = 'A template of your own must include what mdcv’s templates include.';

export const checkFonts: Check = ({ objects }) =>
  readFonts(objects).flatMap(({ name, type, embedded, subset, toUnicode, pages }): Finding[] => {
    const where = `page${pages.length > 1 ? 's' : ''} ${pages.join(', ')}`;
    const note = 'Choose another `font` under `options:`, or another engine.';
    if (type === 'Type3')
      return [
        {
          code: 'type3-font',
          reason: `The font ${name} of ${where} is made of pictures (Type 3)`,
          note: 'On pdflatex the package cm-super or lmodern mends that; or choose another `font` under `options:`.',
        },
      ];
    return [
      ...(embedded
        ? []
        : [
            {
              code: 'unembedded-font' as const,
              reason: `The font ${name} of ${where} is not in the PDF, so that others see another`,
              note,
            },
          ]),
      ...(subset || !embedded
        ? []
        : [
            {
              code: 'whole-font' as const,
              reason: `The whole font ${name} is in the PDF rather than the letters that are used`,
              note,
            },
          ]),
      ...(toUnicode
        ? []
        : [
            {
              code: 'font-without-unicode' as const,
              reason: `The font ${name} of ${where} does not say which letters it shows`,
              note,
            },
          ]),
    ];
  });

export const checkMetadata: Check = ({ objects, source }) => {
  const { info, xmp, lang, id, outputIntents, encrypted, actions } = readInfo(objects);
  const findings: Finding[] = [];
  const lacking = [
    ...(info.Title ? [] : ['title']),
    ...(info.Author ? [] : ['author']),
    ...(lang ? [] : ['language']),
    ...(source && source.cv.keywords.length > 0 && !info.Keywords ? ['keywords'] : []),
  ];
  if (lacking.length > 0)
    findings.push({
      code: 'missing-metadata',
      reason: `The PDF does not say its ${lacking.join(', ')}`,
      note: source?.cv.person.name ? ownTemplate : 'Write your `name` into the front matter.',
    });
  if (xmp === undefined)
    findings.push({
      code: 'missing-xmp',
      reason: 'The PDF has no XMP metadata, which PDF/A asks for',
      note: ownTemplate,
    });
  else {
    const text = unescapeXml(xmp);
    for (const [key, value] of Object.entries({
      title: info.Title,
      author: info.Author,
      keywords: info.Keywords,
    }))
      if (value && !text.includes(value))
        findings.push({
          code: 'unequal-metadata',
          reason: `The XMP metadata do not hold the ${key} “${value}” of the document information`,
          note: ownTemplate,
        });
  }
  if (!outputIntents.some(({ components }) => components !== undefined))
    findings.push({
      code: 'missing-output-intent',
      reason: 'The PDF does not say which colours it means (no output intent)',
      note: ownTemplate,
    });
  if (!id)
    findings.push({
      code: 'missing-file-id',
      reason: 'The PDF has no file identifier, which PDF/A asks for',
      note: ownTemplate,
    });
  if (encrypted)
    findings.push({
      code: 'encrypted-pdf',
      reason: 'The PDF is encrypted, so that programs that read CVs cannot',
      note: 'Hand on the PDF that mdcv wrote.',
    });
  if (actions.length > 0)
    findings.push({
      code: 'active-pdf',
      reason: `The PDF holds actions that are no links: ${actions.slice(0, 3).join(', ')}`,
      note: 'Remove what makes them from the raw LaTeX or the template.',
    });
  return findings;
};

function unescapeXml(text: string): string {
  return text
    .replace(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

export const checkBookmarks: Check = ({ objects, source }) => {
  // What is for a printer has none.
  if (!source || source.cv.sections.length === 0 || source.profile === 'print') return [];
  const titles = readOutline(objects).length;
  return titles >= source.cv.sections.length
    ? []
    : [
        {
          code: 'missing-bookmarks',
          reason: `The PDF has ${titles} bookmarks for ${source.cv.sections.length} sections`,
          note: ownTemplate,
        },
      ];
};

export const checkColours: Check = ({ objects }) => {
  for (const { name, operands, page, resources } of drawOperators(objects)) {
    const image = name === 'Do' && objects.get(resources, 'XObject', asName(operands[0] ?? null) ?? '');
    const isImage = image && isStream(image) && asName(objects.get(image, 'ColorSpace')) === 'DeviceCMYK';
    const isSpace = (name === 'cs' || name === 'CS') && asName(operands[0] ?? null) === 'DeviceCMYK';
    if (name !== 'k' && name !== 'K' && !isImage && !isSpace) continue;
    return [
      {
        code: 'cmyk-colour',
        reason: `${isImage ? 'An image' : 'Something'} on page ${page} is in CMYK, which screens show in other colours`,
        note: isImage ? 'Save the image as RGB.' : 'Give colours as RGB.',
      },
    ];
  }
  return [];
};
