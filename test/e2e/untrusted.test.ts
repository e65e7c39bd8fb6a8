/** CVs that somebody else wrote, with a real TeX: what they may, and what TeX is held to. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type EngineName, type EngineRun, engineNames } from '../../src/engine/engine.ts';
import { runEngine } from '../../src/engine/passes.ts';
import { chooseConfinedToolchain } from '../../src/untrusted/choose-confined-toolchain.ts';
import { setTrap, texAttacks } from './attacks.ts';
import { buildJson, createFolder, lacking, mdcv, pdfText } from './mdcv.ts';

const noTex = lacking([...engineNames, 'pdftotext']);
const cv = (head: string, text: string): string => `---\nname: Ada\n${head}---\n\n## Work\n\n${text}\n`;
const args = ['--untrusted', '--toolchain', 'local'];

/** Sets a document as that of a CV which is not trusted. */
async function set(engine: EngineName, body: string): Promise<EngineRun> {
  const choice = { wish: 'local', engine, files: ['article.cls'], mayProvision: false } as const;
  const toolchain = await chooseConfinedToolchain(choice, 60_000);
  const source = `\\documentclass{article}\n\\begin{document}\n${body}\n\\end{document}\n`;
  const document = { source, assets: [], origins: [] };
  return runEngine({ document, engine, toolchain, folder: createFolder(), jobName: 'cv', timeoutMs: 60_000 });
}

describe.skipIf(noTex)(`a CV that is not trusted${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  it('is built, without code of its own', () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'cv.md'), cv('template: classic\n', 'First words.'));
    expect(buildJson(folder, ['cv.md', ...args])).toMatchObject({
      toolchain: 'local',
      pages: 1,
      messages: [],
    });
    const good = readFileSync(join(folder, 'out/cv.pdf'));

    writeFileSync(join(folder, 'cv.md'), cv('raw: latex\n', '```{=latex}\n\\input{/etc/passwd}\n```'));
    const raw = buildJson(folder, ['cv.md', ...args]);
    expect(raw).toMatchObject({ pdf: null, passes: 0 });
    expect(raw.messages).toMatchObject([{ code: 'untrusted-content', severity: 'error', line: 3 }]);

    mkdirSync(join(folder, 'templates/mine'), { recursive: true });
    writeFileSync(join(folder, 'cv.md'), cv('template: mine\n', 'x'));
    expect(buildJson(folder, ['cv.md', ...args]).messages[0]).toMatchObject({
      code: 'untrusted-content',
      line: 3,
    });
    expect(readFileSync(join(folder, 'out/cv.pdf')).equals(good)).toBe(true);
  });

  it.each(engineNames)('embeds no file by what the driver of %s can: raw LaTeX is refused', (engine) => {
    const trap = setTrap();
    const names = [
      'stream',
      'stream of the driver',
      'picture of xelatex',
      'dump',
      'picture, primitive',
      'picture',
    ];
    const rows = texAttacks.filter(({ name }) => names.includes(name));
    expect(rows).toHaveLength(names.length);
    for (const { name, payload } of rows) {
      const text = cv('raw: latex\n', `\`\`\`{=latex}\n${trap.arm(payload)}\n\`\`\``);
      writeFileSync(join(trap.folder, 'cv.md'), text);
      const built = buildJson(trap.folder, ['cv.md', ...args, '--engine', engine], trap.env);
      expect({ name, ...built }).toMatchObject({ name, pdf: null, tex: null, passes: 0 });
      expect(built.messages).toMatchObject([{ code: 'untrusted-content', severity: 'error', line: 3 }]);
      expect(trap.sprung([])).toEqual([]);
    }
  });

  it('has a hundred pages at most, and is no link', () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'cv.md'), cv('', 'Words of a paragraph.\n\n'.repeat(6000)));
    const long = buildJson(folder, ['cv.md', ...args]);
    expect(long.pdf).toBeNull();
    expect(long.messages).toContainEqual(
      expect.objectContaining({ severity: 'error', reason: expect.stringMatching(/pages/) }),
    );
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    mkdirSync(join(folder, 'theirs'));
    symlinkSync('../secret.txt', join(folder, 'theirs/cv.md'));
    const linked = mdcv(folder, ['build', 'theirs/cv.md', ...args]);
    expect(linked.exitCode).not.toBe(0);
    expect(linked.stderr).not.toContain('defect');
  });

  it('is built among many, and stops no other', () => {
    const folder = createFolder();
    for (const [name, head] of [
      ['ada', ''],
      ['bob', 'raw: latex\n'],
      ['eve', ''],
    ])
      writeFileSync(join(folder, `${name}.md`), cv(head as string, `Words of ${name}.`));
    const run = mdcv(folder, ['build', '*.md', ...args]);
    expect(run.exitCode, run.stderr).toBe(1);
    expect(run.stderr + run.stdout).toContain('untrusted-content');
    for (const name of ['ada', 'eve'])
      expect(pdfText(join(folder, `out/${name}.pdf`))).toContain(`Words of ${name}.`);
  });

  it.each<[EngineName, string]>([
    [
      'lualatex',
      '\\directlua{local t={} while true do t[\\string#t+1]=string.rep("x",10000000)..\\string#t end}',
    ],
    ['pdflatex', '\\def\\x{\\x\\x}\\x'],
  ])('takes no more memory than it may, with %s', async (engine, bomb) => {
    const run = await set(engine, bomb);
    expect(run.pdf).toBeUndefined();
    // pdfTeX has a bound of its own and says which.
    if (engine === 'lualatex') expect(run.outOf).toBe('memory');
    else expect(run.log).toContain('TeX capacity exceeded');
  });

  it.each(engineNames)('writes no more than it may, with %s', async (engine) => {
    const line = 'x'.repeat(900);
    const bomb = `\\newwrite\\big\\immediate\\openout\\big=big.txt \\loop\\immediate\\write\\big{${line}}\\iftrue\\repeat`;
    const run = await set(engine, bomb);
    expect(run).toMatchObject({ outOf: 'output', timedOut: false });
    expect(run.pdf).toBeUndefined();
  });
});
