/** `mdcv check` and `mdcv build --check` on real CVs in real templates. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engineNames } from '../../src/engine/engine.ts';
import { buildJson, createProject, lacking, mdcv } from './mdcv.ts';
import { templates } from './templates.ts';

const noTex = lacking(['pdflatex', 'xelatex', 'lualatex']);

interface JsonCheck {
  pdf: string | null;
  file: string | null;
  pages: number | null;
  checks: { promise: string; findings: number }[];
  silenced: { code: string; reason: string; count: number }[];
  coverage: { field: string; printed: number; unprinted: number }[];
  messages: { code: string; severity: string; file: string; line?: number; reason: string; note?: string }[];
  ats?: {
    name: string;
    emails: string[];
    text: string;
    fields: { field: string; value: string; found: boolean }[];
    others: { template: string; found: number; fields: number }[];
  };
}

function checkJson(folder: string, args: readonly string[]): JsonCheck {
  const { stdout, stderr } = mdcv(folder, ['check', ...args, '--json']);
  try {
    return JSON.parse(stdout);
  } catch (cause) {
    throw new Error(`mdcv printed no JSON: ${stdout}\n${stderr}`, { cause });
  }
}

/** Until templates make PDF/A. */

type Messages = JsonCheck['messages'];
/** Where a font is not installed another stands in; that is no fault of the PDF. */
const told = (messages: Messages): Messages =>
  messages.filter(({ severity, code }) => severity !== 'info' && code !== 'font-fallback');
const codesOf = (messages: Messages): string[] => told(messages).map(({ code }) => code);

describe.skipIf(noTex)(`mdcv check${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  const cases = [
    ...templates.map((template) => ({ template, engine: 'pdflatex' })),
    ...engineNames.slice(1).map((engine) => ({ template: 'academic', engine })),
  ];
  it.each(cases)('finds nothing in the reference CV in $template with $engine', ({ template, engine }) => {
    const folder = createProject();
    const { messages } = buildJson(folder, ['--check', '-t', template, '--engine', engine]);
    expect(codesOf(messages)).toEqual([]);
  });

  // Sections, entries and paragraphs of all lengths, so that pages end at every kind of place.
  const longCv = Array.from({ length: 14 }, (_, section) => {
    const words = (count: number): string =>
      Array.from({ length: count }, (__, index) => `word${section}x${index}`).join(' ');
    const entry = (index: number): string =>
      `### Role ${section} ${index} | Firm | Town | 2010 – 2012\n\n${Array.from(
        { length: 1 + ((section + index) % 4) },
        (__, item) => `- ${words(4 + ((section * 7 + index * 5 + item * 11) % 60))}`,
      ).join('\n')}\n`;
    const prose = section % 4 === 3 ? `${words(70)}\n\n**Label ${section}:** ${words(20)}\n\n` : '';
    return `## Section ${section}\n\n${prose}${entry(0)}\n${entry(1)}`;
  }).join('\n');

  it.each(templates)('%s leaves no heading, no entry and no line alone, however a page ends', (template) => {
    const folder = createProject();
    writeFileSync(join(folder, 'cv.md'), `---\nname: Ada\n---\n\n${longCv}`);
    const { messages, pages } = buildJson(folder, ['cv.md', '--check', '-t', template]);
    expect(pages).toBeGreaterThan(3);
    expect(codesOf(messages).filter((code) => code !== 'short-last-page')).toEqual([]);
  });

  it('prints a table, and findings at their lines; --strict makes them fail', () => {
    const folder = createProject();
    const cv = join(folder, 'content/cv.md');
    writeFileSync(
      cv,
      readFileSync(cv, 'utf8').replace('---\ntemplate: academic\n', '---\npages: 1\ntemplate: classic\n'),
    );
    mdcv(folder, ['build']);
    const { exitCode, stdout, stderr } = mdcv(folder, ['check']);
    expect(exitCode).toBe(0);
    expect(stderr).toContain(
      'content/cv.md:2:8 warning page-budget The CV takes 2 pages, and `pages` allows 1\n  2 | pages: 1\n',
    );
    expect(stdout).toContain('✓ every word of the Markdown is in the PDF\n');
    expect(stdout).toContain('✗ the pages are as many as they may be, and filled (1 against it)\n');
    expect(stdout).toMatch(/✓ classic prints all \d+ values of \d+ fields\n/);
    expect(stdout).toMatch(/out\/cv\.pdf · 2 pages · classic · [\d.]+ s · \d warnings?\n$/);
    expect(mdcv(folder, ['check', '--strict']).exitCode).toBe(1);
    expect(mdcv(folder, ['build', '--check', '--strict']).exitCode).toBe(1);
    expect(mdcv(folder, ['build', '--check']).exitCode).toBe(0);
  });

  it('is silent about what the front matter says, and asks what an unknown code means', () => {
    const folder = createProject();
    const cv = join(folder, 'content/cv.md');
    const checks = 'checks: { page-budget: "two are fine", widdow: "?" }';
    writeFileSync(
      cv,
      readFileSync(cv, 'utf8').replace(
        '---\ntemplate: academic\n',
        `---\npages: 1\ntemplate: classic\n${checks}\n`,
      ),
    );
    const { messages } = buildJson(folder, ['--check']);
    expect(told(messages)).toEqual([
      expect.objectContaining({ code: 'unknown-check', line: 4, note: 'Did you mean `widow`?' }),
    ]);
    const report = checkJson(folder, []);
    expect(report.silenced).toContainEqual({ code: 'page-budget', reason: 'two are fine', count: 1 });
    expect(codesOf(report.messages)).toEqual(['unknown-check']);
    expect(mdcv(folder, ['check']).stdout).toContain('– page-budget, 1 silenced: two are fine\n');
  });

  it('tells a PDF of another text, and names the words that it lacks', () => {
    const folder = createProject();
    mdcv(folder, ['build', 'content/engineer.md']);
    const cv = join(folder, 'content/engineer.md');
    writeFileSync(cv, readFileSync(cv, 'utf8').replace('Lead a team of six', 'Lead a gigantic team of six'));
    const { messages } = checkJson(folder, ['content/engineer.md']);
    expect(codesOf(messages).sort()).toEqual(['lost-text', 'stale-pdf']);
    const lost = messages.find(({ code }) => code === 'lost-text');
    expect(lost?.reason).toContain('“gigantic”');
    expect(lost?.line).toBe(
      readFileSync(cv, 'utf8')
        .split('\n')
        .findIndex((line) => line.includes('gigantic')) + 1,
    );
    expect(mdcv(folder, ['check', 'content/engineer.md']).exitCode).toBe(1);
  });

  it('says what to do where there is no PDF, and what is no PDF', () => {
    const folder = createProject();
    const { exitCode, stderr } = mdcv(folder, ['check']);
    expect([exitCode, stderr]).toEqual([
      2,
      'error missing-pdf Cannot check out/cv.pdf, it is not there\n  Build it: mdcv build content/cv.md\n',
    ]);
    writeFileSync(join(folder, 'some.pdf'), 'no');
    expect(mdcv(folder, ['check', 'some.pdf']).stderr).toContain(
      'bad-pdf Cannot read `some.pdf`, it is no PDF\n  Name a PDF',
    );
    expect(checkJson(folder, ['none.pdf']).messages[0]).toMatchObject({ code: 'missing-file' });
  });

  it('takes a PDF, and finds its Markdown where a build has it', () => {
    const folder = createProject();
    mdcv(folder, ['build']);
    expect(checkJson(folder, ['out/cv.pdf'])).toMatchObject({ pdf: 'out/cv.pdf', file: 'content/cv.md' });
    writeFileSync(join(folder, 'other.pdf'), readFileSync(join(folder, 'out/cv.pdf')));
    const other = checkJson(folder, ['other.pdf']);
    expect(other).toMatchObject({ pdf: 'other.pdf', file: null });
    expect(codesOf(other.messages)).toEqual([]);
    expect(other.checks.length).toBeGreaterThan(8);
    expect(mdcv(folder, ['check', 'other.pdf']).stdout).toContain('without its Markdown');
  });

  it('lists the fields that a template leaves out', () => {
    const folder = createProject();
    mdcv(folder, ['new-template', 'mine', '--from', 'classic']);
    const person = readFileSync(join(import.meta.dirname, '../../templates/shared/person.tex.njk'), 'utf8');
    writeFileSync(
      join(folder, 'templates/mine/person.tex.njk'),
      person.replace("<< contact.remark or '' >>", ''),
    );
    mdcv(folder, ['build', '-t', 'mine']);
    const { coverage } = checkJson(folder, ['-t', 'mine']);
    expect(coverage.filter(({ unprinted }) => unprinted > 0)).toEqual([
      { field: 'contact phone, remark', printed: 0, unprinted: 1 },
    ]);
    expect(mdcv(folder, ['check', '-t', 'mine']).stdout).toContain(
      '✗ mine leaves out:\n    contact phone, remark  1 of 1\n',
    );
  });

  const readable = ['banking', 'academic'].flatMap((template) =>
    ['cv', 'engineer', 'researcher'].map((name) => ({ template, name })),
  );
  it.each(readable)(
    '--ats: a résumé parser finds every field of $name in $template',
    ({ template, name }) => {
      const folder = createProject();
      const file = `content/${name}.md`;
      mdcv(folder, ['build', file, '-t', template]);
      const { ats, messages } = checkJson(folder, [file, '-t', template, '--ats']);
      expect(ats?.fields.filter(({ found }) => !found)).toEqual([]);
      expect(ats?.fields.length).toBeGreaterThan(20);
      expect(new Set(ats?.fields.map(({ field }) => field))).toEqual(
        new Set(['name', 'e-mail', 'phone', 'link', 'section', 'title', 'organisation', 'date']),
      );
      expect(messages.filter(({ code }) => code === 'unread-field')).toEqual([]);
    },
  );

  it('--ats: says what a template hides, and which is read better', () => {
    const folder = createProject();
    const file = join(folder, 'content/engineer.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('\n---\n', '\nlock: true\n---\n'));
    mdcv(folder, ['build', 'content/engineer.md', '-t', 'classic']);
    const lock = join(folder, 'content/mdcv.lock');
    const locked = readFileSync(lock, 'utf8');
    const { ats, messages } = checkJson(folder, ['content/engineer.md', '-t', 'classic', '--ats']);
    expect(ats?.emails).toEqual(['marta@lindqvist.example']);
    expect(messages.find(({ code }) => code === 'unread-field')).toMatchObject({
      reason: 'A résumé parser does not find the title “Staff Site Reliability Engineer”',
      line: 18,
    });
    // The templates that it was compared with are not what the author builds.
    expect(readFileSync(lock, 'utf8')).toBe(locked);
    expect(ats?.others.map(({ template, found, fields }) => [template, found === fields])).toEqual([
      ['banking', true],
      ['academic', true],
    ]);
  });

  it('says what has changed since this was locked', () => {
    const folder = createProject();
    expect(mdcv(folder, ['build', '--lock']).exitCode).toBe(0);
    const same = mdcv(folder, ['check', '--locked']);
    expect(same.stdout).toContain('the same as in mdcv.lock');
    expect(same.exitCode).toBe(0);
    const file = join(folder, 'content', 'cv.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Tsinghua', 'Qinghua'));
    mdcv(folder, ['build']);
    const changed = mdcv(folder, ['check', '--locked', '--json']);
    expect(changed.exitCode).toBe(1);
    const { locked, messages } = JSON.parse(changed.stdout);
    expect(locked.map(({ what }: { what: string }) => what)).toEqual(['content', 'result']);
    expect(codesOf(messages)).toEqual(['changed-since-lock', 'changed-since-lock']);
    const never = mdcv(folder, ['check', 'content/engineer.md', '--locked']);
    expect([never.exitCode, never.stderr]).toEqual([
      2,
      expect.stringContaining('mdcv build content/engineer.md'),
    ]);
  });

  it('expects no links and no outline in what is for a printer', () => {
    const folder = createProject();
    const { messages } = buildJson(folder, ['--check', '--profile', 'print']);
    expect(codesOf(messages)).toEqual([]);
  });
});
