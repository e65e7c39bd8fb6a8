/** The mdcv that builds: the project's own, or one that npm installs for this job. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * @param {import('./inputs.mjs').Inputs} inputs
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} absolute path of its program, for Node
 */
export function findMdcv({ folder, version }, env) {
  const own = version === '' ? findIn(folder) : undefined;
  if (own) return own;
  const home = path.join(env.RUNNER_TEMP || tmpdir(), 'mdcv-action');
  const spec = version.endsWith('.tgz')
    ? path.resolve(folder, version)
    : `mdcv@${version || actionVersion()}`;
  // No package that mdcv needs has a script of its own to run.
  const args = [
    'install',
    '--prefix',
    home,
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--',
    spec,
  ];
  const { status, error } = spawnSync('npm', args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const installed = findIn(home);
  if (status !== 0 || !installed)
    throw new Error(`Cannot install ${spec} with npm${error ? `: ${error.message}` : ', see above'}`);
  return installed;
}

/**
 * As Node would find it for a script of that folder.
 * @param {string} folder
 */
function findIn(folder) {
  try {
    const manifest = createRequire(path.join(folder, 'index.js')).resolve('mdcv/package.json');
    const program = path.join(path.dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.mdcv);
    return existsSync(program) ? program : undefined;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** The mdcv that this action was released with. */
function actionVersion() {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}
