/** The bytes of a PDF as they lie in the file, for what no reader of its objects tells of. */
import { inflateSync } from 'node:zlib';
import type { FoundStream } from '../pdf/walk-objects.ts';
import type { Haystack } from './search.ts';

const stream = /\bstream\r?\n([\s\S]*?)endstream/g;

/**
 * The file without its packed streams and its table of places; and what is in packed streams that are not among `known`. In these lie objects as TeX
 * wrote them (object streams), with keys that are there twice, of which a reader sees one; and whatever no table of places leads to.
 */
export function rawHaystacks(bytes: Uint8Array, known: readonly FoundStream[]): Haystack[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const seen = new Set(known.map((one) => beginningOf(one.bytes)));
  const unpacked = [...text.matchAll(stream)].flatMap(([, data]): Haystack[] => {
    const content = unpack(data as string);
    if (!content || seen.has(beginningOf(content))) return [];
    return [{ name: 'an object stream of the PDF', content, isRead: false }];
  });
  const open = text
    // Numbers that are none to call.
    .replace(/\d{10} \d{5} [nf]/g, '')
    .replace(stream, (whole, data: string) => (isPacked(data) ? '' : whole));
  return [...unpacked, { name: 'the bytes of the PDF', content: Buffer.from(open, 'latin1'), isRead: false }];
}

function isPacked(data: string): boolean {
  return (data.match(/[\x80-\xFF]/g)?.length ?? 0) > data.length / 5;
}

/** What is in a stream that is packed with zlib; undefined for all others. */
function unpack(data: string): Buffer | undefined {
  try {
    return inflateSync(Buffer.from(data, 'latin1'));
  } catch {
    // Not packed, or in another way: a picture.
    return undefined;
  }
}

function beginningOf(bytes: Uint8Array): string {
  return `${bytes.length} ${Buffer.from(bytes.subarray(0, 200)).toString('latin1')}`;
}
