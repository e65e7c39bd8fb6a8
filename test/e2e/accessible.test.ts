/** The profile `accessible` with a TeX that tags. TeX Live 2022, which Debian 12 has, does not: there, only the message is tested (`pdfa`). */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasSince } from '../../src/toolchain/tex-live-releases.ts';
import { buildJson, createFolder, mdcv, pdfText } from './mdcv.ts';

interface TemplateRow {
  name: string;
  settable: string[];
}

const cv = [
  '---\nname: Zoë Ada Lovelace\nheadline: Analyst\nemail: zoe@example.org\nphone: +44 20 7946 0958\naddress: [1 Long Street, London]\ngithub: zoe\n---',
  '## Experience in the Analysis of Engines\n\n### Analyst | *Engines* Ltd | London | September 2019 – December 2022\n\n- Did it\n- Then [that](https://example.org)',
  '### Mathematician | Own account | 2018\n\n## Skills\n\n**Languages:** English, French\n\n> Quoted words\n\n| A | B |\n|---|---|\n| one | two |',
  '## Links\n\nSee [\\[code\\]](https://example.org/code).\n',
].join('\n\n');

const noTags = whyNoTags();

describe.skipIf(noTags)(`tagged PDFs${noTags ? ` (skipped: ${noTags})` : ''}`, () => {
  const all: TemplateRow[] = noTags ? [] : JSON.parse(mdcv('.', ['templates', '--json']).stdout);
  const templates = all.filter(({ settable }) => settable.includes('local')).map(({ name }) => name);

  it.each(templates)('has each letter of %s once in what a screen reader reads', (template) => {
    const folder = createFolder();
    writeFileSync(join(folder, 'cv.md'), cv);
    const args = ['cv.md', '-t', template, '--engine', 'pdflatex', '--profile', 'accessible', '-o', 'cv.pdf'];
    const { pages, messages } = buildJson(folder, args);
    expect(messages.map(({ code }) => code)).toContain('partial-tags');
    expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(pages).toBe(1);
    const pdf = join(folder, 'cv.pdf');
    expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/^Tagged: +yes$/m);
    expect(letters(readAloud(pdf))).toBe(letters(pdfText(pdf)));
  });
});

function whyNoTags(): string | undefined {
  try {
    const version = execFileSync('pdflatex', ['--version'], { encoding: 'utf8' });
    const release = /TeX Live [^)]+|MiKTeX \S+/.exec(version)?.[0] ?? 'TeX';
    return hasSince('tagging', release) ? undefined : `${release} does not tag`;
  } catch {
    return 'no pdflatex';
  }
}

/** The text by the PDF's structure: each string of it stands on a line of its own, in quotation marks. */
function readAloud(pdf: string): string {
  const tree = execFileSync('pdfinfo', ['-struct-text', pdf], { encoding: 'utf8' });
  return [...tree.matchAll(/^ *"(.*)"$/gm)].map((match) => match[1]).join(' ');
}

/** Sorted, since lines are joined without spaces there. */
const letters = (text: string): string => [...text.replace(/\s/g, '')].sort().join('');
