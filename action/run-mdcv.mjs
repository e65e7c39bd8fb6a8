/** Runs `mdcv build` and reads what it says. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

/**
 * @typedef {object} Message
 * @property {string} code
 * @property {'error' | 'warning' | 'info'} severity
 * @property {string} file from the repository's root
 * @property {number} [line]
 * @property {number} [column]
 * @property {string} reason
 * @property {string} [note]
 */

/**
 * A PDF, or what kept it from being made.
 * @typedef {object} Built
 * @property {'whole' | 'public'} audience
 * @property {string | null} pdf from the repository's root
 * @property {number | null} pages
 * @property {string | null} template
 * @property {string | null} engine
 * @property {string | null} toolchain
 * @property {Message[]} messages
 */

/**
 * @param {string} mdcv absolute path of its program
 * @param {import('./inputs.mjs').Inputs} inputs
 * @param {'whole' | 'public'} audience
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ exitCode: number, built: Built[], log: string }}
 */
export function runMdcv(mdcv, inputs, audience, env) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [mdcv, ...toArgs(inputs, audience)], {
    cwd: inputs.folder,
    env: { ...env, NO_COLOR: '1' },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (error) throw error;
  const built = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => toBuilt(JSON.parse(line), inputs, audience));
  if (built.length === 0)
    throw new Error(`mdcv ended with ${status} and said nothing that can be read\n${stderr}`);
  return { exitCode: status ?? 2, built, log: stderr };
}

/**
 * Values are joined to their options and the file stands behind `--`, so that none of them is read as an option.
 * @param {import('./inputs.mjs').Inputs} inputs
 * @param {'whole' | 'public'} audience
 */
function toArgs({ file, template, variant, output, strict }, audience) {
  return [
    'build',
    '--json',
    '--check',
    ...(audience === 'public' ? ['--public'] : []),
    ...(strict ? ['--strict'] : []),
    ...(template ? [`--template=${template}`] : []),
    ...(variant ? [`--variant=${variant}`] : []),
    ...(output ? [`--output=${output}`] : []),
    ...(file ? ['--', file] : []),
  ];
}

/**
 * @param {Omit<Built, 'audience'>} build a line of `mdcv build --json`
 * @param {import('./inputs.mjs').Inputs} inputs
 * @param {'whole' | 'public'} audience
 * @returns {Built}
 */
function toBuilt({ pdf, messages, ...build }, inputs, audience) {
  return {
    ...build,
    audience,
    pdf: pdf && fromRoot(pdf, inputs),
    messages: messages.map((message) => ({
      ...message,
      file: message.file && fromRoot(message.file, inputs),
    })),
  };
}

/**
 * mdcv speaks of paths from the project's folder; GitHub wants them from the repository's root.
 * @param {string} file
 * @param {import('./inputs.mjs').Inputs} inputs
 */
function fromRoot(file, { workspace, folder }) {
  return path.relative(workspace, path.resolve(folder, file));
}
