import { toBabelLanguage } from '../latex/babel-language.ts';
import { hyphenationFileOf } from '../latex/hyphenation.ts';
import { findExecutable } from './find-executable.ts';
import { findLocalToolchain } from './local-toolchain.ts';
import { packageFor } from './packages.ts';
import { runProgram } from './run-program.ts';

/** What a language lacks with the TeX and the fonts of this machine. */
export interface LanguageLack {
  /** In English, one or several. */
  language: string;
  /** Without `fonts` a CV in it cannot be set; without `hyphenation` long words in narrow columns are not divided. */
  lacks: 'fonts' | 'hyphenation';
  /** Package of Debian and Ubuntu that brings it. */
  package: string;
}

const divided: readonly (readonly [language: string, lang: string])[] = [
  ['German', 'de'],
  ['French', 'fr'],
  ['Spanish', 'es'],
  ['Italian', 'it'],
  ['Portuguese', 'pt'],
  ['Dutch', 'nl'],
  ['Polish', 'pl'],
  ['Russian', 'ru'],
  ['Greek', 'el'],
  ['Turkish', 'tr'],
];

/** Of each script one pattern for the families that templates look for (`templates/shared/scripts.tex.njk`). */
const scripts: readonly (readonly [language: string, families: RegExp, debian: string])[] = [
  [
    'Chinese, Japanese and Korean',
    /(?:Noto|Source Han) \S+ CJK|Source Han S|WenQuanYi|Droid Sans Fallback/,
    'fonts-noto-cjk',
  ],
  [
    'Russian and Greek',
    /CMU S|^Noto S(?:ans|erif)\b|Libertinus Serif|Linux Libertine|FreeS|DejaVu S/m,
    'fonts-noto-core',
  ],
  ['Arabic', /Noto (?:Sans|Naskh) Arabic|Amiri|FreeSerif|DejaVu Sans/, 'fonts-noto-core'],
  ['Hebrew', /Noto S\S+ Hebrew|CLM|FreeSerif|DejaVu Sans/, 'fonts-noto-core'],
];

/**
 * What the TeX on the `PATH` and the fonts of this machine lack, language by language; nothing where there is no such TeX, since mdcv's own fetches
 * what a CV needs. Fonts are told of where fontconfig's `fc-list` can be asked.
 */
export async function diagnoseLanguages(env: NodeJS.ProcessEnv = process.env): Promise<LanguageLack[]> {
  const toolchain = await findLocalToolchain(env);
  if (!toolchain) return [];
  const files = divided.map(([, lang]) => hyphenationFileOf(toBabelLanguage(lang)) as string);
  const found = await toolchain.locate(files);
  const undivided = divided.flatMap(([language], index): LanguageLack[] => {
    const file = files[index] as string;
    return found.has(file)
      ? []
      : [{ language, lacks: 'hyphenation', package: packageFor(file).debian as string }];
  });
  const families = await listFamilies(env);
  const unset = scripts.flatMap(([language, pattern, debian]): LanguageLack[] =>
    families === undefined || pattern.test(families) ? [] : [{ language, lacks: 'fonts', package: debian }],
  );
  return [...unset, ...undivided];
}

/** Families of all fonts, one a line. */
async function listFamilies(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const program = findExecutable('fc-list', env.PATH);
  if (!program) return undefined;
  const run = await runProgram(program, [':', 'family'], {
    folder: '/',
    env: { PATH: env.PATH ?? '', HOME: env.HOME ?? '' },
    timeoutMs: 30_000,
  });
  return run.exitCode === 0 ? run.output : undefined;
}
