import type { PhrasingContent, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { EngineName } from '../../src/engine/engine.ts';
import { createLatexContext, type LatexContext } from '../../src/latex/context.ts';
import type { FlowNode } from '../../src/latex/flow-node.ts';
import { createMarks } from '../../src/latex/origins.ts';

export interface ContextOptions {
  engine?: EngineName;
  lang?: string;
  imageFile?: LatexContext['imageFile'];
}

/** A context of a CV that is called cv.md. */
export function createContext({
  engine = 'pdflatex',
  lang = 'en',
  imageFile,
}: ContextOptions = {}): LatexContext {
  const context = createLatexContext({
    engine,
    lang,
    vfile: new VFile({ path: 'cv.md' }),
    marks: createMarks('cv.md'),
    imageFile,
  });
  return context;
}

/** The blocks of a Markdown text. */
export function parseBlocks(markdown: string): FlowNode[] {
  const root: Root = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  return root.children as FlowNode[];
}

/** The inline nodes of a Markdown text's first paragraph. */
export function parsePhrasing(markdown: string): PhrasingContent[] {
  const [first] = parseBlocks(markdown);
  return first?.type === 'paragraph' ? first.children : [];
}

/** What a context was told, one line a message: `1:2 code: reason`. */
export function messagesOf({ vfile }: LatexContext): string[] {
  return vfile.messages.map(
    ({ line, column, ruleId, reason }) => `${line ?? '?'}:${column ?? '?'} ${ruleId}: ${reason}`,
  );
}
