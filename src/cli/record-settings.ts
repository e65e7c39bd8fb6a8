import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildTask } from '../many/messages.ts';
import { packageRoot } from '../package-root.ts';
import { projectTemplates } from '../template/find-template.ts';
import { findToolchain } from '../toolchain/choose-toolchain.ts';
import { texEnvironment } from '../toolchain/tex-environment.ts';
import type { BuildFlags } from './build.ts';

/** All that the result of a build depends on, beside the files that it read: options, mdcv, TeX, and which templates hide others. */
export async function createSettings(flags: BuildFlags): Promise<(task: BuildTask) => unknown> {
  const { engine, toolchain, profile, texOnly, public: isPublic, untrusted, pages, fit, check, fast } = flags;
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  const found = await Promise.all([findToolchain('local'), findToolchain('managed')]);
  const shared = {
    version,
    ...{ engine, toolchain, profile, texOnly, isPublic, untrusted, pages, fit, check, fast },
    tex: found.map((one) => one?.description ?? null),
    environment: texEnvironment(process.env, true),
    // Messages name their files from here.
    folder: process.cwd(),
  };
  const listings = new Map<string, string[]>();
  const list = (folder: string): string[] => {
    const names = listings.get(folder) ?? listFolder(folder);
    listings.set(folder, names);
    return names;
  };
  return ({ file, output, template, variant, lang, oneOfAll }) => {
    const templates = untrusted ? [] : projectTemplates(file).map(list);
    return { ...shared, output, template, variant, lang, oneOfAll, templates };
  };
}

/** Links to folders are not followed: they may lead back without end. */
function listNames(folder: string, under: string): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const name = join(under, entry.name);
    return entry.isDirectory() ? [name, ...listNames(folder, name)] : name;
  });
}

/** Names alone: what was read of them is compared by its content. */
function listFolder(folder: string): string[] {
  try {
    return listNames(folder, '').sort();
  } catch {
    // A project without templates of its own; one whose folder cannot be read is told of it by its build.
    return [];
  }
}
