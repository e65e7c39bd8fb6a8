/** A CV in the format of other tools. */
import type { VFile } from 'vfile';
import { parseCv } from '../content/parse-cv.ts';
import { readCvFile } from '../content/read-file.ts';
import { severityOf } from '../problem.ts';

export const exportFormats = ['jsonresume', 'text', 'html'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportedCv {
  /** Missing where there is nothing to export; `source.messages` says why. */
  content?: string | undefined;
  source: VFile;
  sources: VFile[];
}

/**
 * Reads a CV and writes it in another format. What is wrong with it becomes messages with places.
 * @param isPublic leaves out what is marked private, and searches for it in what came out
 * @throws MdcvError where there is no such file
 */
export async function exportCv(file: string, format: ExportFormat, isPublic: boolean): Promise<ExportedCv> {
  const source = await readCvFile(file);
  const parsed = await parseCv(source, { isPublic });
  const { cv, frontMatter, sources, privateParts } = parsed;
  if (source.messages.some((message) => severityOf(message) === 'error')) return { source, sources };
  const content = await write();
  if (privateParts) {
    const { createProof } = await import('../privacy/proof.ts');
    const proof = createProof({ parts: privateParts, cv, inputs: [], vfile: source });
    if (!proof.checkExport(content)) return { source, sources };
  }
  return { content, source, sources };

  async function write(): Promise<string> {
    switch (format) {
      case 'jsonresume': {
        const { toJsonResume } = await import('./to-json-resume.ts');
        return `${JSON.stringify(toJsonResume(cv, frontMatter, source), undefined, 2)}\n`;
      }
      case 'text':
        return (await import('./to-plain-text.ts')).toPlainText(cv);
      case 'html':
        return (await import('./to-html.ts')).toHtml(cv);
    }
  }
}
