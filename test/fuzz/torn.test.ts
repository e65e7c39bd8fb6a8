/** Files that somebody wrote, torn, through all of mdcv but TeX; a test file of its own, for a core of its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { expectAllSound } from './expect-sound.ts';
import { longestMs, renderRuns } from './fuzz-settings.ts';
import { createRenderer, type Renderer } from './render-source.ts';
import { tornFile } from './torn-text.ts';

const fixtures = join(import.meta.dirname, '../fixtures/content');
const files = readdirSync(fixtures).map((name) => readFileSync(join(fixtures, name, 'cv.md'), 'utf8'));

let renderer: Renderer;
beforeAll(async () => {
  renderer = await createRenderer();
});
afterAll(() => renderer.end());

test(`${renderRuns.torn} torn fixtures`, { timeout: longestMs }, async () => {
  await expectAllSound(tornFile(files), renderRuns.torn, renderer);
});
