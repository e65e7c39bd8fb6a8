import { MdcvError } from '../problem.ts';
import { packageFor } from './packages.ts';
import { hidingVariables } from './tex-environment.ts';
import type { Toolchain } from './toolchain.ts';

/**
 * The error for a TeX that lacks what a document needs, with the commands that bring it.
 * @param toolchain the TeX that was looked at; undefined when there is none
 * @param missing names of programs and files
 * @param env what it was asked in
 */
export function missingError(
  toolchain: Toolchain | undefined,
  missing: readonly string[],
  env: NodeJS.ProcessEnv,
): MdcvError {
  if (!toolchain) {
    return new MdcvError(
      'no-tex',
      'Cannot find TeX on this machine, expected `pdflatex` and `kpsewhich` on the PATH',
      {
        hint: installHint(['pdflatex', 'kpsewhich', ...missing]),
      },
    );
  }
  const names = missing.map((name) => `\`${name}\``).join(', ');
  return new MdcvError(
    'missing-tex-files',
    `Cannot set this document with ${toolchain.description}: it lacks ${names}`,
    {
      hint: `${hidingHint(env)}${installHint(missing)}`,
    },
  );
}

/** What to try before anything is installed; empty where no variable hides TeX's own files. */
export function hidingHint(env: NodeJS.ProcessEnv): string {
  const [first, ...others] = hidingVariables(env).map((name) => `\`${name}\``);
  if (first === undefined) return '';
  const names = [first, ...others].join(' and ');
  return `${names} of your environment may hide files that are there: unset ${others.length > 0 ? 'them' : 'it'}, or end ${others.length > 0 ? 'each' : 'it'} with \`:\`. `;
}

/**
 * The error for a managed TeX that lacks what none of its components brings, so that nothing can be installed for it.
 * @param managed undefined when it was not even fetched
 */
export function beyondManagedError(managed: Toolchain | undefined, missing: readonly string[]): MdcvError {
  const names = missing.map((name) => `\`${name}\``).join(', ');
  return new MdcvError(
    'missing-tex-files',
    `Cannot set this document with ${managed?.description ?? 'mdcv’s own TeX'}: it lacks ${names}`,
    {
      hint: `No part of mdcv’s own TeX brings that here. Use a TeX of this machine instead. ${installHint(missing)}`,
    },
  );
}

/** How to install what brings these files, for Debian and for TeX Live’s own manager. */
export function installHint(missing: readonly string[]): string {
  const packages = missing.map(packageFor);
  const debian = new Set(packages.flatMap((names) => names.debian ?? []));
  const tlmgr = new Set(packages.flatMap((names) => names.tlmgr ?? []));
  const ways: string[] = [];
  if (debian.size > 0) ways.push(`on Debian and Ubuntu \`sudo apt-get install ${[...debian].join(' ')}\``);
  if (tlmgr.size > 0) ways.push(`with TeX Live’s own manager \`tlmgr install ${[...tlmgr].join(' ')}\``);
  ways.push(...new Set(packages.flatMap((names) => names.note ?? [])));
  if (ways.length === 0)
    return `No package is known that brings ${missing.join(', ')}; see https://ctan.org.`;
  return `Install what is missing: ${ways.join('; ')}.`;
}
