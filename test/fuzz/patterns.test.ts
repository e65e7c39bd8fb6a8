/** No pattern reads a line or a field in more ways than one: time grows as the text does. */
import { describe, expect, test } from 'vitest';
import { patternShapes } from './pattern-shapes.ts';

/** Milliseconds; below this a measurement says nothing. */
const slackMs = 150;

describe('sixteen times a line or a field takes about sixteen times the time', () => {
  // What else a machine does may disturb once; quadratic time comes each time.
  test.each(patternShapes)('%s', { retry: 2 }, (_name, read, shape) => {
    const [short, long] = [4_000, 64_000].map((length) => {
      const text = shape(length);
      const before = process.cpuUsage();
      read(text);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }) as [number, number];
    // Quadratic time would be 256 times as long; 64,000 characters take some milliseconds.
    expect(long).toBeLessThan(48 * short + slackMs);
  });
});
