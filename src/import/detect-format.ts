import { resumeSections } from './resume-sections.ts';
import { type SourceNode, valueAt } from './source-tree.ts';

export const importFormats = ['jsonresume', 'rendercv', 'yamlresume', 'bib'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** Formats as messages name them. */
export const formatNames: Readonly<Record<ImportFormat, string>> = {
  jsonresume: 'JSON Resume',
  rendercv: 'RenderCV',
  yamlresume: 'YAMLResume',
  bib: 'BibTeX',
};

/** Which format a tree is in, by the keys that no other has. */
export function detectFormat(root: SourceNode): Exclude<ImportFormat, 'bib'> | undefined {
  return (['rendercv', 'yamlresume', 'jsonresume'] as const).find((format) => isFormat(root, format));
}

/** Whether a tree has what a format cannot do without. */
export function isFormat(root: SourceNode, format: Exclude<ImportFormat, 'bib'>): boolean {
  if (root.type !== 'map') return false;
  if (format === 'rendercv') return valueAt(root, 'cv')?.type === 'map';
  if (format === 'yamlresume') return valueAt(root, 'content')?.type === 'map';
  const keys = ['basics', 'bio', ...resumeSections.keys()];
  return keys.some((key) => {
    const value = valueAt(root, key);
    return value !== undefined && value.type !== 'scalar';
  });
}

/** What a file of a format begins with, for a message. */
export const expectedKeys: Readonly<Record<Exclude<ImportFormat, 'bib'>, string>> = {
  jsonresume: '`basics` or `work`',
  rendercv: '`cv`',
  yamlresume: '`content`',
};

/** Whether a text is a list of BibTeX entries, whatever its name. */
export function isBib(path: string, text: string): boolean {
  if (/\.(?:bib|bibtex)$/i.test(path)) return true;
  return !/\.(?:json|ya?ml)$/i.test(path) && /^\s*@\w+\s*[{(]/m.test(text);
}

/** Whether a text is to be read as JSON: YAML would take it, but tell other errors. */
export function isJson(path: string, text: string): boolean {
  return /\.json$/i.test(path) || (!/\.ya?ml$/i.test(path) && /^\s*[{[]/.test(text));
}
