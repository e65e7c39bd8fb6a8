import { asDict, asName, isStream, type PdfDict, type PdfObjects, type PdfValue } from './pdf-objects.ts';

export interface PdfFont {
  /** PostScript name with its subset's tag: `PNSSYA+CharterBT-Bold`; that of the resource for Type 3 fonts. */
  name: string;
  /** `Type1`, `TrueType`, `Type0`, `Type3`, … */
  type: string;
  /** The font's program lies in the PDF. Type 3 fonts always do. */
  embedded: boolean;
  subset: boolean;
  /** Says which character each glyph is. */
  toUnicode: boolean;
  /** Pages that name it among their resources, counted from 1. */
  pages: number[];
}

/** The fonts that pages, and the forms drawn on them, name. */
export function readFonts(objects: PdfObjects): PdfFont[] {
  const fonts = new Map<PdfDict, PdfFont>();
  objects.pages.forEach((page, index) => {
    for (const [font, key] of fontsOf(objects, objects.get(page, 'Resources'), new Set())) {
      const known = fonts.get(font);
      if (known) known.pages.push(index + 1);
      else fonts.set(font, { ...toFont(objects, font, key), pages: [index + 1] });
    }
  });
  return [...fonts.values()];
}

function fontsOf(objects: PdfObjects, resources: PdfValue, seen: Set<PdfValue>): Map<PdfDict, string> {
  const { get } = objects;
  const found = new Map<PdfDict, string>();
  if (seen.has(resources)) return found;
  seen.add(resources);
  for (const [key, value] of asDict(get(resources, 'Font')) ?? []) {
    const font = asDict(get(value));
    if (font) found.set(font, key);
  }
  for (const value of asDict(get(resources, 'XObject'))?.values() ?? [])
    for (const [font, key] of fontsOf(objects, get(value, 'Resources'), seen)) found.set(font, key);
  return found;
}

function toFont({ get }: PdfObjects, font: PdfDict, key: string): Omit<PdfFont, 'pages'> {
  const type = asName(get(font, 'Subtype')) ?? '';
  const name = asName(get(font, 'BaseFont')) ?? key;
  const holder = type === 'Type0' ? get(font, 'DescendantFonts', 0) : font;
  return {
    name,
    type,
    embedded:
      type === 'Type3' ||
      ['FontFile', 'FontFile2', 'FontFile3'].some((file) => isStream(get(holder, 'FontDescriptor', file))),
    subset: /^[A-Z]{6}\+/.test(name),
    toUnicode: isStream(get(font, 'ToUnicode')),
  };
}
