import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { displayPath } from '../display-path.ts';
import { MdcvError } from '../problem.ts';
import { compiledTemplates } from './compiled-templates.ts';
import type { Icon } from './icons.ts';
import { partialFolders, readTemplateFile, type Template } from './load-template.ts';
import { markLines } from './mark-lines.ts';
import type { CvView } from './view.ts';

const mainFile = 'main.tex.njk';

export interface Rendered {
  /** TeX with marks; `Marks.resolve` takes them out. */
  marked: string;
  /** Absolute paths of the template files that were read. */
  inputs: string[];
  /** Path of each as messages print it, by the name in its marks. */
  files: ReadonlyMap<string, string>;
}

/** How Nunjucks reads templates. */
export const templateSyntax: nunjucks.ConfigureOptions = {
  // Values are branded `Tex`; HTML escaping would ruin them.
  autoescape: false,
  throwOnUndefined: true,
  trimBlocks: true,
  lstripBlocks: true,
  tags: {
    blockStart: '<%',
    blockEnd: '%>',
    variableStart: '<<',
    variableEnd: '>>',
    commentStart: '<#',
    commentEnd: '#>',
  },
};

/**
 * Fills a template with a CV.
 * @throws MdcvError `template-syntax` with the template's file and line in its message, `cannot-read`
 */
export function renderTemplate(template: Template, view: CvView, icons: readonly Icon[]): Rendered {
  const paths = new Map<string, string>();
  const loader = createLoader(partialFolders(template), paths);
  const environment = new nunjucks.Environment(loader, templateSyntax);
  try {
    const marked = environment.render(mainFile, { cv: view, options: view.options, icons });
    const files = new Map([...paths].map(([name, path]) => [name, displayPath(path)]));
    return { marked, inputs: [...paths.values()], files };
  } catch (cause) {
    throw loader.refusal ?? toTemplateError(cause as Error, template);
  }
}

/** What a compiled template is kept by. */
export function keyOfTemplate(name: string, source: string): string {
  return `${name}\n${source}`;
}

interface Loader extends nunjucks.ILoader {
  /** The file that could not be read; Nunjucks keeps no more than the text of what it is told. */
  refusal?: unknown;
}

/** @param paths takes the absolute path of each file that is read, by name */
function createLoader(folders: readonly string[], paths: Map<string, string>): Loader {
  const loader: Loader = {
    getSource(name) {
      for (const folder of folders) {
        const path = join(folder, name);
        const source = read(path);
        if (source === undefined) continue;
        checkEncoding(source, path);
        paths.set(name, path);
        const compiled = compiledTemplates.get(keyOfTemplate(name, source));
        // Nunjucks takes compiled code in place of the text, which its types do not know.
        const src = (compiled && { type: 'code', obj: compiled() }) as unknown as string | undefined;
        return { src: src ?? checkSyntax(markLines(source, name), path), path, noCache: false };
      }
      throw new Error(`Cannot find the partial \`${name}\`, searched in ${folders.join(', ')}`);
    },
  };
  return loader;

  function read(path: string): string | undefined {
    try {
      return readTemplateFile(path);
    } catch (error) {
      loader.refusal = error;
      throw error;
    }
  }
}

/**
 * A mistake in a partial, found while its includer runs, Nunjucks would throw past everybody; found when the partial is read, it
 * takes the usual way.
 */
function checkSyntax(source: string, path: string): string {
  new nunjucks.Template(source, new nunjucks.Environment(null, templateSyntax), path, true);
  return source;
}

/** Letters that are no UTF-8 would become other ones, and a file in UTF-16 nothing that can be told from a text. */
function checkEncoding(source: string, path: string): void {
  const before = source.split('\uFFFD', 1)[0] as string;
  if (before.length === source.length) return;
  const lines = before.split('\n');
  const column = (lines.at(-1) as string).length + 1;
  throw new Error(
    `(${path}) [Line ${lines.length}, Column ${column}]\n  it is not written in UTF-8, save it so`,
  );
}

/** Nunjucks puts path, line and column into the text of its error: `(path) [Line 3, Column 5]`, then the reason. */
function toTemplateError(error: Error, template: Template): MdcvError {
  const places = [...error.message.matchAll(/\(([^()\n]+)\)(?: \[Line (\d+), Column (\d+)\])?/g)];
  const place = places.findLast((match) => match[2]) ?? places.at(-1);
  const file = place?.[1] ? displayPath(place[1]) : template.name;
  const where = place?.[2] ? `${file}:${place[2]}:${place[3]}` : file;
  const reason = error.message
    .split('\n')
    .at(-1)
    ?.trim()
    .replace(/^(Template render error|Error): /, '');
  return new MdcvError('template-syntax', `${where}: ${reason}`, {
    hint: 'The template is at fault, not the CV. Delimiters are <% %>, << >> and <# #>.',
    cause: error,
  });
}
