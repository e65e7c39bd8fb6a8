import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runEngine } from '../../src/engine/passes.ts';
import { findLocalToolchain } from '../../src/toolchain/local-toolchain.ts';
import { lacking } from './mdcv.ts';

const noTex = lacking(['lualatex']);

const picture = join(import.meta.dirname, '../../templates/classic/preview.png');

/** What raw LaTeX may try; each expression is true where it got what it must not get. `secret` is a file beside the run's folder. */
const attempts: Readonly<Record<string, string>> = {
  read: 'io.open(secret)',
  'read by a parent': "io.open('../secret.txt')",
  'read by a detour': "io.open('./a/../../secret.txt')",
  lines: 'io.lines(secret)()',
  input: 'io.input(secret) and io.read()',
  'a library that opens files': 'io.loaddata(secret)',
  'a compressed file': 'gzip.open(secret)',
  code: 'loadfile(secret)',
  'an image': "img.scan{filename=folder..'/secret.png'}",
  'an image that is named later':
    "(function() local i = img.new{} i.filename = folder..'/secret.png' return img.scan(i) end)()",
  'a stream': "pdf.immediateobj('streamfile', secret)",
  'a stream by a table': "pdf.immediateobj{type='stream', file=secret}",
  write: "io.open(folder..'/written.txt', 'w')",
  'write by a parent': "io.open('../written.txt', 'w')",
  append: "io.open(secret, 'a')",
  remove: 'os.remove(secret)',
  move: "os.rename(secret, 'mine.txt')",
  link: "lfs.link(secret, 'mine.txt', true)",
  'read in another folder': "lfs.chdir(folder) and (io.open('secret.txt') or io.open('run/../secret.txt'))",
  'a new folder': "lfs.mkdir(folder..'/new')",
  'a program': "os.execute('true')",
  'the output of a program': "io.popen('echo x'):read()",
  'a library of machine code': 'package.loadlib(secret, "x") or package.searchers[3]',
  'the functions below': 'debug.getupvalue(io.open, 1) or debug.getregistry()',
  'what finds the files of TeX': "callback.register('find_read_file', function() return secret end)",
  MetaPost: 'mplib.new{}',
  sockets: "require('socket').tcp()",
};

it.skipIf(noTex)(
  `Lua code opens nothing but what TeX may${noTex ? ` (skipped: ${noTex})` : ''}`,
  async () => {
    const parent = mkdtempSync(join(tmpdir(), 'mdcv-test-'));
    try {
      const folder = join(parent, 'run');
      const secret = join(parent, 'secret.txt');
      mkdirSync(folder);
      writeFileSync(secret, 'return "secret"\n');
      copyFileSync(picture, join(parent, 'secret.png'));
      const lines = Object.values(attempts).map(
        (attempt, index) => `try(${index}, function() return ${attempt} end)`,
      );
      const script = [
        `local folder, secret = '${parent}', '${secret}'`,
        'local function try(index, attempt)',
        '  local ok, got = pcall(attempt)',
        "  texio.write_nl('log', 'attempt '..index..': '..(ok and got and 'got' or 'refused')..'\\n')",
        'end',
        ...lines,
        "local file = lfs.chdir(folder) and io.open('written.txt', 'w') if file then file:close() end",
        "lfs.chdir(folder..'/run')",
        "try('own', function() local file = io.open('own.txt', 'w') file:close() return io.open('own.txt') end)",
      ].join('\n');
      const source = [
        '\\documentclass{article}\\usepackage{fontspec}',
        '\\begin{document}',
        'Text in a font that is loaded {\\fontsize{13}{15}\\bfseries late, \\itshape later.}',
        "\\directlua{dofile('attempts.lua')}",
        // TeX itself stays in its folder.
        `\\directlua{lfs.chdir('${parent}')}\\immediate\\openout3=written.txt \\immediate\\closeout3`,
        // A variable of the environment, of what TeX itself may read.
        "\\directlua{os.setenv('openin_any', 'a')}",
        `\\newread\\secret\\openin\\secret=${secret}\\relax\\ifeof\\secret\\else\\wlog{attempt environment: got}\\fi`,
        '{\\fontsize{14}{15}\\scshape And after it.}',
        '\\end{document}',
      ].join('\n');
      const toolchain = await findLocalToolchain();
      if (!toolchain) throw new Error('This test needs TeX');
      const { exitCode, log, pdf } = await runEngine({
        document: { source, assets: [{ name: 'attempts.lua', from: Buffer.from(script) }], origins: [] },
        engine: 'lualatex',
        toolchain,
        folder,
        jobName: 'cv',
        timeoutMs: 60_000,
      });
      const got = [...log.matchAll(/^attempt (\w+): got/gm)].map(([, index]) => index as string);
      expect(got.map((index) => Object.keys(attempts)[Number(index)] ?? index)).toEqual(['own']);
      expect(log.match(/^attempt /gm)).toHaveLength(Object.keys(attempts).length + 1);
      expect({ exitCode, pdf }).toEqual({ exitCode: 0, pdf: join(folder, 'cv.pdf') });
      expect(readFileSync(secret, 'utf8')).toBe('return "secret"\n');
      expect(['written.txt', 'new'].filter((name) => existsSync(join(parent, name)))).toEqual([]);
    } finally {
      rmSync(parent, { recursive: true, force: true });
    }
  },
);
