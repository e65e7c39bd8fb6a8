import path from 'node:path';
import envPaths from 'env-paths';

/**
 * Absolute path of the folder where mdcv keeps what it can make again; it need not exist yet.
 * `MDCV_CACHE` overrides the user's own cache folder.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.MDCV_CACHE) return path.resolve(env.MDCV_CACHE);
  return envPaths('mdcv', { suffix: '' }).cache;
}
