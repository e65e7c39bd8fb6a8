import type { BuildOutcome, BuildTask } from '../many/messages.ts';
import { type ReportLine, summarizeLines } from '../many/report-line.ts';
import type { BuildProgress } from '../options.ts';
import { startStopwatch } from '../stopwatch.ts';
import { colours, printLine, printNote } from './print.ts';
import { createProgress } from './progress.ts';

/** What is shown of many builds: on a terminal one line that tells how far they are and above it what is to be read; else a line a CV. */
export interface ManyView {
  start(task: BuildTask): void;
  /** Rare and long steps: TeX is being fetched. */
  progress(progress: BuildProgress): void;
  show(line: ReportLine, outcome: BuildOutcome): void;
  stop(): void;
  /** The report at the end. */
  summarize(lines: readonly ReportLine[]): void;
}

/** How many failed CVs the report at the end names. */
const mostNamed = 20;

export function createManyView({
  count,
  jobs,
  json,
}: {
  count: number;
  jobs: number;
  json: boolean;
}): ManyView {
  const elapsedMs = startStopwatch();
  const progress = createProgress();
  const isQuiet = process.stdout.isTTY && process.stderr.isTTY;
  let done = 0;
  let failed = 0;
  let current = '';
  const refresh = (): void => {
    const parts = [`${done} of ${count}`, ...(failed > 0 ? [`${failed} failed`] : []), current];
    progress.show({ stage: 'tex', step: parts.join(' · ') });
  };
  return {
    start({ file }) {
      current = file;
      refresh();
    },
    progress: (step) => progress.show(step),
    show(line, { text, result }) {
      done += 1;
      if (line.status === 'failed') failed += 1;
      progress.stop();
      if (json) console.log(JSON.stringify(line));
      else {
        if (text) printNote(text);
        const shown =
          result ?? (line.status === 'unchanged' ? `${line.pdf ?? line.file} · unchanged` : undefined);
        // On a terminal the line that counts tells enough of what went well.
        if (shown && (!isQuiet || text)) printLine(shown);
      }
      if (done < count) refresh();
    },
    stop: progress.stop,
    summarize(lines) {
      const names = lines.filter(({ status }) => status === 'failed').map(({ file }) => file);
      for (const name of names.slice(0, mostNamed)) printNote(`${colours.red('failed')} ${name}`);
      if (names.length > mostNamed) printNote(`and ${names.length - mostNamed} more`);
      const time = `${(elapsedMs() / 1000).toFixed(1)} s`;
      const workers = `${jobs} at a time`;
      printNote([summarizeLines(lines), time, workers].join(' · '));
    },
  };
}
