import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectTemplates } from './build.ts';
import { makeFolder } from './make-folder.ts';
import { packageRoot } from './package-root.ts';
import { MdcvError } from './problem.ts';
import { describeWriteError } from './publish-file.ts';
import { loadTemplate } from './template/load-template.ts';

/** The example that a new CV starts as; it is in the package and is built by the tests. */
const starterFile = join(packageRoot, 'content', 'engineer.md');

/**
 * Writes a starter CV, never over a file that is there.
 * @param template the template that its front matter names; the starter's own by default
 * @throws MdcvError `file-exists`, `unknown-template`, `cannot-write`
 */
export async function createStarter(file: string, template: string | undefined): Promise<void> {
  if (template !== undefined) await loadTemplate(template, projectTemplates(file));
  const source = await readFile(starterFile, 'utf8');
  const text = template === undefined ? source : source.replace(/^template:.*$/m, `template: ${template}`);
  try {
    makeFolder(dirname(file));
    await writeFile(file, text, { flag: 'wx' });
  } catch (cause) {
    const exists = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    throw new MdcvError(
      exists ? 'file-exists' : 'cannot-write',
      `Cannot write \`${file}\`: ${exists ? 'it is there already' : describeWriteError(cause)}`,
      {
        hint: 'Name another file: `mdcv new my-cv.md`.',
        cause,
      },
    );
  }
}
