import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { packageRoot } from './package-root.ts';
import { MdcvError } from './problem.ts';
import { describeWriteError } from './publish-file.ts';
import { projectTemplates } from './template/find-template.ts';
import { loadTemplate } from './template/load-template.ts';

const content = join(packageRoot, 'content');

/** The examples that a new CV starts as; they are in the package and are built by the tests. */
const starter = join(content, 'engineer.md');
/** Who asks for this template has publications. */
const academic = { template: 'academic', cv: 'starter/academic.md', bibliography: 'publications.bib' };

/**
 * Writes a starter CV, never over a file that is there; for the template `academic` with a .bib file beside it, unless there is one.
 * @param template the template that its front matter names; the starter's own by default
 * @returns the files that were written
 * @throws MdcvError `file-exists`, `unknown-template`, `cannot-write`
 */
export async function createStarter(file: string, template: string | undefined): Promise<string[]> {
  if (template !== undefined) await loadTemplate(template, projectTemplates(file));
  const isAcademic = template === academic.template;
  const source = await readFile(isAcademic ? join(content, academic.cv) : starter, 'utf8');
  const text = template === undefined ? source : source.replace(/^template:.*$/m, `template: ${template}`);
  if (!(await writeNew(file, text)))
    throw new MdcvError('file-exists', `Cannot write \`${file}\`: it is there already`, { hint });
  if (!isAcademic) return [file];
  const bibliography = join(dirname(file), academic.bibliography);
  const entries = await readFile(join(content, 'starter', academic.bibliography), 'utf8');
  return (await writeNew(bibliography, entries)) ? [file, bibliography] : [file];
}

/** The letter beside the CVs; the packaged one goes with one of them. */
const letter = join(content, 'letter.md');

/**
 * Writes a starter letter, never over a file that is there. It goes with `cv.md` beside it.
 * @throws MdcvError `file-exists`, `unknown-template`, `cannot-write`
 */
export async function createLetter(file: string, template: string | undefined): Promise<string[]> {
  if (template !== undefined) await loadTemplate(template, projectTemplates(file));
  const look = template === undefined ? '' : `template: ${template}\n`;
  const text = (await readFile(letter, 'utf8')).replace(/^cv:.*$/m, `${look}cv: cv.md`);
  const letterHint = 'Name another file: `mdcv new --letter content/letter-company.md`.';
  if (!(await writeNew(file, text)))
    throw new MdcvError('file-exists', `Cannot write \`${file}\`: it is there already`, { hint: letterHint });
  return [file];
}

const hint = 'Name another file: `mdcv new my-cv.md`.';

/** @returns whether the file was not there */
async function writeNew(file: string, text: string): Promise<boolean> {
  try {
    makeFolder(dirname(file));
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new MdcvError('cannot-write', `Cannot write \`${file}\`: ${describeWriteError(cause)}`, {
      hint,
      cause,
    });
  }
}
