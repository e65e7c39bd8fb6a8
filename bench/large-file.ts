/**
 * How long a CV of 5 MB takes to be parsed: one run, and a tenth of it, since time should grow as the text does. remark as it comes parses the tenth
 * only: its time grows with the square.
 */
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { parseCv } from '../src/content/parse-cv.ts';
import { reportRows } from './table.ts';

const bytes = 5_000_000;
const targetMs = 5000;

const section = `## Experience

### Engineer, Example, 2019–2021

Did *many* things with **C++** and [more](https://example.org).

- one
- two

Term
: Definition

`;

export async function benchLargeFile(): Promise<void> {
  const source = `# Ada\n\n${section.repeat(Math.ceil(bytes / Buffer.byteLength(section)))}`;
  const piece = source.slice(0, source.length / 10);
  const tenth = await timeOf(() => parse(piece));
  const remark = await timeOf(() => unified().use(remarkParse).use(remarkGfm).parse(piece));
  const whole = await timeOf(() => parse(source));
  reportRows('a CV of 5 MB, this process alone', [
    ['parsed to a Cv (ms)', [whole], 0, targetMs],
    ['  a tenth of it (ms)', [tenth], 0],
    ['  remark-parse, remark-gfm alone, a tenth (ms)', [remark], 0],
    ['ratio whole / tenth', [whole / tenth], 2],
  ]);
}

async function parse(source: string): Promise<void> {
  await parseCv(new VFile({ path: 'cv.md', value: source }));
}

/** Milliseconds of this process's own time. */
async function timeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
