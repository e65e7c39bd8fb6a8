import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lacking, pdfText, skipFor } from './mdcv.ts';
import { runStep } from './workflow-runner.ts';

const root = resolve(import.meta.dirname, '../..');
const needs = lacking(['npm', 'pdflatex', 'pdftotext']);

interface Packed {
  filename: string;
  size: number;
  files: { path: string; size: number }[];
}

let folder: string;
let packed: Packed;
let unreachable: string | undefined;

/** Runs a program in the folder that mdcv is installed in. */
function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  return execFileSync(program, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } });
}

beforeAll(() => {
  if (needs) return;
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv package ')));
  execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { cwd: root });
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  [packed] = JSON.parse(execFileSync('npm', pack, { cwd: root, encoding: 'utf8', stdio: 'pipe' }));
  writeFileSync(join(folder, 'package.json'), '{ "name": "my-cv", "private": true, "type": "module" }\n');
  // A project on a fresh machine has no types of Node and no compiler; nothing but mdcv is installed.
  const args = ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${packed.filename}`];
  const { status, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0 && /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENETUNREACH/.test(stderr))
    unreachable = skipFor(`npm reaches no registry: ${stderr.split('\n')[0]}`);
  else expect(`${status} ${stderr}`).toMatch(/^0 /);
}, 300_000);
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(needs)('the package', () => {
  it('holds what it needs and nothing else, in 10 MB', () => {
    const paths = packed.files.map(({ path }) => path);
    const rooms = new Set(paths.map((path) => path.split('/')[0]));
    expect([...rooms].sort()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'content', 'dist', 'package.json', 'templates'].sort(),
    );
    expect(paths.filter((path) => /\.test\.|^templates\/prepare|(?<!\.d)\.ts$/.test(path))).toEqual([]);
    // The map that MDCV_DEBUG=1 reads.
    for (const map of paths.filter((path) => path.endsWith('.map'))) {
      expect(paths).toContain(map.slice(0, -'.map'.length));
      expect(readFileSync(join(root, map), 'utf8')).not.toContain('"sourcesContent":["');
    }
    for (const path of paths.filter((name) => /^dist\/(.*\.cjs|cli\/main\.js|index\.js)$/.test(name)))
      for (const [, named = ''] of readFileSync(join(root, path), 'latin1').matchAll(
        /['"/](mdcv-[\w-]+\.cjs)['"]/g,
      ))
        expect(paths, path).toContain(`dist/${named}`);
    expect(packed.size).toBeLessThan(10 * 1024 * 1024);
  });

  it('starts a CV and builds it, where nothing else is', (context) => {
    context.skip(unreachable !== undefined, unreachable);
    expect(run('npx', ['mdcv', 'new'])).toContain('mdcv build');
    expect(run('npx', ['mdcv', 'build', '--check', '--strict'])).toContain('out/cv.pdf');
    expect(pdfText(join(folder, 'out/cv.pdf'))).toContain('Experience');
    expect(run('npx', ['mdcv', '--version']).trim()).toBe(
      JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    );
  });

  it('is a library that runs, with types that compile in a strict project', (context) => {
    context.skip(unreachable !== undefined, unreachable);
    writeFileSync(
      join(folder, 'consumer.ts'),
      `import { type BuildResult, build, checkPdf, MdcvError, problems, severityOf } from 'mdcv';
const result: BuildResult = await build({ file: 'content/cv.md', output: 'library', synctex: true });
const line: number | undefined = result.messages.find((message) => severityOf(message) === 'error')?.line;
const { checks } = await checkPdf({ pdf: result.pdf ?? '', source: result });
// @ts-expect-error there is no such option
const mistyped: Parameters<typeof build>[0] = { fiel: 'content/cv.md' };
console.log(JSON.stringify([result.pages, line, checks.length > 5, problems['tex-error'], typeof mistyped, new MdcvError('no-tex', '').name]));
`,
    );
    for (const [module, moduleResolution] of [
      ['node16', 'node16'],
      ['esnext', 'bundler'],
    ]) {
      writeFileSync(
        join(folder, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: {
            module,
            moduleResolution,
            target: 'es2023',
            strict: true,
            exactOptionalPropertyTypes: true,
            skipLibCheck: false,
            outDir: 'compiled',
            // The compiler and Node's types are the project's own affair; mdcv's come with mdcv.
            types: ['node'],
            typeRoots: [join(root, 'node_modules/@types')],
          },
          files: ['consumer.ts'],
        }),
      );
      expect(run(join(root, 'node_modules/.bin/tsc'), ['-p', '.']), module).toBe('');
    }
    expect(JSON.parse(run('node', ['compiled/consumer.js']))).toEqual([
      1,
      null,
      true,
      'error',
      'object',
      'MdcvError',
    ]);
    expect(existsSync(join(folder, 'library/cv.pdf'))).toBe(true);
    // Types of a package that mdcv does not depend on itself are there by chance only.
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(
      [...typesOf('index.d.ts')].filter(
        (name) => !(name in dependencies || `@types/${name}` in dependencies),
      ),
    ).toEqual([]);
  });

  it('is what the action for workflows finds in a project, and else installs', (context) => {
    context.skip(unreachable !== undefined, unreachable);
    const own = runStep('prepare', folder, {});
    expect(own).toMatchObject({
      exitCode: 0,
      outputs: { mdcv: join(folder, 'node_modules/mdcv/dist/cli/main.js') },
    });
    const bare = join(folder, 'bare');
    mkdirSync(bare);
    execFileSync('mv', [join(folder, packed.filename), bare]);
    const cache = join(folder, 'cache');
    const step = runStep(
      'prepare',
      bare,
      { version: `./${packed.filename}` },
      { MDCV_CACHE: cache, npm_config_prefer_offline: 'true' },
    );
    expect(step, step.log).toMatchObject({
      exitCode: 0,
      outputs: {
        mdcv: join(`${bare}.runner`, 'mdcv-action/node_modules/mdcv/dist/cli/main.js'),
        'cache-folder': cache,
        'cache-prefix': expect.stringMatching(/^mdcv-tex-.*-$/),
      },
    });
    expect(run('node', [step.outputs.mdcv ?? '', '--version'])).toBe(run('npx', ['mdcv', '--version']));
  });
});

/** Packages that the types of the library name, directly or by what they import. */
function typesOf(file: string, seen: Set<string> = new Set()): Set<string> {
  const packages = new Set<string>();
  if (seen.has(file)) return packages;
  seen.add(file);
  const text = readFileSync(join(root, 'dist', file), 'utf8');
  for (const [, name = ''] of text.matchAll(/\b(?:from |import\()['"]([^'"]+)['"]/g)) {
    if (!name.startsWith('.')) packages.add(name);
    else
      for (const one of typesOf(join(dirname(file), name.replace(/\.ts$/, '.d.ts')), seen)) packages.add(one);
  }
  return packages;
}
