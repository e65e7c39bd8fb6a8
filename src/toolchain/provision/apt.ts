import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MdcvError } from '../../problem.ts';
import { isUnserved, provisionError } from './provision-error.ts';
import type { Step } from './step.ts';

/** A package file as apt would fetch it. */
export interface AptPackage {
  name: string;
  version: string;
  /** Name that the download gets. */
  file: string;
  bytes: number;
}

export interface Apt {
  /** Everything that has to be there for these packages, themselves included, on a system with nothing installed. */
  plan(names: readonly string[]): Promise<AptPackage[]>;
  /** Fetches package files, checked against the signed index, into a folder. */
  download(packages: readonly AptPackage[], folder: string): Promise<void>;
}

const minutes = 60_000;

/**
 * Opens apt on state folders of its own, so that it needs no root and leaves the system's alone, and reads the package
 * lists from the system's own sources, with its keys and proxies.
 */
export async function openApt(folder: string, step: Step): Promise<Apt> {
  const config = path.join(folder, 'apt.conf');
  await mkdir(path.join(folder, 'lists', 'partial'), { recursive: true });
  await mkdir(path.join(folder, 'cache', 'archives', 'partial'), { recursive: true });
  await writeFile(path.join(folder, 'status'), '');
  await writeFile(config, toConfig(folder));
  const apt = (args: readonly string[], timeoutMs: number, cwd: string) =>
    step.run('apt-get', ['-c', config, '-q', ...args], { folder: cwd, timeoutMs });

  const update = await apt(['update'], 10 * minutes, folder);
  if (update.exitCode === undefined) throw provisionError('read the package lists', update, step.tree);

  return {
    async plan(names) {
      const run = await apt(
        ['--print-uris', '--no-install-recommends', 'install', ...names],
        minutes,
        folder,
      );
      const packages = parseUris(run.output);
      if (run.exitCode === 0 && packages.length > 0) return packages;
      // Without the lists apt knows no package, and says so; the cause is what the update said.
      const cause = isUnserved(update.output) ? update : run;
      throw provisionError('find TeX’s packages', cause, step.tree);
    },
    async download(packages, target) {
      await mkdir(target, { recursive: true });
      const names = packages.map(({ name, version }) => `${name}=${version}`);
      const run = await apt(['download', ...names], 60 * minutes, target);
      if (run.exitCode !== 0) throw provisionError('download TeX', run, step.tree);
    },
  };
}

/** Reads lines like `'http://…/x_1%3a2_all.deb' x_1%3a2_all.deb 1234 SHA256:…`, apt-get(8) --print-uris. */
export function parseUris(output: string): AptPackage[] {
  const packages: AptPackage[] = [];
  for (const line of output.split('\n')) {
    const [, file = '', bytes = ''] = /^'[^']+' (\S+\.deb) (\d+)(?: |$)/.exec(line) ?? [];
    const [name, version] = file.split('_');
    if (!name || !version) continue;
    packages.push({ name, version: decodeVersion(version), file, bytes: Number(bytes) });
  }
  return packages;
}

function decodeVersion(version: string): string {
  try {
    return decodeURIComponent(version);
  } catch (cause) {
    throw new MdcvError('provision-failed', `Cannot read apt’s version \`${version}\``, { cause });
  }
}

// A configuration file and not options, because only a file can clear the hooks: other programs' hooks after an update
// expect root. Proxies and keys of the system stay as they are.
function toConfig(folder: string): string {
  return `Dir::State "${folder}";
Dir::State::lists "${folder}/lists";
Dir::State::status "${folder}/status";
Dir::Cache "${folder}/cache";
Debug::NoLocking "true";
APT::Sandbox::User "root";
APT::Install-Recommends "false";
Acquire::Languages "none";
Acquire::Retries "2";
Acquire::http::Timeout "30";
Acquire::https::Timeout "30";
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear Acquire::IndexTargets::deb::Contents-deb;
#clear Acquire::IndexTargets::deb::DEP-11;
`;
}
