import type { VFile } from 'vfile';
import type { Cv } from '../model/cv.ts';
import type { FrontMatter } from './front-matter/front-matter.ts';
import { parseFragment } from './parse-fragment.ts';
import { toCv } from './recognition/to-cv.ts';
import { parseMarkdown } from './syntax/parse-markdown.ts';

/**
 * Reads a CV from its Markdown file. Everything that is wrong with it becomes a message of `vfile`; nothing is thrown, and every
 * file gives a CV, if an empty one.
 */
export async function parseCv(vfile: VFile): Promise<{ cv: Cv; frontMatter: FrontMatter }> {
  const { root, frontMatter } = await parseMarkdown(vfile);
  const summary = frontMatter.summary ? await parseFragment(frontMatter.summary, vfile) : [];
  const footer = frontMatter.footer ? await parseFragment(frontMatter.footer, vfile) : [];
  return { cv: toCv(root, frontMatter, vfile, { summary, footer }), frontMatter };
}
