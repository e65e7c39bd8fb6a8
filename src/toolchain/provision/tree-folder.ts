import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../../cache-folder.ts';
import { MdcvError } from '../../problem.ts';
import { findExecutable } from '../find-executable.ts';

/** Goes up when a tree made by an older mdcv can no longer be used. */
const layout = 1;

/**
 * Absolute path of the folder that holds the managed TeX for this system, which need not exist. Another release of the
 * system has other libraries, so it gets another tree.
 * @throws MdcvError `unsupported-system`, `bad-cache-folder`
 */
export async function treeFolder(env: NodeJS.ProcessEnv): Promise<string> {
  const release = await readOsRelease();
  const folder = path.join(cacheFolder(env), `texlive-${release}-${process.arch}-${layout}`);
  // These mean something in texmf.cnf or in a search path and cannot be quoted there.
  const special = /[:;,{}$%\\"'\n]/.exec(folder);
  if (special) {
    throw new MdcvError(
      'bad-cache-folder',
      `Cannot keep TeX in \`${folder}\`, expected a path without \`${special[0]}\``,
      {
        hint: 'Set MDCV_CACHE to a folder with a plain name.',
      },
    );
  }
  return folder;
}

/** @throws MdcvError `unsupported-system` when packages cannot be fetched here at all */
export async function checkSystem(env: NodeJS.ProcessEnv): Promise<void> {
  await readOsRelease();
  for (const program of ['apt-get', 'dpkg-deb', 'tar', 'bash']) {
    if (!findExecutable(program, env.PATH)) throw unsupported(`there is no \`${program}\``);
  }
}

/** The system's name and version, if packages for it can be fetched. */
export async function findSystemRelease(): Promise<string | undefined> {
  return parseOsRelease(await readOsReleaseFile());
}

async function readOsReleaseFile(): Promise<string> {
  return process.platform === 'linux' ? readFile('/etc/os-release', 'utf8').catch(() => '') : '';
}

/** `debian-12`, `ubuntu-24.04`; os-release(5). */
async function readOsRelease(): Promise<string> {
  const text = await readOsReleaseFile();
  const release = parseOsRelease(text);
  if (!release)
    throw unsupported(`this is ${/^PRETTY_NAME="?([^"\n]*)/m.exec(text)?.[1] ?? process.platform}`);
  return release;
}

/** The release by name, if it is one of Debian's or Ubuntu's or of a system made from them. */
export function parseOsRelease(text: string): string | undefined {
  const fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, key, value] = /^([A-Z_]+)=["']?(.*?)["']?$/.exec(line) ?? [];
    if (key && value !== undefined) fields.set(key, value);
  }
  const id = fields.get('ID') ?? '';
  const family = [id, ...(fields.get('ID_LIKE') ?? '').split(' ')];
  if (!family.includes('debian') && !family.includes('ubuntu')) return undefined;
  // Debian's testing has no number.
  const version = fields.get('VERSION_ID') ?? fields.get('VERSION_CODENAME') ?? 'rolling';
  return `${id}-${version}`.replace(/[^\w.-]/g, '_');
}

function unsupported(why: string): MdcvError {
  return new MdcvError(
    'unsupported-system',
    `Cannot fetch TeX here: ${why}, expected Debian or Ubuntu with apt`,
    {
      hint:
        'Install TeX Live (https://tug.org/texlive) or your system’s packages of it and run mdcv again, ' +
        'or run mdcv in a Debian container.',
    },
  );
}
