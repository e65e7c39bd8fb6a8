import type { PDFDict, PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import { MdcvError } from '../problem.ts';
import { loadPdfLib } from './libraries.ts';

/** A value of a PDF (ISO 32000-2, 7.3) as plain data. `null` is also what is missing or broken. */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfStream
  | PdfDict
  | readonly PdfValue[];
/** Without its slash. */
export interface PdfName {
  name: string;
}
export interface PdfString {
  bytes: Uint8Array;
  /** The bytes as text: UTF-16 or UTF-8 where they begin so, else PDFDocEncoding. */
  text: string;
}
export interface PdfRef {
  ref: number;
}
export type PdfDict = ReadonlyMap<string, PdfValue>;
export interface PdfStream {
  dict: PdfDict;
  /** As it lies in the file. */
  raw: Uint8Array;
  /** What its filters make of it; nothing where the filter is one of images, which stay as they are. */
  decode(): Uint8Array | undefined;
}

/** The objects of a PDF. */
export interface PdfObjects {
  /** Follows a reference and then keys of dictionaries and positions in lists, references on the way, too. */
  get(from: PdfValue | undefined, ...path: (string | number)[]): PdfValue;
  trailer: PdfDict;
  catalog: PdfDict;
  /** Page dictionaries in their order, with what they inherit. */
  pages: readonly PdfDict[];
  /** Every indirect object by its number, also what nothing refers to. */
  all: ReadonlyMap<number, PdfValue>;
  /** It was encrypted; what is here is decrypted. */
  encrypted: boolean;
}

type PdfLib = Awaited<ReturnType<typeof loadPdfLib>>;

/** Filters of images, whose data is no text. */
const imageFilters = new Set(['DCTDecode', 'JPXDecode', 'JBIG2Decode', 'CCITTFaxDecode']);

/**
 * Reads every object of a PDF by pdf-lib.
 * @throws MdcvError `bad-pdf` where it has no pages that can be found
 */
export async function readPdfObjects(bytes: Uint8Array): Promise<PdfObjects> {
  const lib = await loadPdfLib();
  const { document, encrypted } = await loadDocument(lib, bytes);
  const toDict = (dict: PDFDict): PdfDict =>
    new Map(dict.entries().map(([key, value]) => [key.decodeText(), toValue(value)]));
  const toValue = (object: PDFObject | undefined): PdfValue => {
    if (object instanceof lib.PDFName) return { name: object.decodeText() };
    if (object instanceof lib.PDFNumber) return object.asNumber();
    if (object instanceof lib.PDFBool) return object.asBoolean();
    if (object instanceof lib.PDFString || object instanceof lib.PDFHexString)
      return { bytes: object.asBytes(), text: object.decodeText() };
    if (object instanceof lib.PDFRef) return { ref: object.objectNumber };
    if (object instanceof lib.PDFArray) return object.asArray().map(toValue);
    if (object instanceof lib.PDFDict) return toDict(object);
    if (object instanceof lib.PDFStream) {
      const dict = toDict(object.dict);
      const raw = object.getContents();
      const isImage = filtersOf(dict).some((name) => imageFilters.has(name));
      return {
        dict,
        raw,
        decode: () =>
          isImage || !(object instanceof lib.PDFRawStream)
            ? undefined
            : lib.decodePDFRawStream(object).decode(),
      };
    }
    return null;
  };
  const all = new Map(
    document.context
      .enumerateIndirectObjects()
      .map(([ref, object]) => [ref.objectNumber, toValue(object)] as const),
  );
  const get: PdfObjects['get'] = (from, ...path) => {
    let value = resolve(from, all);
    for (const step of path) {
      if (value instanceof Map && typeof step === 'string') value = resolve(value.get(step), all);
      else if (isStream(value) && typeof step === 'string') value = resolve(value.dict.get(step), all);
      else if (isList(value) && typeof step === 'number') value = resolve(value[step], all);
      else return null;
    }
    return value;
  };
  const { Root, Info, ID } = document.context.trailerInfo;
  const trailer = new Map(
    Object.entries({ Root, Info, ID })
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, toValue(value)]),
  );
  return {
    get,
    trailer,
    catalog: asDict(get(trailer, 'Root')) ?? new Map(),
    pages: readPages(document, toDict),
    all,
    encrypted,
  };
}

async function loadDocument(
  lib: PdfLib,
  bytes: Uint8Array,
): Promise<{ document: PDFDocument; encrypted: boolean }> {
  try {
    const document = await lib.PDFDocument.load(bytes, { updateMetadata: false });
    // Finds the pages, which fails where there are none.
    document.getPages();
    return { document, encrypted: false };
  } catch (error) {
    if (!(error instanceof lib.EncryptedPDFError)) throw toBroken(error);
  }
  try {
    // One that everybody may open has an empty password.
    const document = await lib.PDFDocument.load(bytes, { updateMetadata: false, password: '' });
    document.getPages();
    return { document, encrypted: true };
  } catch (error) {
    throw toBroken(error);
  }
}

function toBroken(cause: unknown): MdcvError {
  return new MdcvError('bad-pdf', 'Cannot read the objects of the PDF, it is broken or locked', { cause });
}

/** Keys that pages inherit from the tree above them (ISO 32000-2, table 31). */
const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

function readPages(document: PDFDocument, toDict: (dict: PDFDict) => PdfDict): PdfDict[] {
  return document.getPages().map(({ node }) => {
    const page = new Map<string, PdfValue>();
    for (let dict: PDFDict | undefined = node; dict; dict = parentOf(dict))
      for (const [key, value] of toDict(dict))
        if (dict === node || (inherited.some((name) => name === key) && !page.has(key))) page.set(key, value);
    return page;
  });
}

function parentOf(dict: PDFDict): PDFDict | undefined {
  const [, parent] = dict.entries().find(([key]) => key.decodeText() === 'Parent') ?? [];
  return parent && (dict.context.lookup(parent) as PDFDict | undefined);
}

function resolve(value: PdfValue | undefined, all: ReadonlyMap<number, PdfValue>): PdfValue {
  let found = value ?? null;
  // A reference to a reference is not allowed, but a ring of them must not hold us.
  for (let depth = 0; isRef(found); depth += 1) found = depth < 8 ? (all.get(found.ref) ?? null) : null;
  return found;
}

function filtersOf(dict: PdfDict): string[] {
  const filter = dict.get('Filter') ?? null;
  return (isList(filter) ? filter : [filter]).map((name) => asName(name) ?? '');
}

export function isRef(value: PdfValue): value is PdfRef {
  return typeof value === 'object' && value !== null && 'ref' in value;
}

export function isStream(value: PdfValue): value is PdfStream {
  return typeof value === 'object' && value !== null && 'decode' in value;
}

export function isList(value: PdfValue): value is readonly PdfValue[] {
  return Array.isArray(value);
}

/** A dictionary, that of a stream too. */
export function asDict(value: PdfValue): PdfDict | undefined {
  if (value instanceof Map) return value;
  return isStream(value) ? value.dict : undefined;
}

export function asName(value: PdfValue): string | undefined {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
}

export function asText(value: PdfValue): string | undefined {
  return typeof value === 'object' && value !== null && 'text' in value ? value.text : undefined;
}

export function asNumber(value: PdfValue): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The numbers of a list, such as a box's. */
export function asNumbers(value: PdfValue): number[] {
  return isList(value) ? value.filter((item) => typeof item === 'number') : [];
}
