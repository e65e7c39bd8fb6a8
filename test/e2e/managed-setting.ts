import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'vitest';
import { MdcvError } from '../../src/problem.ts';

/** A machine without TeX: its programs but neither TeX nor a container client on the PATH, and a cache folder of its own. */
export interface Setting {
  env: NodeJS.ProcessEnv;
  folder: string;
  /** Names in the tree's folder; empty when there is no tree. */
  listTree(): Promise<string[]>;
  remove(): Promise<void>;
}

const tex = /tex|^kpse|dvi|^fmtutil|^updmap|^mf|^mpost|^docker$|^podman$/i;

export async function createSetting(): Promise<Setting> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mdcv-managed-'));
  const bin = path.join(folder, 'bin');
  await mkdir(bin);
  for (const name of await readdir('/usr/bin')) {
    if (!tex.test(name)) await symlink(path.join('/usr/bin', name), path.join(bin, name));
  }
  const cache = path.join(folder, 'cache');
  return {
    env: { ...process.env, PATH: bin, MDCV_CACHE: cache },
    folder,
    async listTree() {
      const [tree] = await readdir(cache).catch(() => []);
      return tree ? readdir(path.join(cache, tree)) : [];
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * Runs a test that needs the package server. Where there is none, it is skipped and says so, unless everything is required
 * (`MDCV_REQUIRE_ALL=1`, as in continuous integration).
 */
export async function withServer(context: TestContext, test: () => Promise<void>): Promise<void> {
  try {
    await test();
  } catch (error) {
    const code = error instanceof MdcvError ? error.code : '';
    if (process.env.MDCV_REQUIRE_ALL !== '1' && ['no-network', 'unsupported-system'].includes(code)) {
      context.skip(`TeX cannot be fetched here: ${(error as Error).message}`);
    }
    throw error;
  }
}
