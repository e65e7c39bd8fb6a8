import { homedir } from 'node:os';
import path from 'node:path';
import envPaths from 'env-paths';

/**
 * Absolute path of the folder where mdcv keeps what it can make again; it need not exist yet.
 * `MDCV_CACHE` overrides the user's own cache folder; a relative one begins at the working folder.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.MDCV_CACHE) return path.resolve(env.MDCV_CACHE);
  const { cache } = envPaths('mdcv', { suffix: '' });
  // A relative XDG_CACHE_HOME is "invalid" and to be ignored (XDG Base Directory Specification 0.8, "Basics").
  return path.isAbsolute(cache) ? cache : path.resolve(homedir(), '.cache', 'mdcv');
}
