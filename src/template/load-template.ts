import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { displayPath } from '../display-path.ts';
import { readNamedFile } from '../named-file.ts';
import { nearestName } from '../nearest-name.ts';
import { packageRoot } from '../package-root.ts';
import { MdcvError } from '../problem.ts';
import { checkedManifests } from './compiled-templates.ts';
import type { Manifest } from './manifest.ts';

/** A template folder that was found and whose manifest is sound. */
export interface Template {
  name: string;
  /** Absolute path. */
  folder: string;
  manifest: Manifest;
}

/** The templates that come with mdcv, absolute path. */
export const bundledTemplates: string = join(packageRoot, 'templates');

/** Their names. */
export function bundledNames(): string[] {
  return listTemplateNames([]).map(({ name }) => name);
}

/** What templates share: never a template itself. */
const sharedFolder = 'shared';

/** Where partials are searched, the template's own folder first. */
export function partialFolders(template: Template): string[] {
  return [
    ...new Set([
      template.folder,
      join(dirname(template.folder), sharedFolder),
      join(bundledTemplates, sharedFolder),
    ]),
  ];
}

/**
 * Finds a template by name in `folders` and then among mdcv's own, or by path when `name` holds a slash.
 * @param folders folders that hold template folders, nearest first (`templates/` of the project)
 * @throws MdcvError `unknown-template` (with the nearest name), `template-manifest`
 */
export async function loadTemplate(name: string, folders: readonly string[]): Promise<Template> {
  const candidates = /[\\/]/.test(name)
    ? [resolve(name)]
    : [...folders, bundledTemplates].map((folder) => join(folder, name));
  for (const folder of name === sharedFolder ? [] : candidates) {
    const manifest = await readManifest(folder);
    if (manifest) return { name: basename(folder), folder, manifest };
  }
  const known = listTemplateNames(folders).map((template) => template.name);
  const nearest = nearestName(name, known);
  throw new MdcvError('unknown-template', `Cannot find a template named \`${name}\``, {
    hint: `${nearest ? `Did you mean \`${nearest}\`? ` : ''}There are: ${known.join(', ')}.`,
  });
}

/** All templates, those of `folders` before mdcv's own; a name that is there twice counts once, as `loadTemplate` does. */
export async function listTemplates(folders: readonly string[]): Promise<Template[]> {
  const names = listTemplateNames(folders);
  return Promise.all(names.map(({ folder }) => loadTemplate(`${folder}/`, [])));
}

function listTemplateNames(folders: readonly string[]): { name: string; folder: string }[] {
  const found = new Map<string, string>();
  for (const parent of [...folders, bundledTemplates]) {
    for (const name of readFolder(parent).sort()) {
      const folder = join(parent, name);
      if (name !== sharedFolder && !found.has(name) && isFile(join(folder, 'template.json')))
        found.set(name, folder);
    }
  }
  return [...found].map(([name, folder]) => ({ name, folder }));
}

async function readManifest(folder: string): Promise<Manifest | undefined> {
  const path = join(folder, 'template.json');
  const json = readTemplateFile(path);
  if (json === undefined) return undefined;
  const checked = checkedManifests.get(json);
  if (checked) return checked;
  // What checks it takes longer to load than all else that reads a template.
  const { parseManifest } = await import('./parse-manifest.ts');
  return parseManifest(json, displayPath(path));
}

/**
 * The text of a file of a template, without a byte-order mark; nothing where there is no such file.
 * @throws MdcvError `cannot-read`, also for what is there and is no file
 */
export function readTemplateFile(path: string): string | undefined {
  const read = readNamedFile(path);
  if (read instanceof Uint8Array) return read.toString('utf8').replace(/^\uFEFF/, '');
  if (read.kind === 'missing' || isMissing(read.cause)) return undefined;
  throw cannotRead(
    path,
    read.reason,
    read.kind === 'refused' ? 'Make sure that you may read it.' : 'A template has an ordinary file there.',
    read.cause,
  );
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    // A project without its own templates is the usual case.
    if (isMissing(error)) return [];
    throw cannotLook(folder, error);
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch (error) {
    if (isMissing(error)) return false;
    throw cannotLook(path, error);
  }
}

function isMissing(error: unknown): boolean {
  const { code = '' } = (error ?? {}) as NodeJS.ErrnoException;
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code);
}

function cannotLook(path: string, cause: unknown): MdcvError {
  const hint = 'Templates are looked for there. Make sure that you may read it.';
  return cannotRead(path, (cause as Error).message, hint, cause);
}

function cannotRead(path: string, reason: string, hint: string, cause: unknown): MdcvError {
  return new MdcvError('cannot-read', `Cannot read \`${displayPath(path)}\`: ${reason}`, { hint, cause });
}
