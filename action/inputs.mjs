/** What a step of the workflow gives to the action: `INPUT_*` of the environment, checked. */
import path from 'node:path';

/** A mistake in the workflow; its message says what was expected. */
export class InputError extends Error {}

/**
 * @typedef {object} Inputs
 * @property {string} workspace absolute path of the checked-out repository
 * @property {string} folder absolute path of the project in it
 * @property {string} version what npm is asked for; empty for the project's own mdcv, or else that of the action
 * @property {string} file the CV, from the project's folder; empty for mdcv's default
 * @property {string} template
 * @property {string} variant
 * @property {string} output
 * @property {('whole' | 'public')[]} audiences a build each
 * @property {boolean} strict
 */

const audiences = /** @type {const} */ ({
  false: ['whole'],
  true: ['whole', 'public'],
  only: ['public'],
});

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Inputs}
 * @throws {InputError}
 */
export function readInputs(env) {
  const workspace = path.resolve(env.GITHUB_WORKSPACE || '.');
  const folder = path.resolve(workspace, env.INPUT_WORKING_DIRECTORY || '.');
  if (path.relative(workspace, folder).split(path.sep)[0] === '..')
    throw new InputError(
      `Cannot use \`working-directory: ${env.INPUT_WORKING_DIRECTORY}\`, expected a folder of the repository`,
    );
  return {
    workspace,
    folder,
    version: readVersion(env.INPUT_VERSION ?? ''),
    file: env.INPUT_FILE ?? '',
    template: env.INPUT_TEMPLATE ?? '',
    variant: env.INPUT_VARIANT ?? '',
    output: env.INPUT_OUTPUT ?? '',
    audiences: [...audiences[readWord('public', env.INPUT_PUBLIC, ['false', 'true', 'only'])]],
    strict: readWord('strict', env.INPUT_STRICT, ['false', 'true']) === 'true',
  };
}

/** npm would take an address, or a folder, and run what is there. @param {string} version */
function readVersion(version) {
  if (/^[\w.^~+-]*$/.test(version) && !version.startsWith('-')) return version;
  if (/^\.\/[\w./+-]+\.tgz$/.test(version)) return version;
  throw new InputError(
    `Cannot use \`version: ${version}\`, expected a version such as 0.1.0, a tag such as latest, or a packed ./mdcv-0.1.0.tgz`,
  );
}

/**
 * @template {string} T
 * @param {string} name
 * @param {string | undefined} value the first word where it is empty
 * @param {readonly [T, ...T[]]} words
 * @returns {T}
 */
function readWord(name, value, words) {
  const found = value ? words.find((word) => word === value) : words[0];
  if (found === undefined)
    throw new InputError(`Cannot use \`${name}: ${value}\`, expected one of ${words.join(', ')}`);
  return found;
}
