/** TeX starts while the CV is read: loading its format takes about as long as making the document. */
import { rmSync } from 'node:fs';
import { type EarlyEngine, startEarlyEngine } from './engine/early-engine.ts';
import type { EngineName } from './engine/engine.ts';
import { hasDraft } from './engine/engine-args.ts';
import { jobName } from './engine/job-name.ts';
import { prepareForEngine } from './engine/run-folder.ts';
import { createWorkFolder } from './engine/work-folder.ts';
import type { BuildOptions } from './options.ts';
import { MdcvError } from './problem.ts';
import { findLocalToolchain } from './toolchain/local-toolchain.ts';
import type { Toolchain } from './toolchain/toolchain.ts';

/** An engine of this machine that waits for a document in a folder of its own. */
export interface EarlyStart {
  engine: EarlyEngine;
  toolchain: Toolchain;
  /** Absolute path of its folder, where it serves a document that is set so. */
  folderFor(engine: EngineName, toolchain: Toolchain): string | undefined;
  /** Ends the engine if it still waits, and removes its folder. */
  end(): Promise<void>;
}

/**
 * Starts the engine that a CV is likely to be set with; nothing where that is not known to be one of this machine, where a fast engine will serve,
 * or for a CV that is not trusted. What is in the way of an engine is told when there is a document.
 * @param source of the CV
 */
export async function startEarly(options: BuildOptions, source: string): Promise<EarlyStart | undefined> {
  const {
    toolchain: wish = 'auto',
    texOnly,
    isUntrusted,
    fastEngine,
    findLocalToolchain: find = findLocalToolchain,
  } = options;
  if (texOnly || isUntrusted || fastEngine || !['auto', 'local'].includes(wish)) return undefined;
  const engineName = options.engine ?? guessEngine(source);
  const toolchain = await find();
  if (!toolchain?.programs.has(engineName)) return undefined;
  const folder = prepareWorkFolder(toolchain, engineName);
  if (folder === undefined) return undefined;
  const { synctex, timeoutMs } = options;
  const isDraft = hasDraft(engineName);
  const engine = startEarlyEngine({
    engine: engineName,
    toolchain,
    folder,
    jobName,
    synctex,
    isDraft,
    timeoutMs,
  });
  return {
    engine,
    toolchain,
    folderFor: (other, { kind, description }) =>
      other === engineName && kind === toolchain.kind && description === toolchain.description
        ? folder
        : undefined,
    async end() {
      await engine.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Has the fast engine set what this CV's document will most likely be, while the CV is read; nothing where nothing is foreseen, or for a CV that is
 * not trusted.
 * @param content of the CV
 */
export function beginForeseen(options: BuildOptions, content: string): { end(): void } | undefined {
  const { fastEngine, foresight, texOnly, isUntrusted } = options;
  const document = texOnly || isUntrusted ? undefined : foresight?.foresee(content);
  return document && fastEngine?.begin(document);
}

function prepareWorkFolder(toolchain: Toolchain, engine: EngineName): string | undefined {
  let folder: string | undefined;
  try {
    folder = createWorkFolder(toolchain);
    prepareForEngine(folder, engine);
    return folder;
  } catch (error) {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    if (error instanceof MdcvError) return undefined;
    throw error;
  }
}

/** Pages from right to left, and scripts whose letters pdflatex lacks. */
const rightToLeft = /[\u0590-\u08ff]/;
const beyondPdflatex = /[\u0370-\u058f\u0900-\u1cff\u2e80-\u9fff\uac00-\ud7af]/;

/** As `chooseEngine` will most likely say of the CV that is not yet read; a wrong guess costs nobody time. */
export function guessEngine(source: string): EngineName {
  const named = /^engine:\s*["']?(pdflatex|xelatex|lualatex)\b/m.exec(source)?.[1];
  if (named) return named as EngineName;
  if (rightToLeft.test(source)) return 'lualatex';
  return beyondPdflatex.test(source) ? 'xelatex' : 'pdflatex';
}
