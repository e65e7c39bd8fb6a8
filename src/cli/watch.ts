import { type BuildInput, defaultFile } from '../options.ts';
import type { Preview } from '../preview/preview.ts';
import { MdcvError } from '../problem.ts';
import { type Watch, watch } from '../watch/watch.ts';
import { type BuildFlags, printResult, toBuildInput } from './build.ts';
import { openBrowser } from './open-browser.ts';
import { colours, printDebug, printError, printNote, printWarning } from './print.ts';
import { createProgress } from './progress.ts';
import { abortOnSignals } from './signals.ts';

export interface WatchFlags extends BuildFlags {
  preview?: boolean;
  open?: boolean;
  port?: number;
  editor?: string;
}

/** `mdcv watch`: builds on every save until Ctrl-C, and shows the pages in a browser. */
export async function runWatch(file: string | undefined, flags: WatchFlags): Promise<number> {
  if (flags.template === 'all')
    throw new MdcvError('bad-argument', 'Cannot watch with the template `all`, expected one template', {
      hint: '`mdcv build -t all` makes one PDF for each.',
    });
  const several = [flags.variant, flags.lang].find((asked) => asked === 'all' || asked?.includes(','));
  if (several !== undefined)
    throw new MdcvError('bad-argument', `Cannot watch \`${several}\`, expected one`, {
      hint: 'The preview switches between variants and languages; `mdcv build` makes a PDF for each.',
    });
  const signals = abortOnSignals();
  const progress = createProgress();
  const hasPreview = flags.preview !== false;
  const input: BuildInput = {
    ...toBuildInput(file ?? defaultFile, flags),
    synctex: hasPreview,
    onProgress: progress.show,
  };
  let rebuild: Watch['rebuild'] = () => {};
  let preview: Preview | undefined;
  try {
    if (hasPreview) preview = await openPreview(input, flags, (choices) => rebuild(choices));
    printNote(colours.dim(`Watching ${input.file}. Ctrl-C ends.`));
    const watching = watch(input, signals.signal, (event) => {
      progress.stop();
      if (event.type === 'built') printResult(event.result);
      else if (event.type === 'failed') printError(event.error);
      else if (event.type === 'unfollowed') printWarning(event.warning);
      else if (event.type === 'debug') printDebug(event.message);
      preview?.show(event);
    });
    rebuild = watching.rebuild;
    await watching.ended;
    return 0;
  } finally {
    progress.stop();
    await preview?.close();
    signals.release();
  }
}

/** Prints where the preview is; opens it only for people, whose terminal this is. */
async function openPreview(
  build: BuildInput,
  { port, editor, open }: WatchFlags,
  rebuild: Watch['rebuild'],
): Promise<Preview> {
  const { startPreview } = await import('../preview/preview.ts');
  const preview = await startPreview({ build, port, editor, rebuild });
  printNote(`${colours.bold('Preview')} ${colours.cyan(preview.url)}`);
  if (open !== false && process.stderr.isTTY) openBrowser(preview.createTicketUrl());
  return preview;
}
