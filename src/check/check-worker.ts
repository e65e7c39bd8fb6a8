/** A thread that checks PDFs beside everything else; `background-check.ts` starts it. It is a bundle of its own. */
import { parentPort } from 'node:worker_threads';
import { VFile } from 'vfile';
import { openPdf } from '../pdf/open-pdf.ts';
import type { CheckAnswer, CheckRequest } from './background-check.ts';
import { readForChecks } from './checked.ts';
import { runChecks } from './run-checks.ts';

parentPort?.on('message', (request: CheckRequest) => {
  void answer(request).then((message) => parentPort?.postMessage(message));
});

async function answer({ id, pdf, source }: CheckRequest): Promise<CheckAnswer> {
  try {
    const opened = openPdf(pdf);
    const { path, ...rest } = source;
    const checked = await readForChecks(opened, { ...rest, vfile: new VFile({ path }) });
    await opened.close();
    const outcomes = await runChecks(checked);
    return { id, findings: outcomes.flatMap(({ findings }) => findings) };
  } catch (error) {
    return { id, findings: [], failure: (error as Error).message };
  }
}
