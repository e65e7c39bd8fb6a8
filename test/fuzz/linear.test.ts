/** Time grows with the length of the text, whatever the text is. */
import { describe, expect, test } from 'vitest';
import { type Shape, shapes } from './shapes.ts';
import { timeOfParsing } from './time-of.ts';

/** Below this a measurement says nothing, and nobody waits. */
const slackMs = 600;

describe('eight times the text takes about eight times the time', () => {
  // What else a machine does may disturb once; quadratic time comes each time.
  test.each(shapes)('%s', { retry: 2 }, async (_name: string, shape: Shape) => {
    const short = await timeOfParsing(shape(8_000));
    const long = await timeOfParsing(shape(64_000));
    // Quadratic time would be 64 times as long.
    expect(long).toBeLessThan(24 * short + slackMs);
  });
});
