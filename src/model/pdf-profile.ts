/**
 * What a PDF is for. `print` is for publishers that refuse links and bookmarks, `accessible` for readers that need tags; else it is for the
 * screen. All are PDF/A.
 */
export type PdfProfile = (typeof pdfProfiles)[number];
export const pdfProfiles = ['screen', 'print', 'accessible'] as const;
