/** No pattern reads a line or a field in more ways than one: time grows as the text does. */
import { describe, expect, test } from 'vitest';
import { patternShapes } from './pattern-shapes.ts';
import { timeOf } from './time-of.ts';

/** Milliseconds; below this a measurement says nothing. */
const slackMs = 150;

describe('sixteen times a line or a field takes about sixteen times the time', () => {
  // What else a machine does may disturb once; quadratic time comes each time.
  test.each(patternShapes)('%s', { retry: 2 }, async (_name, read, shape) => {
    const [shortText, longText] = [shape(4_000), shape(64_000)];
    const short = await timeOf(() => read(shortText));
    const long = await timeOf(() => read(longText));
    // Quadratic time would be 256 times as long; 64,000 characters take some milliseconds.
    expect(long).toBeLessThan(48 * short + slackMs);
  });
});
