import { VFile } from 'vfile';
import { parseCv } from '../../src/content/parse-cv.ts';

/** Milliseconds of this process's own time, so that what else the machine does counts little. */
export async function timeOf(source: string): Promise<number> {
  const before = process.cpuUsage();
  await parseCv(new VFile({ path: 'cv.md', value: source }));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
