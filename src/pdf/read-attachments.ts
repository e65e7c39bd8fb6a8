import { asText, isStream, type PdfObjects } from './pdf-objects.ts';

export interface Attachment {
  name: string;
  bytes: Uint8Array;
}

/** Files that lie within the PDF, however they are attached: every file specification that embeds one. */
export function readAttachments({ get, all }: PdfObjects): Attachment[] {
  return [...all.values()].flatMap((value) => {
    const file = get(value, 'EF', 'F') ?? get(value, 'EF', 'UF');
    if (!isStream(file)) return [];
    const name = asText(get(value, 'UF')) ?? asText(get(value, 'F')) ?? '';
    return [{ name, bytes: file.decode() ?? file.raw }];
  });
}
