import { mergeReports } from '../many/merge-reports.ts';
import { exitCodeOfLines, summarizeLines } from '../many/report-line.ts';
import { toJunit } from '../many/to-junit.ts';
import { requireNamedFile } from '../named-file.ts';
import { MdcvError } from '../problem.ts';
import { writePublished } from '../publish-file.ts';
import { withJsonError } from './json-error.ts';
import { colours, printNote } from './print.ts';

export interface MergeFlags {
  junit?: string;
  json?: boolean;
}

/** What the files are, in hints. */
const reportName = 'the file that `mdcv build --shard … --json` was sent to';

/** `mdcv merge-reports`: what the shards have printed, as one report. Returns the exit code. */
export async function runMergeReports(files: readonly string[], flags: MergeFlags): Promise<number> {
  return withJsonError(flags, {}, () => mergeNamed(files, flags));
}

function mergeNamed(files: readonly string[], flags: MergeFlags): number {
  const { lines, problems } = mergeReports(
    files.map((file) => ({ name: file, text: requireNamedFile(file, reportName).toString('utf8') })),
  );
  if (flags.json) for (const line of lines) console.log(JSON.stringify(line));
  if (flags.junit !== undefined) writePublished(flags.junit, toJunit(lines));
  for (const { file, template } of lines.filter(({ status }) => status === 'failed'))
    printNote(`${colours.red('failed')} ${file}${template ? ` (${template})` : ''}`);
  printNote(summarizeLines(lines));
  // What is there is told and written all the same; that it is not the whole must not look like success.
  if (problems.length > 0)
    throw new MdcvError('incomplete-report', `${problems.join('; ')}`, {
      hint: 'Run the shards that are missing or not whole, all of the same files, and give each report once.',
    });
  return exitCodeOfLines(lines);
}
