/** The commands of docs/many-cvs.md, as they stand there: all shards of a CI matrix and of a Slurm array, then their merging. */
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cli, lacking, pdfText } from './mdcv.ts';

const missing = lacking(['pdflatex', 'pdftotext', 'bash', 'npx']);
const docs = readFileSync(resolve(import.meta.dirname, '../../docs/many-cvs.md'), 'utf8');
const names = ['ada', 'bea', 'cleo', 'dora', 'eve'];

let folder: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv shards ')));
  // As `npm install` leaves it, for npx.
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(cli, join(folder, 'node_modules/.bin/mdcv'));
  for (const name of names) {
    mkdirSync(join(folder, 'people', name), { recursive: true });
    writeFileSync(join(folder, 'people', name, 'cv.md'), `# ${name}\n\n## Work\n\nWork of ${name}.\n`);
  }
});

beforeEach(() => {
  for (const made of ['out', 'reports', 'report.xml'])
    rmSync(join(folder, made), { recursive: true, force: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The code blocks below a heading of the docs. */
function blocksOf(heading: string): string[] {
  const section = docs.split(/^### /m).find((part) => part.startsWith(heading)) ?? '';
  return Array.from(section.matchAll(/^```\w+\n([\s\S]*?)^```$/gm), ([, text]) => text as string);
}

function run(command: string, env: Record<string, string> = {}): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync('bash', ['-e', '-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      NO_COLOR: '1',
      MDCV_CACHE: join(folder, 'cache'),
      npm_config_offline: 'true',
      ...env,
    },
  });
  return { status, stderr };
}

function expectWhole(merge: string): void {
  const { status, stderr } = run(merge);
  expect(stderr).toContain('5 built');
  expect(status, stderr).toBe(0);
  for (const name of names)
    expect(pdfText(join(folder, `out/people/${name}/cv.pdf`))).toContain(`Work of ${name}`);
  expect(readFileSync(join(folder, 'report.xml'), 'utf8')).toContain('tests="5" failures="0"');
}

describe.skipIf(missing)('the examples of docs/many-cvs.md', () => {
  it('build all CVs in a CI matrix', () => {
    const [workflow = ''] = blocksOf('A CI matrix');
    const { jobs } = parse(workflow);
    const commandOf = (job: string): string =>
      jobs[job].steps
        .map((step: { run?: string }) => step.run)
        .find((text?: string) => text?.includes('mdcv'));
    const shards: number[] = jobs.build.strategy.matrix.shard;
    for (const shard of shards) {
      const command = commandOf('build').replaceAll(/\$\{\{ matrix\.shard \}\}/g, String(shard));
      expect(command).not.toContain('{{');
      expect(run(command)).toMatchObject({ status: 0 });
    }
    expectWhole(commandOf('report'));
    // One that never came, and one that came twice.
    rmSync(join(folder, 'reports/2.jsonl'));
    const without = run(commandOf('report'));
    expect(without).toMatchObject({ status: 2 });
    expect(without.stderr).toContain('Shard 2 of 3 is missing, with 2 of 5 lines');
    const twice = run('cp reports/1.jsonl reports/4.jsonl; npx mdcv merge-reports reports/*.jsonl');
    expect(twice.stderr).toContain('Shard 1 is there 2 times, in reports/1.jsonl, reports/4.jsonl');
  });

  it('build all CVs in a Slurm array', () => {
    const [script = '', merge = ''] = blocksOf('A Slurm array');
    writeFileSync(join(folder, 'cvs.sbatch'), script);
    const [, first, last] = /^#SBATCH --array=(\d+)-(\d+)$/m.exec(script)?.map(Number) ?? [];
    const [, cpus = ''] = /^#SBATCH --cpus-per-task=(\d+)$/m.exec(script) ?? [];
    expect([first, last]).toEqual([1, 4]);
    for (let task = first as number; task <= (last as number); task++) {
      // What Slurm sets, see "Job Array Support" of its manual.
      const env = {
        SLURM_ARRAY_JOB_ID: '36',
        SLURM_ARRAY_TASK_ID: String(task),
        SLURM_ARRAY_TASK_COUNT: '4',
        SLURM_ARRAY_TASK_MIN: '1',
        SLURM_ARRAY_TASK_MAX: '4',
        SLURM_CPUS_PER_TASK: cpus,
      };
      expect(run('bash cvs.sbatch', env)).toMatchObject({ status: 0 });
    }
    expectWhole(merge);
  });

  it('give an indexed Job of Kubernetes the shards from 1 on', () => {
    const [manifest = ''] = blocksOf('An indexed Job');
    const { spec } = parse(manifest);
    const [container] = spec.template.spec.containers;
    const [shell, option, command] = container.command;
    expect([spec.completionMode, shell, option]).toEqual(['Indexed', 'sh', '-c']);
    const shardOf = (index: number): string => {
      const echo = command.slice(command.indexOf('--shard')).replace('--shard', 'echo').split('--json')[0];
      return spawnSync('sh', ['-c', echo], { env: { JOB_COMPLETION_INDEX: String(index) }, encoding: 'utf8' })
        .stdout;
    };
    expect([shardOf(0), shardOf(spec.completions - 1)]).toEqual(['1/4\n', '4/4\n']);
  });
});
