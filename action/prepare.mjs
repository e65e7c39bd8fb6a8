/** The action's first step: checks what it was given, finds mdcv, and says where TeX is kept. */
import { findMdcv } from './find-mdcv.mjs';
import { readInputs } from './inputs.mjs';
import { cacheFolder, cachePrefix } from './tex-cache.mjs';
import { setOutput, toAnnotation } from './workflow-commands.mjs';

try {
  setOutput(process.env, 'mdcv', findMdcv(readInputs(process.env), process.env));
  setOutput(process.env, 'cache-folder', cacheFolder(process.env));
  setOutput(process.env, 'cache-prefix', cachePrefix());
} catch (error) {
  const text = error instanceof Error ? error.message : String(error);
  console.log(toAnnotation({ level: 'error', title: 'mdcv', text }));
  process.exitCode = 2;
}
