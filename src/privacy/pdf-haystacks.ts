/** Everything in a PDF that may hold text, each part by its name. */
import { contentOperators } from '../pdf/content-operators.ts';
import type { OpenedPdf } from '../pdf/open-pdf.ts';
import type { PdfObjects, PdfValue } from '../pdf/pdf-objects.ts';
import { readOutline } from '../pdf/read-outline.ts';
import { type FoundStream, type FoundString, listStreams, listStrings } from '../pdf/walk-objects.ts';
import { rawHaystacks } from './raw-haystacks.ts';
import type { Haystack } from './search.ts';

/**
 * The text that two extractors read, page by page and as a whole; every string of every object, which are bookmarks, links, metadata and whatever else;
 * every stream decoded, which are pages, XMP, attachments, fonts; and the bytes of the file as they lie, for what no object holds.
 */
export async function pdfHaystacks(pdf: OpenedPdf): Promise<Haystack[]> {
  const [pages, plain, objects] = await Promise.all([pdf.textPages(), pdf.plainText(), pdf.objects()]);
  const streams = listStreams(objects);
  const byItems = pages.map(({ items }) => items.map(({ text }) => text));
  return [
    ...plain.map((text, index) => toText(`the text of page ${index + 1}`, text)),
    ...byItems.map((texts, index) => toText(`the text of page ${index + 1}`, texts.join(' '))),
    ...[plain, byItems.flat()].map((texts) => toText('the text of the PDF', texts.join(''))),
    ...readOutline(objects).map(({ title }) => toText(`the bookmark “${title}”`, title)),
    ...listStrings(objects).map((string) => nameString(string, objects)),
    ...streams.flatMap(toStreams),
    ...rawHaystacks(pdf.bytes, streams),
  ];
}

function toText(name: string, content: string): Haystack {
  return { name, content, isRead: true };
}

function nameString({ text, path, object }: FoundString, { trailer }: PdfObjects): Haystack {
  const info = trailer.get('Info');
  if (isRefTo(info, object) || path.startsWith('Info')) return toText(`the metadata (${path})`, text);
  if (path.endsWith('URI')) return toText('a link', text);
  // A string that is an object by itself may be the title of a bookmark.
  const isRead = /(?:^|\.)(?:|ActualText|Alt|Contents|Desc|F|T|TU|Title|UF)$/.test(path);
  return { name: `object ${object} of the PDF`, content: text, isRead };
}

function isRefTo(value: PdfValue | undefined, object: number): boolean {
  return typeof value === 'object' && value !== null && 'ref' in value && value.ref === object;
}

function toStreams({ kind, bytes }: FoundStream): Haystack[] {
  if (kind.startsWith('Metadata')) return [{ name: 'the XMP metadata', content: bytes, isRead: true }];
  if (kind.includes('EmbeddedFile')) return [{ name: 'an attachment', content: bytes, isRead: true }];
  const name = 'a stream of the PDF';
  const content = Buffer.from(bytes).toString('latin1');
  if (!/\bT[jJ]\b|\bBDC\b/.test(content)) return [{ name, content: bytes, isRead: false }];
  // Between the letters of a page stand the distances between them, which are no text, and look like numbers to call.
  return [
    { name, content: stringsOf(content), isRead: false },
    { name, content: content.replace(/-?\d+(?:\.\d+)?/g, ' '), isRead: false },
  ];
}

/** The strings that a page shows, one after the other. */
function stringsOf(content: string): string {
  return [...contentOperators(content)].flatMap(({ operands }) => operands.flatMap(textsIn)).join('');
}

function textsIn(value: PdfValue): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null && 'text' in value ? [value.text as string] : [];
}
