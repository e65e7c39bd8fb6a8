import { defaultFile } from '../options.ts';
import { projectTemplates } from '../template/find-template.ts';
import { listTemplates, type Template } from '../template/load-template.ts';
import { neededFiles } from '../template/needed-files.ts';
import { findToolchain, listMissing } from '../toolchain/choose-toolchain.ts';
import { findLocalToolchain } from '../toolchain/local-toolchain.ts';
import { findManagedToolchain } from '../toolchain/managed-toolchain.ts';
import type { Toolchain } from '../toolchain/toolchain.ts';
import { withJsonError } from './json-error.ts';
import { printLine } from './print.ts';

interface TemplateStatus {
  name: string;
  title: string;
  description: string;
  folder: string;
  engines: string[];
  options: object;
  /** Kinds of toolchain at hand that can set it. */
  settable: string[];
  /** Files that the toolchain at hand lacks, when none can set it. */
  missing: string[];
}

/** `mdcv templates`: names and descriptions, and what the TeX at hand can set. */
export async function runTemplates(flags: { json?: boolean }): Promise<number> {
  return withJsonError(flags, {}, () => describeTemplates(flags));
}

async function describeTemplates(flags: { json?: boolean }): Promise<number> {
  const toolchains = [await findLocalToolchain(), await findManagedToolchain()].filter(
    (found) => found !== undefined,
  );
  // A container is the last resort of a build, too, and takes longer to be asked than the others together.
  const container = toolchains.length > 0 ? undefined : await findToolchain('docker');
  if (container) toolchains.push(container);
  const templates = await listTemplates(projectTemplates(defaultFile));
  const statuses: TemplateStatus[] = [];
  for (const template of templates) statuses.push(await toStatus(template, toolchains));
  if (flags.json) console.log(JSON.stringify(statuses, null, 2));
  else printStatuses(statuses, toolchains.length > 0);
  return 0;
}

async function toStatus(template: Template, toolchains: readonly Toolchain[]): Promise<TemplateStatus> {
  const { name, folder, manifest } = template;
  const [engine = 'pdflatex'] = manifest.engines;
  const settable: string[] = [];
  let missing: string[] = [];
  for (const toolchain of toolchains) {
    const lacking = await listMissing(toolchain, engine, neededFiles(template, engine));
    if (lacking.length === 0) settable.push(toolchain.kind);
    else missing = lacking;
  }
  return {
    name,
    title: manifest.title,
    description: manifest.description,
    folder,
    engines: manifest.engines,
    options: manifest.options,
    settable,
    missing: settable.length > 0 ? [] : missing,
  };
}

function printStatuses(statuses: readonly TemplateStatus[], hasTex: boolean): void {
  const width = Math.max(...statuses.map(({ name }) => name.length)) + 2;
  for (const { name, description, settable, missing } of statuses) {
    const mark = settable.length > 0 ? '✓' : ' ';
    printLine(`${mark} ${name.padEnd(width)}${description}`);
    if (missing.length > 0) printLine(`  ${' '.repeat(width)}needs ${missing.join(', ')}`);
  }
  printLine(
    hasTex
      ? '\n✓ can be set by the TeX at hand. `mdcv doctor` says more.'
      : '\nThere is no TeX yet: the first `mdcv build` fetches one. `mdcv doctor` says more.',
  );
}
