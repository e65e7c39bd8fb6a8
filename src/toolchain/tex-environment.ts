import { delimiter, isAbsolute } from 'node:path';

/** Variables that programs need to find the user's files and know the time zone. */
const general = /^(?:PATH|HOME|USER|LOGNAME|SHELL|TZ|TMPDIR|XDG_\w+|FONTCONFIG_\w+|OSFONTDIR)$/;
/** kpathsea's own: trees and search paths that the user has set up. `TEXMFOUTPUT` would open a second folder to write to. */
const kpathsea =
  /^(?!TEXMF_?OUTPUT)(?:TEX\w*|TFMFONTS|VFFONTS|T1FONTS|TTFONTS|OPENTYPEFONTS|ENCFONTS|AFMFONTS|WEB2C)$/;

/**
 * The environment that TeX runs in: little of this process's own, the sandbox that the content needs, logs unwrapped.
 * @param own the environment to take from
 * @param withKpathsea whether the user's own TeX search paths count
 */
export function texEnvironment(own: NodeJS.ProcessEnv, withKpathsea: boolean): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(own)) {
    if (value === undefined) continue;
    if (isRelativeBase(name, value)) continue;
    if (general.test(name) || (withKpathsea && kpathsea.test(name))) env[name] = value;
  }
  return { ...env, ...sandbox, ...noFontMaking, ...unwrappedLog, ...sameEverywhere };
}

/**
 * A base folder that is relative is none, by the XDG Base Directory Specification 0.8; fontconfig takes it all the same, and would keep its cache in the folder
 * that TeX runs in, which vanishes.
 */
function isRelativeBase(name: string, value: string): boolean {
  return /^XDG_(?:\w+_HOME|RUNTIME_DIR)$/.test(name) && !isAbsolute(value);
}

/** Variables that take the place of what TeX knows itself. */
const inPlaceOfOwn = ['TEXMFCNF', 'TEXMF', 'TEXMFDBS', 'TEXMFDIST', 'TEXMFMAIN', 'TEXINPUTS'];

/**
 * Those of one's own variables that hide TeX's own files. An empty part of a path stands for what TeX knows itself (kpathsea manual, "Default
 * expansion"), which is easily forgotten.
 */
export function hidingVariables(own: NodeJS.ProcessEnv): string[] {
  return inPlaceOfOwn.filter((name) => {
    const value = own[name];
    return value && !value.split(delimiter).includes('');
  });
}

/** Where no tree of TeX's is. kpathsea takes an empty variable for none, and then what `texmf.cnf` says. */
const nowhere = '/nonexistent';

/** An environment in which the TeX of this machine finds neither the user's own trees and search paths nor what the administrator has added. */
export function withoutOwnTrees(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const env = Object.fromEntries(Object.entries(own).filter(([name]) => !kpathsea.test(name)));
  return { ...env, TEXMFHOME: nowhere, TEXMFLOCAL: nowhere, TEXMFCONFIG: nowhere };
}

// "Paranoid": no dot files, no parent folders, no absolute paths but those that kpathsea found; web2c manual, `openout_any`.
const sandbox = { openin_any: 'p', openout_any: 'p', shell_escape: 'f' };

/**
 * No metrics are drawn for a font that nobody has: templates ask for several until one is there, and each in vain would start thirty programs,
 * which is half the time of a CV with a rare letter. What comes without metrics is no font of the last thirty years.
 */
const noFontMaking = { MKTEXTFM: '0' };

// The most that TeX accepts for each; half_error_line must stay 16 below error_line (tex.web, §54).
const unwrappedLog = { max_print_line: '1000', error_line: '254', half_error_line: '238' };

/** The locale that is installed everywhere: with one that is not, lualatex ends before it writes a line. */
const sameEverywhere = { LC_ALL: 'C' };

/**
 * The date that xelatex writes into each PDF, and draws the names of its fonts' subsets from: 2000-01-01 in UTC, as in
 * `templates/shared/xmp.tex.njk`. The others write none, and lualatex would take it for today. For xelatex `\today` stays the day's, since
 * `FORCE_SOURCE_DATE` is not set.
 */
export const xelatexDate: Readonly<Record<string, string>> = { SOURCE_DATE_EPOCH: '946684800' };
