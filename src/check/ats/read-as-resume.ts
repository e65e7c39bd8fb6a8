import type { VFileMessage } from 'vfile-message';
import { openPdf } from '../../pdf/open-pdf.ts';
import type { CheckSource } from '../checked.ts';
import { placeFindings } from '../place-findings.ts';
import { compareResume, describeUnread, type ReadField } from './compare-resume.ts';
import { type ParsedResume, parseResume } from './parse-resume.ts';

/** What a résumé parser makes of a PDF. */
export interface ResumeReport {
  resume: ParsedResume;
  /** The CV's fields, and whether they were found; empty without a CV. */
  fields: ReadField[];
  /** A warning for each field that was not found; they are among the CV's messages, too. */
  messages: VFileMessage[];
}

/**
 * Reads a PDF as programs do that sort applications, and compares what they find with the CV.
 * @throws MdcvError `missing-file`, `bad-pdf`
 */
export async function readAsResume(path: string, source?: CheckSource): Promise<ResumeReport> {
  const pdf = openPdf(path);
  try {
    const pages = await pdf.textPages();
    const resume = parseResume(pages);
    const fields = source ? compareResume(source.cv, resume) : [];
    if (!source) return { resume, fields, messages: [] };
    const { vfile, template } = source;
    const before = vfile.messages.length;
    placeFindings(describeUnread(fields, template), { source: { ...source, passages: [] } }, vfile);
    return { resume, fields, messages: vfile.messages.slice(before) };
  } finally {
    await pdf.close();
  }
}
