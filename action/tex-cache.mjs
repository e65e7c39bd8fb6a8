/** What of mdcv's cache folder is worth keeping from job to job: the TeX that mdcv fetched. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * Where mdcv keeps what it fetched on Linux, which is where it fetches; the same path in every job, as a cache needs it.
 * @param {NodeJS.ProcessEnv} env
 */
export function cacheFolder(env) {
  return path.resolve(
    env.MDCV_CACHE || path.join(env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'mdcv'),
  );
}

/** What every key of this kind of machine begins with; a TeX of another release of the system does not run here. */
export function cachePrefix() {
  return `mdcv-tex-${systemRelease()}-${process.arch}-`;
}

function systemRelease() {
  if (process.platform !== 'linux') return process.platform;
  const text = readFileSync('/etc/os-release', 'utf8');
  return [/^ID="?([\w.-]+)/m, /^VERSION_ID="?([\w.-]+)/m]
    .map((field) => field.exec(text)?.[1] ?? '')
    .join('-');
}

/**
 * The key that names what mdcv has fetched so far; empty where that is nothing, or damaged.
 * @param {string} mdcv
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
export function askCacheKey(mdcv, folder, env) {
  const { stdout } = spawnSync(process.execPath, [mdcv, 'doctor', '--json'], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  /** @type {{ managed: { state: string, folder?: string, components: string[] } }} */
  const { managed } = JSON.parse(stdout);
  if (managed.state !== 'ready' || !managed.folder) return '';
  return `${cachePrefix()}${[path.basename(managed.folder), ...managed.components].join('+')}`;
}
