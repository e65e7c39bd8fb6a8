import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseLog } from '../../src/engine/parse-log.ts';

const folder = fileURLToPath(new URL('../fixtures/logs/', import.meta.url));
const logs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.log'))
  .sort();

/** One entry a line, so that an expectation reads like a list. */
function print(entries: ReturnType<typeof parseLog>): string {
  return `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`;
}

describe('parseLog on real logs', () => {
  it.each(logs)('%s', async (name) => {
    const entries = parseLog(readFileSync(`${folder}${name}`, 'utf8'));
    await expect(print(entries)).toMatchFileSnapshot(`${folder}${name.replace(/\.log$/, '.json')}`);
  });
});
