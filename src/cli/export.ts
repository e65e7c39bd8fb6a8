import { displayPath } from '../display-path.ts';
import { exportCv, exportFormats } from '../export/export-cv.ts';
import { MdcvError } from '../problem.ts';
import { writePublished } from '../publish-file.ts';
import { formatMessage, sortMessages } from '../report.ts';
import { exitCodeOf } from './exit-code.ts';
import { colours, printLine, printNote } from './print.ts';

export interface ExportFlags {
  format: string;
  output?: string;
  public?: boolean;
}

/** `mdcv export`: a CV in the format of other tools, on standard output or in a file. Returns the exit code. */
export async function runExport(file: string, flags: ExportFlags): Promise<number> {
  const format = exportFormats.find((one) => one === flags.format);
  if (!format)
    throw new MdcvError(
      'bad-argument',
      `Cannot export to \`${flags.format}\`, expected ${exportFormats.join(', ')}`,
      { hint: 'Write `mdcv export cv.md --format jsonresume`.' },
    );
  const { content, source, sources } = await exportCv(file, format, flags.public ?? false);
  for (const message of sortMessages(source.messages))
    printNote(formatMessage(message, [source, ...sources], colours));
  if (content === undefined) return exitCodeOf(source.messages);
  if (flags.output === undefined || flags.output === '-') process.stdout.write(content);
  else {
    writePublished(flags.output, content);
    printLine(displayPath(flags.output));
  }
  return exitCodeOf(source.messages);
}
