/** What the tests of other formats share: fixtures, and what they say. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import { VFile } from 'vfile';
import { parse } from 'yaml';
import { type ParsedCv, parseCv } from '../../src/content/parse-cv.ts';
import { type ImportedCv, importCv } from '../../src/import/import-cv.ts';
import { createFolder } from '../e2e/mdcv.ts';

export const formatsFolder: string = resolve(import.meta.dirname, '../fixtures/formats');

/** Writes a text to a file of this name and imports it. */
export async function importText(
  text: string,
  name: string,
  options: { format?: 'jsonresume' | 'rendercv' | 'yamlresume' | 'bib'; name?: string; lang?: string } = {},
): Promise<ImportedCv> {
  const folder = createFolder();
  const file = join(folder, name);
  writeFileSync(file, text);
  return importCv({ file, output: join(folder, 'cv.md'), ...options });
}

export function importFixture(name: string): Promise<ImportedCv> {
  const file = join(formatsFolder, name);
  return importCv({ file, output: join(createFolder(), 'cv.md') });
}

/** An imported CV as mdcv reads it, with the messages of both. */
export async function readImported({ markdown = '' }: ImportedCv): Promise<ParsedCv & { vfile: VFile }> {
  const vfile = new VFile({ path: 'cv.md', value: markdown });
  return { ...(await parseCv(vfile)), vfile };
}

export function messagesOf({ messages }: VFile): string[] {
  return messages.map(({ line, column, ruleId, reason }) => `${line}:${column} ${ruleId} ${reason}`);
}

/** Every text, number and truth value in a file, by its path. */
export function leavesOfFile(file: string): { path: string; value: string }[] {
  return leaves(parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }), '');
}

function leaves(value: unknown, path: string): { path: string; value: string }[] {
  if (typeof value === 'string')
    return value.trim() === '' || value === 'null' ? [] : [{ path, value: value.trim() }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, path ? `${path}.${key}` : key));
}

/** Letters and digits only, whatever typography and Markdown did to the signs between; of Markdown, its links without their addresses. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** All that a CV says, its addresses included. */
export function wordsOfCv(cv: unknown): string {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (Array.isArray(value)) {
      if (value.every((one) => one?.type)) found.push(textOf(value as never));
      value.forEach(walk);
    } else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) if (key !== 'position') walk(one);
  };
  walk(cv);
  return found.join('\n');
}
