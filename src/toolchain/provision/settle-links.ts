import { lstat, readdir, readlink, rm, symlink } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes the symbolic links of an unpacked package stay within its folder: absolute ones mean the system's files, which
 * may not be there or may be another TeX's. Those that then lead nowhere are removed.
 * @param root what the packages call `/`
 */
export async function settleLinks(root: string): Promise<void> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isSymbolicLink()) continue;
    const link = path.join(entry.parentPath, entry.name);
    const target = await readlink(link);
    const inside = path.isAbsolute(target) ? path.join(root, target) : path.resolve(entry.parentPath, target);
    const leads = inside.startsWith(`${root}${path.sep}`) && (await exists(inside));
    if (leads && !path.isAbsolute(target)) continue;
    await rm(link);
    if (leads) await symlink(path.relative(entry.parentPath, inside), link);
  }
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
