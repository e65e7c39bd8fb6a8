import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const { version } = JSON.parse(read('package.json'));

interface Step {
  name?: string;
  id?: string;
  uses?: string;
  run?: string;
  shell?: string;
  with?: Record<string, string>;
  env?: Record<string, string>;
}

interface Job {
  steps: Step[];
  needs?: string;
  permissions?: Record<string, string>;
}

const action = parse(read('action.yml'));
const workflow = parse(read('docs/cv-workflow.yml'));
const actionSteps: Step[] = action.runs.steps;
const jobs: Record<string, Job> = workflow.jobs;
const workflowSteps: Step[] = Object.values(jobs).flatMap(({ steps }) => steps);

/** Names that expressions such as `${{ inputs.file }}` ask for. */
function asked(text: string, of: RegExp): string[] {
  return [...text.matchAll(of)].map(([, ...names]) => names.join(' '));
}

describe('action.yml', () => {
  it('uses the inputs that it has, all of them, and no other', () => {
    const used = new Set(asked(read('action.yml'), /\binputs\.([\w-]+)/g));
    expect([...used].sort()).toEqual(Object.keys(action.inputs).sort());
    for (const [name, input] of Object.entries<{ description: string; default: unknown }>(action.inputs)) {
      expect(input.description, name).toBeTruthy();
      expect(typeof input.default, name).toBe('string');
    }
  });

  it('gives each input to scripts under the name that they read', () => {
    const variables = new Set(actionSteps.flatMap(({ env = {} }) => Object.keys(env)));
    const scripts = ['inputs', 'prepare', 'build', 'run-mdcv', 'find-mdcv', 'tex-cache']
      .map((name) => read(`action/${name}.mjs`))
      .join('\n');
    const wanted = new Set(asked(scripts, /\benv\.((?:INPUT|MDCV)_\w+)/g));
    expect([...variables].sort()).toEqual([...wanted].sort());
    for (const { env = {} } of actionSteps)
      for (const [name, value] of Object.entries(env))
        if (name.startsWith('INPUT_'))
          expect(value).toBe(`\${{ inputs.${name.slice(6).toLowerCase().replaceAll('_', '-')} }}`);
  });

  it('runs scripts that exist, and takes outputs that they set', () => {
    const set = new Map(
      actionSteps.flatMap(({ id = '', run = '' }) => {
        const [script] = asked(run, /^node "\$GITHUB_ACTION_PATH\/(action\/[\w-]+\.mjs)"$/g);
        if (run) expect(existsSync(join(root, script ?? 'no script')), run).toBe(true);
        return script ? [[id, asked(read(script), /setOutput\([\w.]+, '([\w-]+)'/g)] as const] : [];
      }),
    );
    expect([...set.keys()]).toEqual(['prepare', 'build']);
    for (const place of asked(read('action.yml'), /\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
      const [step = '', output] = place.split(' ');
      if (step !== 'cache') expect(set.get(step), place).toContain(output);
      else expect(output).toBe('cache-matched-key');
    }
  });
});

describe('the example workflow', () => {
  const mine = workflowSteps.filter(({ uses }) => uses?.startsWith('OWNER/mdcv@'));

  it('uses this version of the action, with inputs that it has', () => {
    expect(mine.map(({ uses }) => uses)).toEqual([`OWNER/mdcv@v${version}`]);
    for (const step of mine)
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    expect(read('docs/github-actions.md')).toContain(`OWNER/mdcv@v${version}`);
  });

  it('asks only for artifacts that the action publishes, and puts the public one alone on Pages', () => {
    const taken = Object.fromEntries(
      Object.entries(jobs).map(([name, { steps }]) => [
        name,
        steps.filter(({ uses }) => uses?.includes('download-artifact')).map((step) => step.with?.name),
      ]),
    );
    expect(taken).toEqual({
      build: [],
      release: [action.inputs.artifact.default],
      pages: [action.inputs['public-artifact'].default],
    });
    expect(jobs.pages?.steps.map(({ run }) => run)).toEqual([undefined, undefined, undefined]);
  });

  it('may write only where it has to', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(jobs.build?.permissions).toBeUndefined();
    expect(jobs.release?.permissions).toEqual({ contents: 'write' });
    expect(jobs.pages?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
  });
});

describe('both', () => {
  const steps = [...actionSteps, ...workflowSteps];

  it('pin what they use by commit, with the version beside it', () => {
    const lines = asked(`${read('action.yml')}\n${read('docs/cv-workflow.yml')}`, /uses: (.+)/g);
    expect(lines).toHaveLength(steps.filter(({ uses }) => uses).length);
    for (const line of lines)
      if (!line.startsWith('OWNER/mdcv@'))
        expect(line).toMatch(/^actions\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('put no expression into a command line', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
    for (const { run, shell } of actionSteps) expect(shell).toBe(run && 'bash');
  });
});

describe('docs/github-actions.md', () => {
  it('lists each input and output', () => {
    const docs = read('docs/github-actions.md');
    const names = [...Object.keys(action.inputs), ...Object.keys(action.outputs)];
    expect(names.filter((name) => !new RegExp(`^\\|.*\`${name}\`.*\\|`, 'm').test(docs))).toEqual([]);
  });
});
