/** A CV of another format as Markdown for mdcv. */
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { VFile } from 'vfile';
import { readCvFile } from '../content/read-file.ts';
import { addProblem, severityOf } from '../problem.ts';
import type { Description } from './description.ts';
import {
  detectFormat,
  expectedKeys,
  formatNames,
  type ImportFormat,
  isBib,
  isFormat,
  isJson,
} from './detect-format.ts';
import { parseJson } from './parse-json.ts';
import { parseYaml } from './parse-yaml.ts';
import { placePhoto } from './place-photo.ts';
import type { SourceNode } from './source-tree.ts';
import { splitLooks } from './split-looks.ts';
import { tellLanguage } from './tell-language.ts';

export interface ImportInput {
  file: string;
  /** Found from the content by default. */
  format?: ImportFormat | undefined;
  /** BCP 47; the file's own by default, else English. */
  lang?: string | undefined;
  /** Whose CV it is, where the file does not say. */
  name?: string | undefined;
  /** The Markdown file that it is to become, which pictures and .bib files are named from. */
  output: string;
}

/** A file that lies somewhere, or is held in the one that is read. */
export type ImportedFile = { to: string } & ({ from: string } | { content: Uint8Array });

export interface ImportedCv {
  /** Missing where the file cannot be read; `source.messages` says why. */
  markdown?: string | undefined;
  /** Files to put beside the Markdown, which it names. */
  copies: ImportedFile[];
  /** The file, with its messages. */
  source: VFile;
  /** Other files that messages refer to. */
  sources: VFile[];
}

/**
 * Reads a file of another format. What is wrong with it becomes messages with places in it.
 * @throws MdcvError where there is no such file
 */
export async function importCv(input: ImportInput): Promise<ImportedCv> {
  const source = await readCvFile(input.file);
  const failed: ImportedCv = { copies: [], source, sources: [] };
  if (hasErrors(source)) return failed;
  if (input.format === 'bib' || (input.format === undefined && isBib(input.file, String(source)))) {
    const { importBibliography } = await import('./import-bibliography.ts');
    return importBibliography(input, source);
  }
  const tree = await (isJson(input.file, String(source)) ? parseJson(source) : parseYaml(source));
  if (!tree) return failed;
  const format = input.format ?? detectFormat(tree);
  if (!format || !isFormat(tree, format)) {
    reportFormat(format, tree, source);
    return failed;
  }
  const { root, looks } = splitLooks(tree);
  const description = await describe(root, format, input, source);
  description.settings.push(...looks);
  const copies = placePhoto(description, input);
  if (description.person.name === undefined) nameUnnamed(description, input.name, source);
  const { toMarkdown } = await import('./to-markdown.ts');
  return { ...failed, copies, markdown: await toMarkdown(description) };
}

async function describe(
  tree: SourceNode,
  format: Exclude<ImportFormat, 'bib'>,
  { lang }: ImportInput,
  source: VFile,
): Promise<Description> {
  switch (format) {
    case 'jsonresume':
      return (await import('./read-json-resume.ts')).readJsonResume(tree, lang ?? tellLanguage(tree), source);
    case 'rendercv':
      return (await import('./read-render-cv.ts')).readRenderCv(tree, lang, source);
    case 'yamlresume':
      return (await import('./read-yaml-resume.ts')).readYamlResume(tree, lang, source);
  }
}

function hasErrors(source: VFile): boolean {
  return source.messages.some((message) => severityOf(message) === 'error');
}

function reportFormat(
  format: Exclude<ImportFormat, 'bib'> | undefined,
  tree: SourceNode,
  source: VFile,
): void {
  addProblem(source, 'unknown-format', {
    reason: format
      ? `Cannot read this file as ${formatNames[format]}, expected ${expectedKeys[format]} at its top`
      : 'Cannot tell which format this file is in, expected JSON Resume (`basics`), RenderCV (`cv`), YAMLResume (`content`) or BibTeX',
    note: format
      ? 'Leave out `--from`, and mdcv finds the format from the content.'
      : 'Name a file that one of these tools reads.',
    place: tree.position.start,
  });
}

/** A CV needs a name; one that is made up would be worse than one that says so. */
export function nameUnnamed(description: Description, name: string | undefined, source: VFile): void {
  description.person.name = name ?? 'Your Name';
  if (name !== undefined) return;
  addProblem(source, 'unnamed-import', {
    reason: 'Cannot find whose CV this is',
    note: 'Write your name into the front matter in place of `Your Name`, or import with `--name`.',
    place: { line: 1, column: 1 },
  });
}

/** The path of a file as a CV in a folder names it, where it lies in that folder or below. */
export function pathFrom(folder: string, file: string): string | undefined {
  const path = relative(resolve(folder), resolve(file));
  return path.startsWith('..') || isAbsolute(path) ? undefined : join(path).replaceAll('\\', '/');
}
