/** What a look makes of a CV, found out by setting it. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import type { EngineRun } from '../engine/engine.ts';
import { readPageCount } from '../engine/parse-log.ts';
import { runEngine } from '../engine/passes.ts';
import { createWorkFolder } from '../engine/work-folder.ts';
import type { Cv } from '../model/cv.ts';
import { MdcvError } from '../problem.ts';
import type { ResolvedOptions } from '../template/resolve-options.ts';
import { toDocument } from '../template/to-document.ts';
import type { Toolchain } from '../toolchain/toolchain.ts';
import { type Typesetting, toRequest } from '../typeset.ts';

/** The document in another look, or of another CV. What is wrong with the content was told when it was first rendered. */
export function inLook(typesetting: Typesetting, look: ResolvedOptions, cv?: Cv): Typesetting {
  const { result, template, engine, scriptFonts, profile } = typesetting;
  const { document } = toDocument({
    cv: cv ?? result.cv,
    template,
    engine,
    scriptFonts,
    profile,
    options: look,
    vfile: new VFile({ path: result.vfile.path, value: String(result.vfile) }),
  });
  return { ...typesetting, document };
}

export interface Trial {
  /** Nothing where TeX could not set it. */
  pages: number | undefined;
  /** Absolute path, there until `close`. */
  pdf: string | undefined;
}

/** Sets documents to count their pages, and publishes none. */
export interface Trials {
  /** What was set before is not set again. */
  run(typesetting: Typesetting): Promise<Trial>;
  passes: number;
  /** Milliseconds in TeX. */
  texMs: number;
  close(): void;
}

/**
 * @param preamble of the document that the fast engine may be ready for; others would make it start anew
 */
export function openTrials(toolchain: Toolchain, preamble: string): Trials {
  const parent = createWorkFolder(toolchain);
  let count = 0;
  const tried = new Map<string, Trial>();
  const trials: Trials = {
    passes: 0,
    texMs: 0,
    async run(typesetting) {
      const known = tried.get(typesetting.document.source);
      if (known) return known;
      count += 1;
      const folder = join(parent, String(count));
      mkdirSync(folder);
      const { options, frontMatter } = typesetting;
      const step = `${typesetting.engine}, fitting ${frontMatter.pages?.value} pages, look ${count}`;
      // Where pages break does not depend on what one pass leaves for the next.
      const request = {
        ...toRequest(typesetting, toolchain, folder),
        maxPasses: 1,
        onPass: () => options.onProgress({ stage: 'tex', step }),
      };
      const isNear = preambleOf(typesetting) === preamble;
      const run = (isNear ? await options.fastEngine?.run(request) : undefined) ?? (await runEngine(request));
      trials.passes += run.passes;
      trials.texMs += run.texMs;
      if (run.aborted) throw new MdcvError('aborted', 'The build was stopped');
      const trial = { pages: pagesOf(run), pdf: run.pdf };
      tried.set(typesetting.document.source, trial);
      return trial;
    },
    close: () => rmSync(parent, { recursive: true, force: true }),
  };
  return trials;
}

/** Nothing where TeX told of an error. */
export function pagesOf({ exitCode, pdf, log }: EngineRun): number | undefined {
  return exitCode === 0 && pdf ? readPageCount(log) : undefined;
}

/** What an engine that waits has read. */
export function preambleOf({ document: { source } }: Typesetting): string {
  return source.slice(0, source.indexOf('\n\\begin{document}'));
}
