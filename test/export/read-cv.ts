import { VFile } from 'vfile';
import { type ParsedCv, parseCv } from '../../src/content/parse-cv.ts';

/** A CV of this Markdown, with front matter of these lines. */
export async function readCv(
  body: string,
  frontMatter: readonly string[] = [],
): Promise<ParsedCv & { vfile: VFile }> {
  const value = `${['---', 'name: Ada Lovelace', ...frontMatter, '---'].join('\n')}\n\n${body}\n`;
  const vfile = new VFile({ path: 'cv.md', value });
  return { ...(await parseCv(vfile)), vfile };
}
