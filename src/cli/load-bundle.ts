import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import type { BuildFlags } from './build.ts';

/** What the bundle gives to whoever starts it. */
export interface Bundle {
  main: () => Promise<void>;
  /** Builds one CV after the other, for the process that has started this one. */
  serveBuilds: (flags: BuildFlags) => Promise<void>;
}

/**
 * How much a function runs before V8 optimises it, in bytes of bytecode; V8's own is about a quarter of it. Measured on the reference CV and on
 * one sixty times as long: with V8's own, a fifth and a third of the processor's time goes into code that is not used long enough.
 */
const interruptBudget = 500_000;

/**
 * What a build needs is a heap that grows once and is left: marking what lives, which V8 begins at a size that every build reaches,
 * and threads that help it cost more than they bring.
 */
const heapFlags = ['--no-incremental-marking'];

/** The code cache of a bundle lies beside it. */
export function codeCacheOf(file: string): string {
  return `${file}.cache`;
}

/**
 * Loads the bundle, a CommonJS file, with the code that V8 made of it when mdcv was compiled: parsing and compiling it anew would take
 * half of the time that a build spends outside TeX. V8 itself refuses the code of another version, and compiles as ever.
 * @param file absolute path
 * @returns also the script, of which a code cache can be made
 */
export function loadBundle(file: string): { bundle: Bundle; script: Script } {
  // Later versions have another compiler in between and other flags.
  if (process.versions.v8.startsWith('11.')) {
    for (const flag of [`--interrupt-budget=${interruptBudget}`, ...heapFlags]) setFlagsFromString(flag);
  }
  const { exports, script } = loadScript(file);
  return { bundle: exports as Bundle, script };
}

/** Loads a CommonJS file of plain ASCII with the code cache beside it. */
export function loadScript(file: string): { exports: unknown; script: Script } {
  // The bundle is plain ASCII, for which this is the fastest way to a string.
  const source = readFileSync(file, 'latin1');
  const script = new Script(`(function(exports,require,module,__filename,__dirname){${source}\n})`, {
    filename: file,
    cachedData: readIfThere(codeCacheOf(file)),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return { exports: module.exports, script };
}

/** Loads the bundle slowly, but so that stack traces name the functions, files and lines that it was made of. */
export function loadForDebugging(file: string): Bundle {
  process.setSourceMapsEnabled(true);
  return createRequire(file)(file);
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
