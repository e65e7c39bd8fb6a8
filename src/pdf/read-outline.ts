import { asDict, asText, type PdfObjects, type PdfValue } from './pdf-objects.ts';

export interface OutlineItem {
  title: string;
  /** 1 for the outermost. */
  level: number;
}

/** The outline (bookmarks) in its order. */
export function readOutline({ get, catalog }: PdfObjects): OutlineItem[] {
  const items: OutlineItem[] = [];
  const seen = new Set<PdfValue>();
  const visit = (first: PdfValue, level: number): void => {
    // A broken outline may go in circles.
    for (let item = first; asDict(item) && !seen.has(item); item = get(item, 'Next')) {
      seen.add(item);
      items.push({ title: asText(get(item, 'Title')) ?? '', level });
      visit(get(item, 'First'), level + 1);
    }
  };
  visit(get(catalog, 'Outlines', 'First'), 1);
  return items;
}
