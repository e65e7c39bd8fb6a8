import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  buildJson,
  cli,
  createFolder,
  createProject,
  type JsonBuild,
  lacking,
  mdcv,
  pdfText,
} from './mdcv.ts';

const noTex = lacking(['pdflatex', 'xelatex', 'pdftotext']);

describe('the command line without TeX', () => {
  it('prints help and version with 0', () => {
    const folder = createFolder();
    expect(mdcv(folder, ['--help'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('new-template'),
    });
    expect(mdcv(folder, ['--version']).stdout).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('prints both schemas as JSON Schema', () => {
    const folder = createFolder();
    const frontMatter = JSON.parse(mdcv(folder, ['schema']).stdout);
    expect(frontMatter.$schema).toContain('json-schema.org');
    expect(Object.keys(frontMatter.properties)).toEqual(
      expect.arrayContaining(['name', 'email', 'template', 'options']),
    );
    expect(JSON.parse(mdcv(folder, ['schema', '--template']).stdout).properties).toHaveProperty('engines');
  });

  it('writes a starter once, and names the template asked for', () => {
    const folder = createFolder();
    expect(mdcv(folder, ['new', 'me.md', '-t', 'banking']).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'me.md'), 'utf8')).toContain('template: banking\n');
    expect(mdcv(folder, ['new', 'me.md'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('file-exists'),
    });
    expect(mdcv(folder, ['new', 'x.md', '-t', 'bankink']).stderr).toContain('Did you mean `banking`?');
  });

  it('writes a starter with publications for the template academic, and never over a .bib file', () => {
    const folder = createFolder();
    const { stdout } = mdcv(folder, ['new', 'me.md', '-t', 'academic']);
    expect(stdout).toBe('me.md, publications.bib · now: mdcv build me.md\n');
    const build = buildJson(folder, ['me.md', '--tex-only']);
    expect(build).toMatchObject({ template: 'academic', messages: [] });
    expect(readFileSync(join(folder, build.tex ?? ''), 'utf8')).toContain('\\mdcvowner{Elin~Sandberg}');
    writeFileSync(join(folder, 'publications.bib'), 'mine');
    expect(mdcv(folder, ['new', 'you.md', '-t', 'academic']).stdout).toBe(
      'you.md · now: mdcv build you.md\n',
    );
    expect(readFileSync(join(folder, 'publications.bib'), 'utf8')).toBe('mine');
  });

  it('copies a template once, under a sound name', () => {
    const folder = createFolder();
    expect(mdcv(folder, ['new-template', 'mine', '--from', 'banking']).exitCode).toBe(0);
    expect(readdirSync(join(folder, 'templates/mine'))).toEqual(
      expect.arrayContaining(['main.tex.njk', 'template.json']),
    );
    expect(mdcv(folder, ['new-template', 'mine']).stderr).toContain('file-exists');
    expect(mdcv(folder, ['new-template', '../x']).stderr).toContain('bad-argument');
    const listed = JSON.parse(mdcv(folder, ['templates', '--json']).stdout);
    expect(listed[0]).toMatchObject({ name: 'mine', title: 'mine' });
  });
});

describe.skipIf(noTex)(`the command line with TeX${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  it('builds content/cv.md by default, with the .tex beside the PDF, and prints the contract as JSON', () => {
    const folder = createProject();
    const build = buildJson(folder, []);
    expect(build).toEqual({
      pdf: 'out/cv.pdf',
      tex: 'out/cv.tex',
      pages: 1,
      template: 'academic',
      variant: null,
      lang: 'en',
      engine: 'pdflatex',
      toolchain: 'local',
      passes: expect.any(Number),
      durationMs: expect.any(Number),
      texMs: expect.any(Number),
      messages: [],
    });
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['cv.pdf', 'cv.tex']);
  });

  it('builds from a folder and to a file with spaces and other letters in their names', () => {
    const folder = createFolder();
    mkdirSync(join(folder, 'Mein Lebenslauf ä'));
    writeFileSync(join(folder, 'Mein Lebenslauf ä', 'größe #1.md'), '---\nname: Ada\n---\n\n## X\n\nhere\n');
    const build = buildJson(folder, ['Mein Lebenslauf ä/größe #1.md', '-o', 'mein out/é.pdf']);
    expect(build.pdf).toBe('mein out/é.pdf');
    expect(pdfText(join(folder, 'mein out/é.pdf'))).toContain('here');
  });

  it('stops at the .tex with --tex-only', () => {
    const folder = createProject();
    expect(buildJson(folder, ['--tex-only'])).toMatchObject({
      pdf: null,
      tex: 'out/cv.tex',
      passes: 0,
      toolchain: null,
    });
    expect(readdirSync(join(folder, 'out'))).toEqual(['cv.tex']);
  });

  it("keeps TeX's own files with --keep", () => {
    const folder = createProject();
    buildJson(folder, ['--keep']);
    expect(readdirSync(join(folder, 'out/cv.build'))).toEqual(
      expect.arrayContaining(['cv.log', 'cv.aux', 'cv.tex', 'cv.pdf']),
    );
  });

  it('builds a PDF for each template with -t all', () => {
    const folder = createProject();
    const run = mdcv(folder, ['build', 'content/engineer.md', '-t', 'all']);
    const names = readdirSync(join(folder, 'out')).filter((name) => name.endsWith('.pdf'));
    expect(names).toEqual(
      expect.arrayContaining(
        ['academic', 'banking', 'casual', 'classic', 'fancy', 'oldstyle'].map(
          (name) => `engineer-${name}.pdf`,
        ),
      ),
    );
    expect(run.exitCode).toBe(0);
    // `contemporary` needs a newer moderncv than Debian 12 has; what cannot be set is told and stops nothing.
    if (!names.includes('engineer-contemporary.pdf')) {
      expect(run.stderr).toMatch(/^contemporary: skipped\. .*moderncvstylecontemporary\.sty/m);
      expect(readdirSync(join(folder, 'out'))).not.toContain('engineer-contemporary.tex');
      const lines = mdcv(folder, ['build', 'content/engineer.md', '-t', 'all', '--json'])
        .stdout.trim()
        .split('\n');
      const objects: JsonBuild[] = lines.map((line) => JSON.parse(line));
      expect(objects.map((object) => object.template)).toEqual([
        ...new Set(objects.map((object) => object.template)),
      ]);
      const skipped = objects.find((object) => object.template === 'contemporary');
      expect(skipped).toMatchObject({
        pdf: null,
        messages: [{ code: 'missing-tex-files', severity: 'warning' }],
      });
    }
  });

  it('builds the other templates where one cannot be set with the engine that is asked for', () => {
    const folder = createProject();
    mdcv(folder, ['new-template', 'a-pdflatex', '--from', 'academic']);
    const manifest = join(folder, 'templates/a-pdflatex/template.json');
    const { engines, ...rest } = JSON.parse(readFileSync(manifest, 'utf8')) as { engines: string[] };
    writeFileSync(manifest, JSON.stringify({ ...rest, engines: engines.slice(0, 1) }));
    const args = ['build', '-t', 'all', '--engine', 'xelatex', '--tex-only'];
    const run = mdcv(folder, args);
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toMatch(
      /^a-pdflatex: skipped\. Cannot set the template `a-pdflatex` with xelatex\n {2}It can be set with pdflatex\.$/m,
    );
    const names = readdirSync(join(folder, 'out'));
    expect(names).toEqual(expect.arrayContaining(['cv-academic.tex', 'cv-oldstyle.tex']));
    expect(names).not.toContain('cv-a-pdflatex.tex');
    const [first] = mdcv(folder, [...args, '--json']).stdout.split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({
      template: 'a-pdflatex',
      messages: [{ code: 'engine-not-supported', severity: 'warning' }],
    });
  });

  it('builds with a template that was copied, and uses its changed partial', () => {
    const folder = createProject();
    mdcv(folder, ['new-template', 'mine', '--from', 'academic']);
    const main = join(folder, 'templates/mine/main.tex.njk');
    writeFileSync(main, readFileSync(main, 'utf8').replace('\\end{document}', 'mine alone\n\\end{document}'));
    const build = buildJson(folder, ['-t', 'mine', '--engine', 'xelatex']);
    expect(build).toMatchObject({ template: 'mine', engine: 'xelatex', messages: [] });
    expect(pdfText(join(folder, 'out/cv.pdf'))).toContain('mine alone');
  });

  it('warns of a field that a template does not print, with its line', () => {
    const folder = createProject();
    mdcv(folder, ['new-template', 'mine', '--from', 'academic']);
    writeFileSync(
      join(folder, 'templates/mine/main.tex.njk'),
      '\\documentclass{article}\n\\begin{document}\n<< cv.person.given >>\n\\end{document}\n',
    );
    writeFileSync(
      join(folder, 'cv.md'),
      '---\nname: Ada\nemail: a@example.org\n---\n\n## Work\n\n### Job | 2019 | Town\n',
    );
    const { messages } = buildJson(folder, ['cv.md', '-t', 'mine', '--tex-only']);
    expect(messages.map(({ code, line, reason }) => `${line} ${code} ${reason}`)).toEqual(
      expect.arrayContaining([
        '3 unprinted-field The template `mine` did not print contact email',
        '6 unprinted-field The template `mine` did not print section title',
        '8 unprinted-field The template `mine` did not print entry date',
      ]),
    );
  });

  it('tells the place of a mistake in a template', () => {
    const folder = createProject();
    mdcv(folder, ['new-template', 'mine', '--from', 'academic']);
    const main = join(folder, 'templates/mine/main.tex.njk');
    writeFileSync(main, 'a\n<% if %>\n');
    expect(mdcv(folder, ['build', '-t', 'mine'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/template-syntax templates\/mine\/main\.tex\.njk:2:\d+: /),
    });
    writeFileSync(main, 'a\n\n<< cv.nonsense.x >>\n');
    expect(mdcv(folder, ['build', '-t', 'mine']).stderr).toMatch(
      /template-syntax templates\/mine\/main\.tex\.njk/,
    );
    writeFileSync(join(folder, 'templates/mine/template.json'), '{"title": 1}');
    expect(mdcv(folder, ['build', '-t', 'mine'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('key `title`'),
    });
  });

  it('chooses xelatex by the text, and says which letter asked for it', () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'cv.md'), '---\nname: Ada\n---\n\n## X\n\nПривет мир\n');
    const build = buildJson(folder, ['cv.md']);
    expect(build.engine).toBe('xelatex');
    expect(build.messages).toMatchObject([{ code: 'engine-choice', severity: 'info', line: 7, column: 1 }]);
    expect(pdfText(join(folder, 'out/cv.pdf'))).toContain('Привет мир');
    const insisted = buildJson(folder, ['cv.md', '--engine', 'pdflatex']);
    expect(insisted.messages).toMatchObject([
      { code: 'unset-character', severity: 'error', line: 7, column: 1 },
    ]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends TeX and takes its folder away on %s', async (name) => {
    const folder = createFolder();
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary);
    writeFileSync(
      join(folder, 'cv.md'),
      '---\nname: A\nraw: latex\n---\n\n## X\n\n`\\loop\\iftrue\\repeat`{=latex}\n',
    );
    const child = spawn(process.execPath, [cli, 'build', 'cv.md'], {
      cwd: folder,
      env: { ...process.env, TMPDIR: temporary },
    });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const texRuns = (): string[] => runningIn(temporary);
    for (let tries = 0; texRuns().length === 0 && tries < 200; tries++) await delay(50);
    expect(texRuns()).not.toEqual([]);
    child.kill(name);
    expect(await ended).toBe(130);
    expect(texRuns()).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(existsSync(join(folder, 'out/cv.pdf'))).toBe(false);
  });

  it('ends an endless loop at the time limit and names the line', () => {
    const folder = createFolder();
    writeFileSync(
      join(folder, 'cv.md'),
      '---\nname: A\nraw: latex\n---\n\n## X\n\n`\\loop\\iftrue\\repeat`{=latex}\n',
    );
    const run = mdcv(folder, ['build', 'cv.md', '--timeout', '3'], { TMPDIR: folder });
    expect(run.stderr).toContain('tex-timeout');
    expect(run.exitCode).toBe(1);
    expect(readdirSync(folder).filter((name) => name.startsWith('mdcv-'))).toEqual([]);
  });
});

/** Command lines of processes whose working folder is below a folder (Linux). */
function runningIn(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const cwd = execFileSync('readlink', [`/proc/${pid}/cwd`], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        return cwd.startsWith(folder) ? [`${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8')}`] : [];
      } catch {
        // A process that ended meanwhile.
        return [];
      }
    })
    .filter((line) => line.includes('latex') && tmpdir() !== '');
}
