import { asDict, asName, asText, isList, isStream, type PdfObjects } from './pdf-objects.ts';

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
  /** Where JavaScript or another action that does more than go somewhere was found: keys down to it. */
  actions: string[];
}

/** Actions of links and of the outline that only lead somewhere (ISO 32000-2, table 201). */
const harmless = new Set(['GoTo', 'URI']);

export function readInfo(objects: PdfObjects): PdfInfo {
  const { get, trailer, catalog, all } = objects;
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
    encrypted: trailer.has('Encrypt'),
    tagged: get(catalog, 'MarkInfo', 'Marked') === true && get(catalog, 'StructTreeRoot') !== null,
    actions: [...all].flatMap(([number, value]) => {
      const dict = asDict(value);
      const kind = asName(get(dict, 'S'));
      const isAction = asName(get(dict, 'Type')) === 'Action';
      const inner = asName(get(dict, 'A', 'S'));
      return [
        ...(dict?.has('JS') || dict?.has('AA') ? [`${kind ?? 'AA'} in object ${number}`] : []),
        ...(isAction && kind && !harmless.has(kind) ? [`${kind} in object ${number}`] : []),
        ...(inner && !harmless.has(inner) ? [`${inner} in object ${number}`] : []),
      ];
    }),
  };
}

function toHex({ get }: PdfObjects, value: Parameters<PdfObjects['get']>[0]): string {
  const string = get(value);
  return string && typeof string === 'object' && 'bytes' in string
    ? Buffer.from(string.bytes).toString('hex')
    : '';
}
