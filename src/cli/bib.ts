import { VFile } from 'vfile';
import { formatMessage, sortMessages } from '../report.ts';
import { exitCodeOf } from './exit-code.ts';
import { colours, printNote } from './print.ts';

export interface BibFlags {
  /** Whose name stands out. */
  owner?: string;
  /** Other names that the owner published under. */
  alias?: string[];
  /** BCP 47. */
  lang?: string;
  group?: string;
  sort?: string;
  type?: string;
  year?: string;
  keyword?: string;
  number?: string;
}

/** `mdcv bib`: the publications of .bib files as Markdown, on standard output. Returns the exit code. */
export async function runBib(files: string[], flags: BibFlags): Promise<number> {
  const { convertBibliography } = await import('../publications/convert-bibliography.ts');
  const { owner, alias = [], lang, ...request } = flags;
  const vfile = new VFile({ path: files.join(', ') });
  const { markdown, sources } = await convertBibliography(files, {
    names: [...(owner === undefined ? [] : [owner]), ...alias],
    lang,
    request,
    vfile,
  });
  for (const message of sortMessages(vfile.messages)) printNote(formatMessage(message, sources, colours));
  process.stdout.write(markdown);
  return exitCodeOf(vfile.messages);
}
