import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BuildResult } from '../build.ts';
import { packageRoot } from '../package-root.ts';
import type { CheckSource, Finding } from './checked.ts';
import { toPassages } from './passages.ts';
import { placeFindings } from './place-findings.ts';
import { silenceMessages } from './silence-messages.ts';

/** Set by `src/bundling/bundle.ts`: the worker's file in `dist`. */
declare const bundledCheckWorker: string;

/** What the worker is asked; all of it can be copied into another thread. */
export interface CheckRequest {
  id: number;
  pdf: Uint8Array;
  source: Omit<CheckSource, 'vfile' | 'places'> & { path: string };
}

export interface CheckAnswer {
  id: number;
  findings: Finding[];
  /** Why the PDF could not be checked. */
  failure?: string | undefined;
}

/** Checks PDFs in a thread of its own, so that the next edit is not kept waiting. */
export interface BackgroundCheck {
  /** Adds to a build's messages what speaks against its PDF, then calls back; unless another build came meanwhile. */
  check: (result: BuildResult, pdf: Uint8Array, onChecked: () => void) => void;
  /** What is being checked is out of date. */
  cancel: () => void;
  close: () => Promise<void>;
}

/** A save soon after a build makes its check vain, so it waits so long (milliseconds). */
const restMs = 250;

/** Nothing is loaded before the first PDF. */
export function createBackgroundCheck(): BackgroundCheck {
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let current: { id: number; onAnswer: (answer: CheckAnswer) => void } | undefined;
  let count = 0;

  function cancel(): void {
    clearTimeout(timer);
    current = undefined;
  }

  function ask(request: CheckRequest, onAnswer: (answer: CheckAnswer) => void): void {
    if (!worker) {
      worker = new Worker(join(packageRoot, 'dist', bundledCheckWorker));
      worker.on('message', (answer: CheckAnswer) => {
        if (answer.id === current?.id) current.onAnswer(answer);
      });
      // A thread that died is started anew for the next PDF; that this one was not checked is told with the next.
      worker.on('error', (error) =>
        current?.onAnswer({ id: current.id, findings: [], failure: error.message }),
      );
      worker.on('exit', () => {
        worker = undefined;
      });
      // A watch ends when it is told to.
      worker.unref();
    }
    current = { id: request.id, onAnswer };
    worker.postMessage(request);
  }

  return {
    cancel,
    check(result, pdf, onChecked) {
      cancel();
      count += 1;
      const { cv, frontMatter, template, options, profile, vfile } = result;
      const request = {
        id: count,
        pdf,
        source: { cv, frontMatter, template, options, profile, path: vfile.path },
      };
      timer = setTimeout(() => {
        ask(request, ({ findings, failure }) => {
          addFindings(result, findings, failure);
          onChecked();
        });
      }, restMs);
    },
    async close() {
      cancel();
      await worker?.terminate();
    },
  };
}

function addFindings(result: BuildResult, findings: readonly Finding[], failure: string | undefined): void {
  const { vfile, frontMatter, silenced } = result;
  placeFindings(findings, { source: { ...result, passages: toPassages(result.cv) } }, vfile);
  if (failure !== undefined) {
    const note = 'Run `mdcv check`, which says more.';
    placeFindings([{ code: 'unchecked-pdf', reason: `Cannot check the PDF: ${failure}`, note }], {}, vfile);
  }
  if (frontMatter.checks) result.silenced = silenceMessages(vfile, frontMatter.checks, silenced);
}
