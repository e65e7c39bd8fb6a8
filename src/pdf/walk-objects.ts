import { isList, isRef, isStream, type PdfObjects, type PdfString, type PdfValue } from './pdf-objects.ts';

export interface FoundString extends PdfString {
  /** Number of the indirect object that holds it; 0 is the trailer. */
  object: number;
  /** Keys of the dictionaries down to it: `A.URI`, `Title`. */
  path: string;
}

export interface FoundStream {
  object: number;
  /** Its `Type` and `Subtype`, `Metadata XML`; empty where it has neither. */
  kind: string;
  /** Decoded; as it lies in the file where its filter is one of images. */
  bytes: Uint8Array;
}

/** Every string in the PDF's objects, those that nothing refers to as well. Strings in streams of a page's content are not among them. */
export function listStrings({ all, trailer }: PdfObjects): FoundString[] {
  const found: FoundString[] = [];
  const visit = (value: PdfValue, object: number, path: readonly string[]): void => {
    if (typeof value !== 'object' || value === null || isRef(value)) return;
    if (isList(value)) for (const item of value) visit(item, object, path);
    else if (value instanceof Map) for (const [key, inner] of value) visit(inner, object, [...path, key]);
    else if (isStream(value)) visit(value.dict, object, path);
    else if ('text' in value) found.push({ ...value, object, path: path.join('.') });
  };
  visit(trailer, 0, []);
  for (const [object, value] of all) visit(value, object, []);
  return found;
}

/** Every stream of the PDF, decoded: pages, fonts, metadata, profiles, attachments, images. */
export function listStreams({ all, get }: PdfObjects): FoundStream[] {
  return [...all].flatMap(([object, value]) => {
    if (!isStream(value)) return [];
    const kind = ['Type', 'Subtype'].flatMap((key) => {
      const name = get(value, key);
      return name && typeof name === 'object' && 'name' in name ? [name.name] : [];
    });
    return [{ object, kind: kind.join(' '), bytes: value.decode() ?? value.raw }];
  });
}
