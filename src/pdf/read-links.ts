import type { PageBox } from '../model/pdf-places.ts';
import { asName, asNumbers, asText, isList, type PdfObjects } from './pdf-objects.ts';

export interface PdfLink extends PageBox {
  /** Address of a link to the outside; missing for one within the PDF. */
  uri?: string | undefined;
  /** Flag 3 of annotations (ISO 32000-2, table 167): it is printed, as PDF/A asks. */
  prints: boolean;
}

/** The links of all pages, with their boxes in points from the page's top left corner. */
export function readLinks({ get, pages }: PdfObjects): PdfLink[] {
  return pages.flatMap((page, index) => {
    const annotations = get(page, 'Annots');
    const [left = 0, , , top = 0] = asNumbers(get(page, 'MediaBox'));
    return (isList(annotations) ? annotations : []).flatMap((annotation) => {
      if (asName(get(annotation, 'Subtype')) !== 'Link') return [];
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = asNumbers(get(annotation, 'Rect'));
      const flags = get(annotation, 'F');
      return [
        {
          page: index + 1,
          x: Math.min(x0, x1) - left,
          y: top - Math.max(y0, y1),
          width: Math.abs(x1 - x0),
          height: Math.abs(y1 - y0),
          uri: asText(get(annotation, 'A', 'URI')),
          prints: typeof flags === 'number' && (flags & 4) !== 0,
        },
      ];
    });
  });
}
