/** No nesting is too deep. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseCv } from '../../src/content/parse-cv.ts';
import { deepShapes } from './deep-shapes.ts';
import type { Shape } from './shapes.ts';

describe('10,000 levels', () => {
  test.each(deepShapes)('%s', async (_name: string, shape: Shape) => {
    const vfile = new VFile({ path: 'cv.md', value: shape(10_000) });
    const { cv } = await parseCv(vfile);
    expect(cv.lang).toBeDefined();
    for (const { ruleId } of vfile.messages) expect(ruleId).toBeDefined();
  });
});
