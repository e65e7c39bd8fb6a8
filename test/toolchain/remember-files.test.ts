import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rememberFiles } from '../../src/toolchain/remember-files.ts';
import type { Toolchain } from '../../src/toolchain/toolchain.ts';

let folder: string;
let env: NodeJS.ProcessEnv;
let asked: string[][];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mdcv-files-'));
  env = { PATH: '/usr/bin', MDCV_CACHE: path.join(folder, 'cache') };
  asked = [];
  await writeFile(path.join(folder, 'a.cls'), '');
  await writeFile(path.join(folder, 'b.sty'), '');
});
afterEach(() => rm(folder, { recursive: true }));

/** A toolchain that has `a.cls` and `b.sty`, and notes what it is asked for. */
function toolchain(description = 'TeX'): Toolchain {
  return {
    kind: 'local',
    description,
    programs: new Set(),
    run: () => Promise.reject(new Error('Nothing is to be run')),
    async locate(names) {
      asked.push([...names]);
      const there = names.filter((name) => ['a.cls', 'b.sty'].includes(name));
      return new Map(there.map((name) => [name, path.join(folder, name)]));
    },
  };
}

describe('a toolchain that remembers files', () => {
  test('is asked once for what is there, and each time for what is not', async () => {
    const located = new Map([['a.cls', path.join(folder, 'a.cls')]]);
    expect(await rememberFiles(toolchain(), env).locate(['a.cls'])).toEqual(located);
    expect(await rememberFiles(toolchain(), env).locate(['a.cls'])).toEqual(located);
    expect(await rememberFiles(toolchain(), env).locate(['a.cls', 'none.sty'])).toEqual(located);
    expect(await rememberFiles(toolchain(), env).locate(['a.cls', 'none.sty'])).toEqual(located);
    expect(asked).toEqual([['a.cls'], ['a.cls', 'none.sty'], ['a.cls', 'none.sty']]);
  });

  test('keeps what it knew beside what is new', async () => {
    for (const name of ['a.cls', 'b.sty', 'a.cls', 'b.sty'])
      await rememberFiles(toolchain(), env).locate([name]);
    expect(asked).toEqual([['a.cls'], ['b.sty']]);
  });

  test('is asked again when a file is gone', async () => {
    await rememberFiles(toolchain(), env).locate(['a.cls']);
    await rm(path.join(folder, 'a.cls'));
    await rememberFiles(toolchain(), env).locate(['a.cls']);
    expect(asked).toHaveLength(2);
  });

  test.each([
    ['another toolchain', 'another TeX', {}],
    ['other search paths', 'TeX', { TEXINPUTS: '/elsewhere:' }],
  ])('is asked again for %s', async (_name, description, added) => {
    await rememberFiles(toolchain(), env).locate(['a.cls']);
    await rememberFiles(toolchain(description), { ...env, ...added }).locate(['a.cls']);
    expect(asked).toHaveLength(2);
  });

  test('is not asked again where other toolchains were used in between, unless there were many', async () => {
    const use = (description: string) => rememberFiles(toolchain(description), env).locate(['a.cls']);
    for (const description of ['one', 'other', 'one', 'other']) await use(description);
    expect(asked).toHaveLength(2);
    for (let index = 0; index < 8; index++) await use(`many ${index}`);
    await use('one');
    expect(asked).toHaveLength(11);
  });

  test('does without a cache that is broken or cannot be written', async () => {
    await rememberFiles(toolchain(), env).locate(['a.cls']);
    const cache = path.join(folder, 'cache/files.json');
    expect(JSON.parse(await readFile(cache, 'utf8'))[0].files).toEqual({
      'a.cls': path.join(folder, 'a.cls'),
    });
    for (const broken of ['[{"key":', '{"key":"","files":{}}', '[{}]', '[null]']) {
      await writeFile(cache, broken);
      expect(await rememberFiles(toolchain(), env).locate(['a.cls'])).toHaveProperty('size', 1);
    }
    const blocked = { ...env, MDCV_CACHE: path.join(folder, 'a.cls/cache') };
    expect(await rememberFiles(toolchain(), blocked).locate(['a.cls'])).toHaveProperty('size', 1);
    expect(asked).toHaveLength(6);
  });
});
