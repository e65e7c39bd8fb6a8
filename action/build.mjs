/** The action's main step: builds and checks the CV, and tells it in annotations, a summary and outputs. */
import { InputError, readInputs } from './inputs.mjs';
import { runMdcv } from './run-mdcv.mjs';
import { toSummary } from './summary.mjs';
import { askCacheKey } from './tex-cache.mjs';
import { addSummary, createQuote, setOutput, toAnnotation } from './workflow-commands.mjs';

const levels = /** @type {const} */ ({ error: 'error', warning: 'warning', info: 'notice' });

/** @param {NodeJS.ProcessEnv} env */
function main(env) {
  const inputs = readInputs(env);
  const mdcv = env.MDCV_PROGRAM;
  if (!mdcv)
    throw new InputError('Cannot find mdcv, expected MDCV_PROGRAM to name it, as `prepare.mjs` says');
  const runs = inputs.audiences.map((audience) => {
    const run = runMdcv(mdcv, inputs, audience, env);
    report(run);
    return run;
  });
  const built = runs.flatMap((run) => run.built);
  const pdfs = (/** @type {string} */ audience) =>
    built.flatMap((one) => (one.audience === audience && one.pdf ? [one.pdf] : [])).join('\n');
  setOutput(env, 'pdf', pdfs('whole'));
  setOutput(env, 'public-pdf', pdfs('public'));
  setOutput(env, 'pages', String(built[0]?.pages ?? ''));
  // Where TeX is installed, there is nothing to keep.
  const hasFetched = built.some(({ toolchain }) => toolchain === 'managed');
  setOutput(env, 'cache-key', hasFetched ? askCacheKey(mdcv, inputs.folder, env) : '');
  addSummary(env, toSummary(built));
  process.exitCode = Math.max(...runs.map(({ exitCode }) => exitCode));
}

/** @param {ReturnType<typeof runMdcv>} run */
function report({ built, log }) {
  const { before, after } = createQuote();
  console.log(`${before}\n${log.trimEnd()}\n${after}`);
  for (const { audience, pdf, pages, messages } of built) {
    for (const { severity, code, reason, note, file, line, column } of messages) {
      const text = note ? `${reason}\n${note}` : reason;
      const title = `${code}${audience === 'public' ? ' (public CV)' : ''}`;
      console.log(toAnnotation({ level: levels[severity], title, text, file, line, column }));
    }
    console.log(`${before}\n${pdf ?? 'no PDF'}${pages === null ? '' : ` · ${pages} pages`}\n${after}`);
  }
}

try {
  main(process.env);
} catch (error) {
  const text = error instanceof Error ? error.message : String(error);
  console.log(toAnnotation({ level: 'error', title: 'mdcv', text }));
  process.exitCode = 2;
}
