import { asDict, asName, asText, isList, isStream, type PdfObjects, type PdfValue } from './pdf-objects.ts';

export interface OutputIntent {
  /** `GTS_PDFA1` */
  subtype: string;
  identifier?: string | undefined;
  /** Colour components of the embedded ICC profile; missing where there is none. */
  components?: number | undefined;
}

/** What a PDF says about itself. */
export interface PdfInfo {
  /** The document information dictionary: `Title`, `Author`, `Keywords`, … */
  info: Readonly<Record<string, string>>;
  /** The catalog's XMP packet. */
  xmp?: string | undefined;
  /** BCP 47. */
  lang?: string | undefined;
  /** Whether a viewer's window is named by the title rather than by the file. */
  showsTitle: boolean;
  outputIntents: OutputIntent[];
  /** Both halves of the file's identifier, in hexadecimal. */
  id?: readonly [string, string] | undefined;
  encrypted: boolean;
  /** Whether it has a structure tree (tags). */
  tagged: boolean;
  /** JavaScript and other actions that do more than lead somewhere: `JavaScript in object 7`. */
  actions: string[];
}

/** Actions that do more than lead somewhere (ISO 32000-2, table 201). */
const active: ReadonlySet<string> = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ResetForm',
  'ImportData',
  'Movie',
  'Sound',
  'Rendition',
  'RichMediaExecute',
  'GoTo3DView',
  'SetOCGState',
]);

export function readInfo(objects: PdfObjects): PdfInfo {
  const { get, trailer, catalog, all, encrypted } = objects;
  const xmp = get(catalog, 'Metadata');
  const id = get(trailer, 'ID');
  const intents = get(catalog, 'OutputIntents');
  return {
    info: Object.fromEntries(
      [...(asDict(get(trailer, 'Info')) ?? [])].flatMap(([key, value]) => {
        const text = asText(get(value));
        return text === undefined ? [] : [[key, text]];
      }),
    ),
    xmp: isStream(xmp) ? Buffer.from(xmp.decode() ?? xmp.raw).toString('utf8') : undefined,
    lang: asText(get(catalog, 'Lang')),
    showsTitle: get(catalog, 'ViewerPreferences', 'DisplayDocTitle') === true,
    outputIntents: (isList(intents) ? intents : []).map((intent) => ({
      subtype: asName(get(intent, 'S')) ?? '',
      identifier: asText(get(intent, 'OutputConditionIdentifier')),
      components: get(intent, 'DestOutputProfile', 'N') as number | undefined,
    })),
    id: isList(id) && id.length === 2 ? [toHex(objects, id[0]), toHex(objects, id[1])] : undefined,
    encrypted,
    tagged: get(catalog, 'MarkInfo', 'Marked') === true && get(catalog, 'StructTreeRoot') !== null,
    actions: [...all].flatMap(([number, value]) =>
      actionsIn(value).map((action) => `${action} in object ${number}`),
    ),
  };
}

function actionsIn(value: PdfValue): string[] {
  if (isList(value)) return value.flatMap(actionsIn);
  const dict = asDict(value);
  if (!dict) return [];
  const kind = asName(dict.get('S') ?? null);
  return [...(kind && active.has(kind) ? [kind] : []), ...[...dict.values()].flatMap(actionsIn)];
}

function toHex({ get }: PdfObjects, value: Parameters<PdfObjects['get']>[0]): string {
  const string = get(value);
  return string && typeof string === 'object' && 'bytes' in string
    ? Buffer.from(string.bytes).toString('hex')
    : '';
}
