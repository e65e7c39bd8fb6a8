import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { displayPath } from '../display-path.ts';
import { importFormats } from '../import/detect-format.ts';
import { importCv } from '../import/import-cv.ts';
import { isSameFile } from '../import/same-file.ts';
import { MdcvError } from '../problem.ts';
import { publishFile, writePublished } from '../publish-file.ts';
import { formatMessage, sortMessages } from '../report.ts';
import { exitCodeOf } from './exit-code.ts';
import { colours, printLine, printNote } from './print.ts';

export interface ImportFlags {
  from?: string;
  output?: string;
  lang?: string;
  name?: string;
  force?: boolean;
}

/** `mdcv import`: a CV of another format as Markdown. Returns the exit code. */
export async function runImport(
  file: string,
  { from, output, lang, name, force }: ImportFlags,
): Promise<number> {
  const format = importFormats.find((one) => one === from);
  if (from !== undefined && !format)
    throw new MdcvError(
      'bad-argument',
      `Cannot import from \`${from}\`, expected ${importFormats.join(', ')}`,
      {
        hint: 'Leave `--from` out, and mdcv finds the format from the content.',
      },
    );
  const isPrinted = output === '-';
  const target = output === undefined || isPrinted ? defaultTarget(file) : output;
  const { markdown, copies, source, sources } = await importCv({ file, format, lang, name, output: target });
  for (const message of sortMessages(source.messages))
    printNote(formatMessage(message, [source, ...sources], colours));
  if (markdown === undefined) return exitCodeOf(source.messages);
  if (isPrinted) {
    process.stdout.write(markdown);
    return exitCodeOf(source.messages);
  }
  const targets = [target, ...copies.map(({ to }) => to)];
  // A copy that is there already is as good as one that is made.
  const needed = copies.filter((copy) => !('from' in copy && isSameFile(copy.from, copy.to)));
  const taken = force ? undefined : [target, ...needed.map(({ to }) => to)].find((path) => existsSync(path));
  if (taken !== undefined)
    throw new MdcvError('file-exists', `Cannot write \`${displayPath(taken)}\`: it is there already`, {
      hint: 'Name another file with `-o`, or overwrite it with `--force`.',
    });
  for (const copy of needed) {
    if ('from' in copy) publishFile(copy.from, copy.to);
    else writePublished(copy.to, copy.content);
  }
  writePublished(target, markdown);
  const written = targets.map((path) => displayPath(path)).join(', ');
  printLine(`${written} · now: mdcv build ${displayPath(target)}`);
  return exitCodeOf(source.messages);
}

function defaultTarget(file: string): string {
  return join('content', `${basename(file, extname(file))}.md`);
}
