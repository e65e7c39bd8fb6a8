/**
 * What a step says to the runner: annotations on standard output, outputs and the summary in files that the environment names.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

/**
 * @typedef {object} Annotation
 * @property {'error' | 'warning' | 'notice'} level
 * @property {string} title
 * @property {string} text
 * @property {string} [file] from the repository's root
 * @property {number | undefined} [line]
 * @property {number | undefined} [column]
 */

/**
 * The command that shows a message at a line of a file.
 * @param {Annotation} annotation
 */
export function toAnnotation({ level, title, text, file, line, column }) {
  const properties = Object.entries({ file, line, col: column, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${properties.join(',')}::${escapeData(text)}`;
}

/** @param {string} text */
function escapeData(text) {
  return text.replace(/[%\r\n]/g, percent);
}

/** @param {string} text */
function escapeProperty(text) {
  return text.replace(/[%\r\n:,]/g, percent);
}

/** @param {string} character */
function percent(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/**
 * Brackets what somebody else prints, so that a line of a CV that looks like a command is none.
 * @returns {{ before: string, after: string }}
 */
export function createQuote() {
  const token = randomUUID();
  return { before: `::stop-commands::${token}`, after: `::${token}::` };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 * @param {string} value may have several lines
 */
export function setOutput(env, name, value) {
  // Nobody can guess the end of the value, so no value can end early and set another output.
  const end = `end-${randomUUID()}`;
  append(env.GITHUB_OUTPUT, `${name}<<${end}\n${value}\n${end}\n`);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} markdown
 */
export function addSummary(env, markdown) {
  append(env.GITHUB_STEP_SUMMARY, `${markdown}\n`);
}

/**
 * Outside a workflow there is no such file, and nobody who would read it.
 * @param {string | undefined} file
 * @param {string} text
 */
function append(file, text) {
  if (file) appendFileSync(file, text);
}
