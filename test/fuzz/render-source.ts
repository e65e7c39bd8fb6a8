import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type RenderedCv, renderCv } from '../../src/build.ts';
import { compileTemplates } from '../../src/bundling/compile-templates.ts';
import type { EngineName } from '../../src/engine/engine.ts';
import { MdcvError } from '../../src/problem.ts';
import { checkedManifests, compiledTemplates } from '../../src/template/compiled-templates.ts';
import { findLocalToolchain } from '../../src/toolchain/local-toolchain.ts';

export interface Look {
  template: string;
  /** The one that fits the text, where none is named. */
  engine?: EngineName | undefined;
  /** Said in the front matter; guessed where it is missing. */
  lang?: string | undefined;
}

/** What stands in `p.bib`, beside the CV. */
export type BibSource = string | Uint8Array;

export interface Renderer {
  /** What `mdcv build` makes of a file with this text, up to the .tex; nothing where it says that this engine cannot set the text. */
  render(source: string, look: Look, bib?: BibSource | undefined): Promise<RenderedCv | undefined>;
  /** Removes the folder. */
  end(): void;
}

/** Renders texts as files of a folder of its own, with the templates compiled once, as the bundle has them. */
export async function createRenderer(): Promise<Renderer> {
  // In memory where there is such a folder: writing the text would take a tenth of the time.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'mdcv-fuzz-'));
  const file = join(folder, 'cv.md');
  // One, which remembers what fonts there are not: each text in Cyrillic or Greek would start a process to ask.
  const toolchain = await findLocalToolchain();
  const findOne = async (): Promise<typeof toolchain> => toolchain;
  await loadCompiled(join(folder, 'compiled.mjs'));
  return {
    async render(source, { template, engine, lang }, bib) {
      if (bib !== undefined) writeFileSync(join(folder, 'p.bib'), bib);
      writeFileSync(file, lang ? withLanguage(source, lang) : source);
      try {
        return await renderCv({
          file,
          folder,
          template,
          engine,
          texOnly: true,
          findLocalToolchain: findOne,
        });
      } catch (error) {
        // Pages from right to left; its hint says which engine sets them.
        if (engine && error instanceof MdcvError && error.code === 'engine-not-supported' && error.hint)
          return undefined;
        throw error;
      }
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function withLanguage(source: string, lang: string): string {
  const line = `---\nlang: ${lang}\n`;
  return source.startsWith('---\n') ? source.replace('---\n', line) : `${line}---\n${source}`;
}

async function loadCompiled(module: string): Promise<void> {
  writeFileSync(module, compileTemplates());
  const compiled = await import(/* @vite-ignore */ pathToFileURL(module).href);
  for (const [key, value] of compiled.compiledTemplates)
    (compiledTemplates as Map<string, unknown>).set(key, value);
  for (const [key, value] of compiled.checkedManifests)
    (checkedManifests as Map<string, unknown>).set(key, value);
}
