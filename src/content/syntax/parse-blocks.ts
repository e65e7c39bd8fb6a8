import type { Paragraph, PhrasingContent, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { boundAutolinks, type MicromarkExtension } from './bound-autolinks.ts';

/** Parses Markdown as CVs use it: CommonMark and GFM, but an indented line is a line of text, not code. */
export function createBlockParser(): (text: string) => Root {
  const processor = createProcessor(['codeIndented']);
  return (text) => processor.parse(text) as Root;
}

/** Parses Markdown within a line, as in a piece of text between HTML tags. Positions are those within `text`. */
export function createInlineParser(): (text: string) => PhrasingContent[] {
  const processor = createProcessor(blockConstructs);
  return (text) => {
    const root = processor.parse(text) as Root;
    return (root.children as Paragraph[]).flatMap((child) => child.children);
  };
}

/** micromark's names of everything that is more than a paragraph. */
const blockConstructs = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'gfmFootnoteDefinition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'table',
  'thematicBreak',
];

function createProcessor(disabled: string[]): { parse(text: string): unknown } {
  return unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(function disableConstructs(this: Processor) {
      const data = this.data();
      const [gfm] = data.micromarkExtensions as [MicromarkExtension];
      data.micromarkExtensions = [boundAutolinks(gfm), { disable: { null: disabled } }];
    })
    .freeze();
}
