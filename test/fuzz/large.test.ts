/** A CV of 5 MB. */
import { expect, test } from 'vitest';
import { timeOfParsing } from './time-of.ts';

test('ten times a large CV takes about ten times the time', { retry: 1 }, async () => {
  const section =
    '## Experience\n\n### Engineer, Example, 2019–2021\n\nDid *many* things with **C++** and [more](https://example.org).\n\n- one\n- two\n\nTerm\n: Definition\n\n';
  const large = (bytes: number): string => `# Ada\n\n${section.repeat(Math.ceil(bytes / section.length))}`;
  const tenth = await timeOfParsing(large(500_000));
  // Quadratic time would be a hundred times as long. How long it is, `npm run bench` says.
  expect(await timeOfParsing(large(5_000_000))).toBeLessThan(30 * tenth);
});
