import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildJson, createFolder, lacking, mdcv, pdfText, samplesFolder, wordBoxes } from './mdcv.ts';
import { templates } from './templates.ts';

const noTex = lacking(['pdflatex', 'xelatex', 'pdftotext', 'pdftohtml']);
const fixtures = resolve(import.meta.dirname, '../fixtures/publications');
const styles = ['venue-left', 'compact', 'numbered', 'apa'];

/** Public .bib files, with whose they are and how the file spells the owner's family name. */
const samples = [
  {
    file: 'LewisAJones__cv-markdown__publications.bib',
    owner: 'Lewis A. Jones',
    aliases: '[]',
    family: 'Jones',
  },
  { file: 'katyhuff__CV__cv.bib', owner: 'Kathryn D. Huff', aliases: '[Katy Huff]', family: 'Huff' },
  { file: 'mukrop__cv__cv.bib', owner: 'Martin Ukrop', aliases: '[]', family: 'Ukrop' },
];
const folder = join(samplesFolder, 'bib');
const noSamples = existsSync(folder) ? noTex : 'the public samples are not in this checkout';

describe.runIf(noTex)('publications', () => {
  it('are not set here', ({ skip }) => skip(noTex as string));
});

describe.skipIf(noTex)('publications', () => {
  it.each(templates)(
    'are set by %s in every style, in full',
    (template) => {
      const work = createFolder();
      const bib = readFileSync(join(fixtures, 'syntax/syntax.bib'), 'utf8');
      const names = readFileSync(join(fixtures, 'names/names.bib'), 'utf8');
      writeFileSync(join(work, 'all.bib'), `${bib}\n${names}`);
      for (const style of styles) {
        writeFileSync(
          join(work, 'cv.md'),
          `---\nname: Jean-Luc van der Müller\nbibliography: all.bib\n---\n\n## Publications\n\n::: publications {style=${style} keyword="!none" type="!talk"}\n:::\n`,
        );
        const build = buildJson(work, ['cv.md', '-t', template, '--engine', 'xelatex']);
        const problems = build.messages.filter(
          ({ severity, code }) => severity === 'error' || code === 'unprinted-field',
        );
        expect({ template, style, problems }).toEqual({ template, style, problems: [] });
        const text = pdfText(join(work, build.pdf ?? '')).replace(/\s+/g, ' ');
        for (const title of ['Whole Name', 'Particles and Suffixes', 'After the Broken One', 'My Thesis'])
          expect(text).toContain(title);
      }
    },
    300_000,
  );

  it('of the reference CV come out as the seed has them', () => {
    const work = createFolder();
    const cv = resolve(import.meta.dirname, '../../content/cv.md');
    const build = buildJson(work, [cv]);
    expect(build.messages).toEqual([]);
    const text = pdfText(join(work, build.pdf ?? '')).replace(/\s+/g, ' ');
    expect(text.match(/indicates equal contributions/g)).toHaveLength(1);
    expect(text.match(/Full Paper, CCF-A/g)).toHaveLength(7);
    for (const venue of [
      'arXiv 2025',
      'ICML 2025',
      'ICLR 2025',
      'ICDE 2025',
      'SIGMOD 2024',
      'ICDE 2023',
      'VLDB 2022',
    ])
      expect(text).toContain(`[${venue}]`);
    expect(text).toContain('[code · 2K stars]');
    expect(text).toContain('Ji Sun*, Jintao Zhang*, Zhaoyan Sun, Guoliang Li, Nan Tang');
    expect(boldWords(join(work, build.pdf ?? '')).filter((bold) => bold === 'Jintao Zhang')).toHaveLength(9);
  });

  it('are Markdown that builds to the same', () => {
    const work = createFolder();
    const bib = resolve(import.meta.dirname, '../../content/publications.bib');
    const { stdout, stderr, exitCode } = mdcv(work, ['bib', bib, '--owner', 'Jintao Zhang']);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout.match(/^- /gm)).toHaveLength(9);
    expect(stdout).toContain(
      '- **Jintao Zhang**, Guoliang Li, Jinyang Su. *SAGE: A Framework of Precise Retrieval for RAG*.',
    );
    writeFileSync(join(work, 'cv.md'), `# Jintao Zhang\n\n## Publications\n\n${stdout}`);
    const build = buildJson(work, ['cv.md']);
    expect(build.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(pdfText(join(work, build.pdf ?? '')).replace(/\s+/g, ' ')).toContain('Ji Sun*, Jintao Zhang*');
  });

  it.each(['classic', 'casual'])(
    'keep the heading of a group with its first publication in %s',
    (template) => {
      const work = createFolder();
      // Entries of many heights, so that headings come everywhere on a page.
      const venue = ['Journal', 'of', 'Analytical', 'Engine', 'Operations'];
      const years = Array.from({ length: 90 }, (_, index) => 1930 + index);
      const entries = years.map((year, index) => {
        const authors = `Ada Lovelace${' and Some Body'.repeat(((index * 7) % 11) * 2)}`;
        const journal = venue.slice(0, 1 + (index % 5)).join(' ');
        return `@article{k${year}, author = {${authors}}, title = {Title${year}}, journal = {${journal}}, year = ${year}, note = {Invited}}`;
      });
      writeFileSync(join(work, 'p.bib'), entries.join('\n'));
      writeFileSync(
        join(work, 'cv.md'),
        '---\nname: Ada Lovelace\nbibliography: p.bib\n---\n\n## Publications\n\n::: publications {group=year}\n:::\n',
      );
      const words = wordBoxes(join(work, buildJson(work, ['cv.md', '-t', template]).pdf ?? ''));
      const pageOf = (text: string): number | undefined => words.find(({ word }) => word === text)?.page;
      expect(years.filter((year) => pageOf(String(year)) !== pageOf(`Title${year}`))).toEqual([]);
    },
  );

  it('in a style that is not there are an error at their block', () => {
    const work = createFolder();
    writeFileSync(
      join(work, 'p.bib'),
      '@article{a, author = {Ada Lovelace}, title = {A}, journal = {J}, year = 2000}',
    );
    writeFileSync(
      join(work, 'cv.md'),
      '---\nname: Ada Lovelace\nbibliography: p.bib\n---\n\n## Publications\n\n::: publications {style=aap}\n:::\n',
    );
    const build = buildJson(work, ['cv.md', '--tex-only']);
    expect(build.tex).toBeNull();
    expect(build.messages).toMatchObject([
      {
        code: 'unknown-style',
        severity: 'error',
        file: 'cv.md',
        line: 8,
        note: expect.stringContaining('There are: apa'),
      },
    ]);
  });

  it('tell what is wrong with a .bib file at its line, and what is not there', () => {
    const work = createFolder();
    writeFileSync(
      join(work, 'broken.bib'),
      '@article{a, title = {A}}\n@article{b title}\n@article{c,\n  title = {C}, author = {X Y}, journal = {J}, year = 2000}\n',
    );
    const { stdout, stderr, exitCode } = mdcv(work, ['bib', 'broken.bib']);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('broken.bib:2:');
    expect(stderr).toContain('2 | @article{b title}');
    expect(stdout).toContain('X Y. *C*. J, 2000.');
    expect(mdcv(work, ['bib', 'nothing.bib', '--group', 'none of these'])).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /^--group warning unknown-filter .*\n.*\nnothing\.bib error missing-bibliography .*`nothing\.bib`/,
      ),
    });
  });
});

describe.runIf(noSamples)('the public .bib files', () => {
  it('are not tried here', ({ skip }) => skip(noSamples as string));
});

describe.skipIf(noSamples)('the public .bib files', () => {
  it.each(samples.flatMap((sample) => styles.map((style) => ({ ...sample, style }))))(
    '$file, $style: every author and title is there, and exactly the owner is bold',
    ({ file, owner, aliases, family, style }) => {
      const work = createFolder();
      const bib = readFileSync(join(folder, file), 'utf8');
      writeFileSync(join(work, 'p.bib'), bib);
      writeFileSync(
        join(work, 'cv.md'),
        `---\nname: ${owner}\naliases: ${aliases}\nbibliography: p.bib\noptions: { font: latin-modern }\n---\n\n## Publications\n\n::: publications {style=${style} line=none}\n:::\n`,
      );
      const build = buildJson(work, ['cv.md', '-t', 'academic']);
      expect(build.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
      const pdf = join(work, build.pdf ?? '');
      const text = letters(pdfText(pdf));
      const lost = wordsOf(bib, style === 'apa').filter((word) => !text.includes(word));
      expect(lost).toEqual([]);
      const bold = boldWords(pdf).filter((words) => words.includes(family));
      expect(bold).toHaveLength(ownerCount(bib, family, style === 'apa'));
      // Nobody else: what else is bold is the name, the heading and the labels in brackets.
      const others = boldWords(pdf).filter((words) => !words.includes(family) && !/[[\]]/.test(words));
      expect(others.filter((words) => /^[A-Z]\p{Ll}+ [A-Z]/u.test(words) && style !== 'venue-left')).toEqual(
        [],
      );
    },
    300_000,
  );
});

/** Texts in bold type, as poppler tells them. */
function boldWords(pdf: string): string[] {
  const xml = execFileSync('pdftohtml', ['-xml', '-i', '-stdout', '-nodrm', pdf], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return [...xml.matchAll(/<b>(.*?)<\/b>/gs)].map(([, text = '']) =>
    text
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** The titles and names of a .bib file, read in another way than mdcv does: words of plain letters only. */
function wordsOf(bib: string, hasInitials: boolean): string[] {
  const fields = [...bib.matchAll(/^\s*(title|author)\s*=\s*\{(.*)\},?\s*$/gim)].map(
    ([, name, value = '']) => {
      if (!hasInitials || name?.toLowerCase() === 'title') return value;
      const names = value.split(/\s+and\s+/);
      return names
        .map((one) =>
          one
            .split(',')
            .at(one.includes(',') ? 0 : -1)
            ?.split(/\s+/)
            .at(-1),
        )
        .join(' ');
    },
  );
  return fields.flatMap((value) =>
    value
      .replace(/\\\w+|[{}]/g, '')
      .split(/[^A-Za-z]+/)
      .filter((word) => word.length > 3 && word !== 'others')
      .map((word) => word.toLowerCase()),
  );
}

/** In how many lists of names the owner is; only APA's style prints editors beside authors. */
function ownerCount(bib: string, family: string, hasEditors: boolean): number {
  const field = hasEditors
    ? /^\s*(?:author|editor)\s*=\s*\{(.*)\},?\s*$/gim
    : /^\s*author\s*=\s*\{(.*)\},?\s*$/gim;
  const lists = [...bib.matchAll(field)].map(([, value = '']) => value);
  return lists.filter((value) => new RegExp(`\\b${family}\\b`).test(value)).length;
}

/** A page's text without what lines and hyphens put between letters. */
function letters(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/-\n/g, '').replace(/\p{M}/gu, '');
}
