import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lacking, pdfText, skipFor } from './mdcv.ts';
import { runStep, type Step } from './workflow-runner.ts';

const root = resolve(import.meta.dirname, '../..');
const needs = lacking(['npm', 'pdflatex', 'pdftotext']);

interface Packed {
  filename: string;
  size: number;
  files: { path: string; size: number }[];
}

let base: string;
/** Where mdcv is installed, and nothing else. */
let folder: string;
let packed: Packed;
let install: Step;
let unreachable: string | undefined;

/** Runs a program in the folder that mdcv is installed in. */
function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { cwd: folder, encoding: 'utf8' });
}

beforeAll(() => {
  if (needs) return;
  base = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv package ')));
  execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { cwd: root });
  const workspace = join(base, 'work');
  mkdirSync(workspace);
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', workspace];
  [packed] = JSON.parse(execFileSync('npm', pack, { cwd: root, encoding: 'utf8', stdio: 'pipe' }));
  // The action installs it with npm into an empty folder, so it is done once for all.
  const env = { npm_config_prefer_offline: 'true', MDCV_CACHE: join(base, 'cache') };
  install = runStep('prepare', workspace, { version: `./${packed.filename}` }, env);
  folder = join(`${workspace}.runner`, 'mdcv-action');
  if (install.exitCode !== 0 && /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENETUNREACH/.test(install.log))
    unreachable = skipFor('npm reaches no registry');
}, 300_000);
afterAll(() => {
  if (base) rmSync(base, { recursive: true, force: true });
});

describe.skipIf(needs)('the package', () => {
  it('holds what it needs and nothing else, in 10 MB', () => {
    const paths = packed.files.map(({ path }) => path);
    const rooms = new Set(paths.map((path) => path.split('/')[0]));
    expect([...rooms].sort()).toEqual(
      [
        'CHANGELOG.md',
        'Dockerfile',
        'LICENSE',
        'README.md',
        'content',
        'dist',
        'package.json',
        'templates',
      ].sort(),
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
    expect(readdirSync(folder)).toEqual(['node_modules']);
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
      join(folder, 'consumer.mts'),
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
          files: ['consumer.mts'],
        }),
      );
      expect(run(join(root, 'node_modules/.bin/tsc'), ['-p', '.']), module).toBe('');
    }
    expect(JSON.parse(run('node', ['compiled/consumer.mjs']))).toEqual([
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

  it('is what the action for workflows installs, and finds in a project', (context) => {
    context.skip(unreachable !== undefined, unreachable);
    const mdcv = join(folder, 'node_modules/mdcv/dist/cli/main.js');
    expect(install, install.log).toMatchObject({
      exitCode: 0,
      outputs: {
        mdcv,
        'cache-folder': join(base, 'cache'),
        'cache-prefix': expect.stringMatching(/^mdcv-tex-.*-$/),
      },
    });
    expect(runStep('prepare', folder, {})).toMatchObject({ exitCode: 0, outputs: { mdcv } });
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
