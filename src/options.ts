/** What a build can be told: defaults and validation, once, at the door. */
import { existsSync, statSync } from 'node:fs';
import { extname, join, parse, resolve } from 'node:path';
import { type EngineName, engineNames } from './engine/engine.ts';
import type { FastEngine } from './engine/fast/fast-engine.ts';
import type { FitMemory } from './fit/fit-memory.ts';
import { type Edition, noVariant } from './model/edition.ts';
import { type PdfProfile, pdfProfiles } from './model/pdf-profile.ts';
import { nearestName } from './nearest-name.ts';
import { MdcvError } from './problem.ts';
import type { Foresight } from './template/foresee-document.ts';
import type { OptionValue } from './template/resolve-options.ts';
import type { Toolchain, ToolchainWish } from './toolchain/toolchain.ts';
import { untrustedTimeoutMs } from './untrusted/untrusted-limits.ts';

const toolchainWishes: readonly ToolchainWish[] = ['auto', 'local', 'managed', 'docker'];

/** Timers count milliseconds in 31 bits; a longer one would end at once. */
const longestTimeoutMs = 2 ** 31 - 1;

/** What a build is doing, for a progress line. */
export interface BuildProgress {
  /** `toolchain` steps are rare and long (fetching TeX), `tex` steps are passes. */
  stage: 'toolchain' | 'tex';
  step: string;
  /** How far the step is, e.g. `41 of 92 MB`. */
  detail?: string | undefined;
}

/** The CV that is built when none is named. */
export const defaultFile: string = join('content', 'cv.md');

/** As a caller of the library or the command line gives them; everything has a default. */
export interface BuildInput {
  /** The CV, `content/cv.md` by default. */
  file?: string | undefined;
  /** The project, whose `templates/` are looked in; where mdcv runs, by default. */
  folder?: string | undefined;
  /** Name or path of a template; the front matter's, else `academic`, by default. */
  template?: string | undefined;
  /** A `.pdf` file or a folder, `out` by default. */
  output?: string | undefined;
  /** Values of the template's options that win over the front matter's. */
  options?: Readonly<Record<string, OptionValue>> | undefined;
  engine?: string | undefined;
  toolchain?: string | undefined;
  /** `screen`, `print` or `accessible`; the front matter's, else `screen`, by default. */
  profile?: string | undefined;
  /** Stop when the .tex is written. */
  texOnly?: boolean | undefined;
  /** Leave out what is marked private, prove it, and write to `<name>-public.pdf`; false by default. */
  public?: boolean | undefined;
  /**
   * `true` records the build in `mdcv.lock` beside the CV; `compare` only tells in `BuildResult.lock` what would be recorded. The front matter's,
   * else `false`, by default. With a fast engine nothing is recorded: it packs the same PDF in other bytes. `as-asked` is for one who builds many:
   * what the front matter asks for is set the plain way, told, and left to the caller to write.
   */
  lock?: boolean | 'compare' | 'as-asked' | undefined;
  /**
   * For a CV that somebody else wrote: no raw LaTeX, no template but mdcv's own or one that `template` names by its path, files and images of bounded
   * size, TeX in a container or mdcv's own, with the tightest limits on time, memory and files; false by default.
   */
  untrusted?: boolean | undefined;
  /** Leave TeX's own files (log, aux) in `<output>/<name>.build/`. */
  keep?: boolean | undefined;
  /** Asks TeX for what `BuildResult.places` is made from, false by default. */
  synctex?: boolean | undefined;
  /** Milliseconds for one pass of TeX, 60,000 by default, 30,000 with `untrusted`. */
  timeoutMs?: number | undefined;
  /** A name under the front matter's `variants`, or `none` for the whole CV; what its `variant` says, by default. */
  variant?: string | undefined;
  /** One of the languages under the front matter's `lang`; the first, by default. */
  lang?: string | undefined;
  /** Adds variant and language to the output's name also where a file is named, for builds of several. */
  nameWithEdition?: boolean | undefined;
  /** Adds the template's name to the output's name, for builds of one CV in several templates. */
  nameWithTemplate?: boolean | undefined;
  /** Finds the TeX of this machine; for a process that builds again and again and has found it before. */
  findLocalToolchain?: (() => Promise<Toolchain | undefined>) | undefined;
  /** Whether a TeX may be fetched from the network where none serves, true by default. */
  mayFetchTex?: boolean | undefined;
  /** Sets documents like the last one faster; for a process that builds again and again. */
  fastEngine?: FastEngine | undefined;
  /** With a fast engine: tells what it may begin to set while the CV is read; an object of its own for each CV. */
  foresight?: Foresight | undefined;
  /** The most pages that the CV may take; wins over the front matter's `pages`. */
  pages?: number | undefined;
  /** Tightens the look until the CV fits its pages; wins over the front matter's `fit`. */
  fit?: boolean | undefined;
  /** Remembers what fitted, from build to build; an object of its own for each CV. */
  fitMemory?: FitMemory | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: BuildProgress) => void) | undefined;
}

export interface BuildOptions {
  file: string;
  folder: string;
  template: string | undefined;
  options: Readonly<Record<string, OptionValue>>;
  /** What is asked for. */
  edition: Edition;
  engine: EngineName | undefined;
  toolchain: ToolchainWish | undefined;
  profile: PdfProfile | undefined;
  lock: boolean | 'compare' | 'as-asked' | undefined;
  texOnly: boolean;
  isPublic: boolean;
  isUntrusted: boolean;
  keep: boolean;
  synctex: boolean;
  timeoutMs: number;
  findLocalToolchain: (() => Promise<Toolchain | undefined>) | undefined;
  mayFetchTex: boolean;
  fastEngine: FastEngine | undefined;
  foresight: Foresight | undefined;
  pages: number | undefined;
  fit: boolean | undefined;
  fitMemory: FitMemory | undefined;
  signal: AbortSignal | undefined;
  onProgress: (progress: BuildProgress) => void;
  /** Paths of what will be written, known once the template and the edition are. */
  output: (template: string, edition?: Edition) => OutputPaths;
}

export interface OutputPaths {
  pdf: string;
  tex: string;
  /** Where TeX's own files stay with `keep`. */
  workFolder: string;
}

/**
 * Fills in the defaults and checks what was given.
 * @throws MdcvError `bad-argument`
 */
export function resolveBuildOptions(input: BuildInput): BuildOptions {
  const file = input.file ?? defaultFile;
  const timeoutMs = input.timeoutMs ?? (input.untrusted ? untrustedTimeoutMs : 60_000);
  if (!(timeoutMs > 0 && timeoutMs <= longestTimeoutMs))
    throw new MdcvError('bad-argument', 'Cannot use this time limit, expected a number of seconds above 0', {
      hint: 'At most 24 days; without it a pass of TeX may take 60 seconds.',
    });
  if (input.public && input.lock === true)
    throw new MdcvError('bad-argument', 'Cannot lock a public build, the lock is of the whole CV', {
      hint: 'Lock it without `--public`.',
    });
  return {
    file,
    folder: input.folder ?? '.',
    template: input.template,
    options: input.options ?? {},
    edition: { variant: input.variant, lang: input.lang },
    engine: oneOf('engine', input.engine, engineNames),
    toolchain: oneOf('toolchain', input.toolchain, toolchainWishes),
    profile: oneOf('profile', input.profile, pdfProfiles),
    lock: input.lock,
    texOnly: input.texOnly ?? false,
    isPublic: input.public ?? false,
    isUntrusted: input.untrusted ?? false,
    keep: input.keep ?? false,
    synctex: input.synctex ?? false,
    timeoutMs,
    findLocalToolchain: input.findLocalToolchain,
    mayFetchTex: input.mayFetchTex ?? true,
    fastEngine: input.fastEngine,
    foresight: input.foresight,
    pages: input.pages,
    fit: input.fit,
    fitMemory: input.fitMemory,
    signal: input.signal,
    onProgress: input.onProgress ?? (() => {}),
    output: (template, edition = {}) => toOutputPaths(file, input, template, edition),
  };
}

function oneOf<T extends string>(
  what: string,
  value: string | undefined,
  known: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = known.find((name) => name === value);
  if (found) return found;
  const nearest = nearestName(value, known);
  throw new MdcvError(
    'bad-argument',
    `Cannot use the ${what} \`${value}\`, expected one of ${known.join(', ')}`,
    {
      ...(nearest && { hint: `Did you mean \`${nearest}\`?` }),
    },
  );
}

/**
 * `out/<name>.pdf`; a file when `output` ends in `.pdf` and is no folder, with the template's name put before the ending. A public CV is never
 * written over the whole one, nor one edition over another, unless a file is named for it.
 */
function toOutputPaths(file: string, input: BuildInput, template: string, edition: Edition): OutputPaths {
  const output = input.output ?? 'out';
  const isFile =
    extname(output).toLowerCase() === '.pdf' && !(existsSync(output) && statSync(output).isDirectory());
  const audience = input.public && !isFile ? '-public' : '';
  const own = isFile && !input.nameWithEdition ? '' : toEditionSuffix(edition);
  const suffix = own + audience + (input.nameWithTemplate ? `-${template}` : '');
  const folder = isFile ? parse(output).dir : output;
  const stem = join(folder, (isFile ? parse(output).name : parse(file).name) + suffix);
  return { pdf: `${stem}.pdf`, tex: `${stem}.tex`, workFolder: resolve(`${stem}.build`) };
}

/** What the name of an edition's PDF has behind that of the CV: `-industry-de`. */
export function toEditionSuffix({ variant, lang }: Edition): string {
  return [variant === noVariant ? undefined : variant, lang]
    .flatMap((part) => (part === undefined ? [] : `-${part}`))
    .join('');
}
