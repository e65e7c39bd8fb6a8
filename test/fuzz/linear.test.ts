/** Time grows with the length of the text, whatever the text is, and no nesting is too deep. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseCv } from '../../src/content/parse-cv.ts';
import { deepShapes } from './deep-shapes.ts';
import { type Shape, shapes } from './shapes.ts';

/** Milliseconds of this process's own time, so that what else the machine does counts little. */
async function timeOf(source: string): Promise<number> {
  const before = process.cpuUsage();
  await parseCv(new VFile({ path: 'cv.md', value: source }));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Below this a measurement says nothing, and nobody waits. */
const slackMs = 600;

describe('eight times the text takes about eight times the time', () => {
  // What else a machine does may disturb once; quadratic time comes each time.
  test.each(shapes)('%s', { retry: 2 }, async (_name: string, shape: Shape) => {
    const short = await timeOf(shape(8_000));
    const long = await timeOf(shape(64_000));
    // Quadratic time would be 64 times as long.
    expect(long).toBeLessThan(24 * short + slackMs);
  });
});

describe('10,000 levels', () => {
  test.each(deepShapes)('%s', async (_name: string, shape: Shape) => {
    const vfile = new VFile({ path: 'cv.md', value: shape(10_000) });
    const { cv } = await parseCv(vfile);
    expect(cv.lang).toBeDefined();
    for (const { ruleId } of vfile.messages) expect(ruleId).toBeDefined();
  });
});

test('ten times a large CV takes about ten times the time', { retry: 1 }, async () => {
  const section =
    '## Experience\n\n### Engineer, Example, 2019–2021\n\nDid *many* things with **C++** and [more](https://example.org).\n\n- one\n- two\n\nTerm\n: Definition\n\n';
  const large = (bytes: number): string => `# Ada\n\n${section.repeat(Math.ceil(bytes / section.length))}`;
  const tenth = await timeOf(large(500_000));
  // Quadratic time would be a hundred times as long. How long it is, `npm run bench` says.
  expect(await timeOf(large(5_000_000))).toBeLessThan(30 * tenth);
});
