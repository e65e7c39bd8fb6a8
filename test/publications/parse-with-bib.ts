/** Parses a CV of one .bib file, both given as text, in a folder of the test's own. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { onTestFinished } from 'vitest';
import { parseCv } from '../../src/content/parse-cv.ts';
import { showPublications } from './show-publications.ts';

export interface ParsedList {
  /** The lists, as the goldens have them. */
  shown: string;
  /** `p.bib:3:1 code reason`, in their order. */
  messages: string[];
  notes: (string | undefined)[];
}

/**
 * @param body the Markdown below the front matter
 * @param frontMatter further lines of it
 */
export async function parseWithBib(
  bib: string,
  body = '::: publications\n:::',
  frontMatter: readonly string[] = ['name: Ada Lovelace'],
): Promise<ParsedList> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv-list-')));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'p.bib'), bib);
  const value = `---\n${frontMatter.join('\n')}\nbibliography: p.bib\n---\n\n## Publications\n\n${body}\n`;
  const vfile = new VFile({ path: join(folder, 'cv.md'), value });
  const { cv } = await parseCv(vfile);
  return {
    shown: showPublications(cv),
    messages: vfile.messages.map(({ ruleId, file = '', line, column, reason }) =>
      `${file.split('/').at(-1)}:${line}:${column} ${ruleId} ${reason}`.replaceAll(`${folder}/`, ''),
    ),
    notes: vfile.messages.map(({ note }) => note),
  };
}
