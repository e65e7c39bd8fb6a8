import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { MdcvError } from '../problem.ts';
import { describeWriteError } from '../publish-file.ts';
import { loadTemplate } from './load-template.ts';

/**
 * Copies a template to `templates/<name>` of the project, to be changed there. Shared partials are not copied: the copy
 * goes on using mdcv's, and a file of the same name in its own folder takes their place.
 * @returns the new folder, relative to the working directory
 * @throws MdcvError `bad-argument`, `file-exists`, `unknown-template`, `cannot-write`
 */
export async function copyTemplate(name: string, from: string, folders: readonly string[]): Promise<string> {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name) || name === 'shared' || name === 'all')
    throw new MdcvError('bad-argument', `Cannot name a template \`${name}\``, {
      hint: 'A name is small letters, digits and hyphens; `all` and `shared` mean something else.',
    });
  const source = await loadTemplate(from, folders);
  const folder = join('templates', name);
  try {
    makeFolder(resolve('templates'));
    await cp(source.folder, resolve(folder), {
      recursive: true,
      force: false,
      errorOnExist: true,
      // The preview shows the original.
      filter: (path) => basename(path) !== 'preview.png',
    });
    const manifest = join(folder, 'template.json');
    const text = await readFile(manifest, 'utf8');
    await writeFile(manifest, text.replace(/("title": )"[^"]*"/, `$1${JSON.stringify(name)}`));
  } catch (cause) {
    const exists = (cause as NodeJS.ErrnoException).code === 'ERR_FS_CP_EEXIST';
    throw new MdcvError(
      exists ? 'file-exists' : 'cannot-write',
      `Cannot write \`${folder}\`: ${exists ? 'it is there already' : describeWriteError(cause)}`,
      {
        hint: exists
          ? 'Choose another name.'
          : 'Make sure that `templates` is a folder that you may write to.',
        cause,
      },
    );
  }
  return folder;
}
