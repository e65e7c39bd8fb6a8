import { VFile } from 'vfile';
import { parseCv } from '../../src/content/parse-cv.ts';

/** Milliseconds of this process's own time, so that what else the machine does counts little. */
export async function timeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** @param source Markdown of a CV */
export async function timeOfParsing(source: string): Promise<number> {
  return timeOf(() => parseCv(new VFile({ path: 'cv.md', value: source })));
}
