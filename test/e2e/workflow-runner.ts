/** What GitHub's runner does with a step: the environment that it gives, and how it reads what the step leaves behind. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root: string = resolve(import.meta.dirname, '../..');

/** A workflow command: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export interface WorkflowCommand {
  name: string;
  properties: Record<string, string>;
  text: string;
}

export interface Step {
  exitCode: number | null;
  log: string;
  commands: WorkflowCommand[];
  outputs: Record<string, string>;
  summary: string;
}

/**
 * Runs a script of the action.
 * @param workspace the checked-out repository; the runner's own files come beside it
 */
export function runStep(
  script: 'prepare' | 'build',
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv = {},
): Step {
  const runner = `${workspace}.runner`;
  mkdirSync(runner, { recursive: true });
  const files = { GITHUB_OUTPUT: join(runner, 'output'), GITHUB_STEP_SUMMARY: join(runner, 'summary') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const given = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.toUpperCase().replaceAll('-', '_')}`,
    value,
  ]);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'action', `${script}.mjs`)], {
    // A composite action's steps run in the workspace.
    cwd: workspace,
    encoding: 'utf8',
    env: {
      ...process.env,
      ...files,
      ...Object.fromEntries(given),
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: runner,
      ...env,
    },
  });
  return {
    exitCode: status,
    log: stdout + stderr,
    commands: readCommands(stdout + stderr),
    outputs: readOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8')),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}

/** A command begins a line; between `stop-commands` and its token there are none. */
function readCommands(log: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let resume: string | undefined;
  for (const line of log.split(/\r?\n|\r/)) {
    const [, name, properties = '', text = ''] = /^\s*::([\w-]+)(?: (.*?))?::(.*)$/.exec(line) ?? [];
    if (resume !== undefined) {
      if (name === resume) resume = undefined;
    } else if (name === 'stop-commands') resume = text;
    else if (name) commands.push({ name, properties: readProperties(properties), text: decode(text) });
  }
  return commands;
}

function readProperties(text: string): Record<string, string> {
  const pairs = text
    .split(',')
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), decode(pair.slice(at + 1))];
    });
  return Object.fromEntries(pairs);
}

function decode(text: string): string {
  return text.replace(/%(25|0D|0A|3A|2C)/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** `name=value`, or `name<<end`, the lines of the value, `end`. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  while (lines.length > 0) {
    const line = lines.shift() ?? '';
    const [, name = '', operator, rest = ''] = /^([^=<]+)(=|<<)(.*)$/.exec(line) ?? [];
    if (operator === '=') outputs[name] = rest;
    else if (operator === '<<') outputs[name] = lines.splice(0, lines.indexOf(rest)).join('\n');
    if (operator === '<<') lines.shift();
  }
  return outputs;
}
