import type { BuildProgress } from '../options.ts';
import { printNote } from './print.ts';
import { showControls } from './show-controls.ts';

/** One line on the terminal that says what is being done, taken away when it is done. */
export interface Progress {
  show: (progress: BuildProgress) => void;
  stop: () => void;
}

export function createProgress(): Progress {
  return process.stderr.isTTY ? createLine(process.stderr) : createLog();
}

function createLine(stream: NodeJS.WriteStream): Progress {
  let shown = false;
  const stop = (): void => {
    if (shown) stream.write('\r\u001B[K');
    shown = false;
  };
  return {
    show: (progress) => {
      stop();
      stream.write(`${showControls(toText(progress), false).slice(0, Math.max(10, stream.columns - 2))} …`);
      shown = true;
    },
    stop,
  };
}

/** Where no terminal is: nothing of the passes, but fetching TeX takes so long that each of its steps gets a line. */
function createLog(): Progress {
  let last = '';
  return {
    show: (progress) => {
      if (progress.stage !== 'toolchain' || progress.step === last) return;
      last = progress.step;
      printNote(toText(progress));
    },
    stop: () => {},
  };
}

function toText({ step, detail }: BuildProgress): string {
  return detail ? `${step}, ${detail}` : step;
}
