import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import nunjucks from 'nunjucks';
import { bundledTemplates } from '../template/load-template.ts';
import { markLines } from '../template/mark-lines.ts';
import { parseManifest } from '../template/parse-manifest.ts';
import { keyOfTemplate, templateSyntax } from '../template/render-template.ts';

/** The module that takes the place of `src/template/compiled-templates.ts` in the bundle. */
export function compileTemplates(): string {
  const files = readdirSync(bundledTemplates, { recursive: true, encoding: 'utf8' }).sort();
  const templates = files.filter((file) => file.endsWith('.njk')).map(compileTemplate);
  const manifests = files.filter((file) => basename(file) === 'template.json').map(checkManifest);
  return [
    `export const compiledTemplates = new Map([${templates.join(',\n')}]);`,
    `export const checkedManifests = new Map([${manifests.join(',\n')}]);`,
  ].join('\n');
}

function compileTemplate(file: string): string {
  const name = basename(file);
  const source = readFileSync(join(bundledTemplates, file), 'utf8');
  const code = nunjucks.precompileString(markLines(source, name), {
    name,
    env: new nunjucks.Environment(null, templateSyntax),
    // A list, other than its types say.
    wrapper: (compiled) => [compiled].flat()[0]?.template ?? '',
  });
  return `[${JSON.stringify(keyOfTemplate(name, source))}, () => {${code}}]`;
}

function checkManifest(file: string): string {
  const json = readFileSync(join(bundledTemplates, file), 'utf8');
  return `[${JSON.stringify(json)}, ${JSON.stringify(parseManifest(json, file))}]`;
}
