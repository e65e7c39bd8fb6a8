import { defaultFile } from '../options.ts';
import { MdcvError } from '../problem.ts';
import { watch } from '../watch/watch.ts';
import { type BuildFlags, printResult, toBuildInput } from './build.ts';
import { colours, printError } from './print.ts';
import { createProgress } from './progress.ts';
import { abortOnSignals } from './signals.ts';

/** `mdcv watch`: builds on every save until Ctrl-C. */
export async function runWatch(file: string | undefined, flags: BuildFlags): Promise<number> {
  if (flags.template === 'all')
    throw new MdcvError('bad-argument', 'Cannot watch with the template `all`, expected one template', {
      hint: '`mdcv build -t all` makes one PDF for each.',
    });
  const signals = abortOnSignals();
  const progress = createProgress();
  const input = { ...toBuildInput(file ?? defaultFile, flags), onProgress: progress.show };
  console.error(colours.dim(`Watching ${input.file}. Ctrl-C ends.`));
  try {
    await watch(input, signals.signal, (event) => {
      progress.stop();
      if (event.type === 'built') printResult(event.result);
      else if (event.type === 'failed') printError(event.error);
      else if (event.type === 'debug' && process.env.MDCV_DEBUG) console.error(colours.dim(event.message));
    }).ended;
    return 0;
  } finally {
    progress.stop();
    signals.release();
  }
}
