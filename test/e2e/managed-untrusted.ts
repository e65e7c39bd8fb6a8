/** CVs that are not trusted, with mdcv's own TeX: a part of `managed.test.ts`, which fetches one. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type TestContext, test } from 'vitest';
import type { EngineRun } from '../../src/engine/engine.ts';
import { runEngine } from '../../src/engine/passes.ts';
import { chooseConfinedToolchain } from '../../src/untrusted/choose-confined-toolchain.ts';
import type { Setting } from './managed-setting.ts';
import { buildJson, createFolder, pdfText } from './mdcv.ts';

const timeout = 120_000;
const cv = (head: string, text: string): string =>
  `---\nname: Ada\ntemplate: classic\n${head}---\n\n## Work\n\n${text}\n`;

/** @param skip where there is no TeX */
export function testUntrusted(setting: () => Setting, skip: (context: TestContext) => void): void {
  test('a CV that is not trusted takes mdcv’s own TeX, and nothing of the user’s', { timeout }, (context) => {
    skip(context);
    const folder = createFolder();
    // Trees and search paths of the user: what is in them is not for strangers.
    const own = path.join(folder, 'own/tex/latex');
    mkdirSync(own, { recursive: true });
    writeFileSync(path.join(own, 'etoolbox.sty'), '\\endinput\\undefined\n');
    writeFileSync(path.join(folder, 'cv.md'), cv('', 'Words.'));
    const trees = { TEXMFHOME: path.join(folder, 'own'), TEXINPUTS: `${own}:` };
    const built = buildJson(folder, ['cv.md', '--untrusted'], { ...setting().env, ...trees });
    expect(built).toMatchObject({ toolchain: 'managed', pages: 1, messages: [] });
    expect(pdfText(path.join(folder, 'out/cv.pdf'))).toContain('Words.');
  });

  test('raw LaTeX and templates of its own are refused before TeX starts', { timeout }, (context) => {
    skip(context);
    const folder = createFolder();
    mkdirSync(path.join(folder, 'templates/mine'), { recursive: true });
    for (const [head, text] of [
      ['raw: latex\n', '```{=latex}\n\\immediate\\pdfobj file {/etc/passwd}\n```'],
      ['toolchain: local\nraw: latex\n', 'x `\\write18{id}`{=latex}'],
    ] as const) {
      writeFileSync(path.join(folder, 'cv.md'), cv(head, text));
      const built = buildJson(folder, ['cv.md', '--untrusted'], setting().env);
      expect(built).toMatchObject({ pdf: null, tex: null, passes: 0 });
      expect(built.messages.filter(({ severity }) => severity === 'error')).toMatchObject([
        { code: 'untrusted-content' },
      ]);
    }
    writeFileSync(path.join(folder, 'cv.md'), cv('', 'x').replace('classic', './templates/mine'));
    expect(buildJson(folder, ['cv.md', '--untrusted'], setting().env).messages[0]).toMatchObject({
      code: 'untrusted-content',
    });
  });

  test('TeX that writes, loops or reads elsewhere is held', { timeout }, async (context) => {
    skip(context);
    const write =
      '\\newwrite\\w\\immediate\\openout\\w=w.txt \\loop\\immediate\\write\\w{xxxxxxxxxxxxxxxxxxxxxxxx}\\iftrue\\repeat';
    expect(await set(setting(), write)).toMatchObject({ outOf: 'output', timedOut: false });
    // All passes together have four times what one may take.
    const loop = await set(setting(), '\\loop\\iftrue\\repeat', 2_000);
    expect(loop).toMatchObject({ timedOut: true });
    expect(loop.texMs).toBeLessThan(12_000);
    const fonts = await set(setting(), '\\font\\x=ecrm1234 \\x x');
    expect(fonts.log).toMatch(/ecrm1234.*not loadable/s);
    const files = await set(
      setting(),
      '\\openin15=/etc/passwd \\typeout{\\ifeof15 closed\\else open\\fi}\\immediate\\write18{touch made}x',
    );
    expect(files.log).toContain('closed');
    expect(files.log).not.toMatch(/^open$/m);
    for (const run of [loop, fonts, files])
      expect(run.inputs.filter((file) => file.startsWith('/etc'))).toEqual([]);
    expect(files.pdf && readFileSync(files.pdf).length).toBeGreaterThan(100);
  });
}

async function set({ env }: Setting, body: string, timeoutMs = 60_000): Promise<EngineRun> {
  const choice = {
    wish: 'auto',
    engine: 'pdflatex',
    files: ['article.cls'],
    mayProvision: false,
    env,
  } as const;
  const toolchain = await chooseConfinedToolchain(choice, timeoutMs);
  expect(toolchain.kind).toBe('managed');
  const source = `\\documentclass{article}\n\\begin{document}\n${body}\n\\end{document}\n`;
  return runEngine({
    document: { source, assets: [], origins: [] },
    engine: 'pdflatex',
    toolchain,
    folder: createFolder(),
    jobName: 'cv',
    timeoutMs,
  });
}
