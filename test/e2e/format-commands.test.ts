/** `mdcv import` and `mdcv export` as commands: files, messages and exit codes. No TeX runs. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFolder, mdcv } from './mdcv.ts';

const resume = JSON.stringify({
  basics: { name: 'Ada Lovelace', phone: '+44 20 7946 0958' },
  work: [{ name: 'Acme', startDate: '2019' }],
});
const bib =
  '@article{a, author={Ada Lovelace and Bo Li}, title={Notes}, journal={Taylor}, year=1843}\n@article{b, author={Lovelace, Ada}, title={More}, journal={Taylor}, year=1844}\n';

function folderWith(files: Record<string, string>): string {
  const folder = createFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe('mdcv import', () => {
  it('writes into content/, never over a file unless it is told to', () => {
    const folder = folderWith({ 'resume.json': resume });
    expect(mdcv(folder, ['import', 'resume.json'])).toEqual({
      exitCode: 0,
      stdout: 'content/resume.md · now: mdcv build content/resume.md\n',
      stderr: '',
    });
    writeFileSync(join(folder, 'content/resume.md'), 'mine');
    const again = mdcv(folder, ['import', 'resume.json']);
    expect(again.exitCode).toBe(2);
    expect(again.stderr).toBe(
      'error file-exists Cannot write `content/resume.md`: it is there already\n  Name another file with `-o`, or overwrite it with `--force`.\n',
    );
    expect(readFileSync(join(folder, 'content/resume.md'), 'utf8')).toBe('mine');
    expect(mdcv(folder, ['import', 'resume.json', '--force']).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'content/resume.md'), 'utf8')).toContain('### Acme | 2019 – present');
  });

  it('prints with `-o -`, and writes where it is told', () => {
    const folder = folderWith({ 'resume.json': resume });
    expect(mdcv(folder, ['import', 'resume.json', '-o', '-']).stdout).toContain('name: Ada Lovelace\n');
    expect(existsSync(join(folder, 'content'))).toBe(false);
    expect(mdcv(folder, ['import', 'resume.json', '-o', 'a/b.md']).stdout).toContain('a/b.md');
    expect(existsSync(join(folder, 'a/b.md'))).toBe(true);
  });

  it('writes a photo that the file holds beside the CV, never over another', () => {
    const picture = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
    const image = `data:image/png;base64,${picture.toString('base64')}`;
    const folder = folderWith({ 'r.json': JSON.stringify({ basics: { name: 'Ada', image } }) });
    expect(mdcv(folder, ['import', 'r.json']).stdout).toBe(
      'content/r.md, content/r-photo.png · now: mdcv build content/r.md\n',
    );
    expect(readFileSync(join(folder, 'content/r-photo.png'))).toEqual(picture);
    expect(readFileSync(join(folder, 'content/r.md'), 'utf8')).toContain('photo: r-photo.png\n');
    rmSync(join(folder, 'content/r.md'));
    expect(mdcv(folder, ['import', 'r.json'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Cannot write `content/r-photo.png`: it is there already'),
    });
  });

  it('places what is wrong with a file, and writes nothing', () => {
    const folder = folderWith({ 'r.json': '{\n  "basics": {\n    "name": "Ada",,\n  }\n}\n' });
    const run = mdcv(folder, ['import', 'r.json']);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(
      /^r\.json:3:19 error json-syntax Cannot read this JSON: unexpected token `,` found\n {2}3 \| {5}"name": "Ada",,\n {24}\^\n/,
    );
    expect(existsSync(join(folder, 'content'))).toBe(false);
    expect(mdcv(folder, ['import', 'none.json'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('missing-file'),
    });
    expect(mdcv(folder, ['import', 'r.json', '--from', 'docx'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('bad-argument'),
    });
  });

  it('names a .bib file beside the CV, copies one from elsewhere, and knows whose it is', () => {
    const folder = folderWith({ 'refs/pubs.bib': bib, 'content/own.bib': bib });
    expect(mdcv(folder, ['import', 'refs/pubs.bib']).stdout).toBe(
      'content/pubs.md, content/pubs.bib · now: mdcv build content/pubs.md\n',
    );
    expect(readFileSync(join(folder, 'content/pubs.md'), 'utf8')).toBe(
      '---\nname: Ada Lovelace\ntemplate: academic\nbibliography: pubs.bib\n---\n\n## Publications\n\n::: publications\n:::\n',
    );
    expect(mdcv(folder, ['import', 'content/own.bib', '--name', 'Bo Li', '--lang', 'de']).stdout).toBe(
      'content/own.md · now: mdcv build content/own.md\n',
    );
    expect(readFileSync(join(folder, 'content/own.md'), 'utf8')).toContain('name: Bo Li\nlang: de\n');
    expect(mdcv(folder, ['build', 'content/pubs.md', '--tex-only']).exitCode).toBe(0);
    // Another file of the name is not overwritten; the same is as good as a copy.
    writeFileSync(join(folder, 'content/pubs.bib'), '% mine');
    expect(mdcv(folder, ['import', 'refs/pubs.bib', '-o', 'content/new.md'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('`content/pubs.bib`'),
    });
    writeFileSync(join(folder, 'content/pubs.bib'), bib);
    expect(mdcv(folder, ['import', 'refs/pubs.bib', '-o', 'content/new.md']).exitCode).toBe(0);
  });

  it('says where nobody is known, and takes a photo that lies beside the CV', () => {
    const folder = folderWith({
      'two.bib': '@misc{a, author={A B and C D}, title={T}, year=2020}',
      'r.json': '{"basics": {"name": "Ada", "image": "me.jpg"}}',
      'me.jpg': 'x',
    });
    expect(mdcv(folder, ['import', 'two.bib', '-o', 'two.md']).stderr).toContain(
      'two.bib:1:1 warning unnamed-import',
    );
    expect(mdcv(folder, ['import', 'r.json', '-o', '-']).stdout).toContain('Image');
    mdcv(folder, ['import', 'r.json', '-o', 'cv.md']);
    expect(readFileSync(join(folder, 'cv.md'), 'utf8')).toContain('photo: me.jpg');
  });
});

describe('mdcv export', () => {
  const cv =
    '---\nname: Ada Lovelace\nphone: +44 20 7946 0958\naddress: {street: 12 Ockham Park, city: Surrey}\nprivate: [phone, address]\n---\n\n## Experience\n\n### Analyst | Engines Ltd | 2019 – present\n\n- Wrote a program.\n- Paid by Lord Farthing {.private}\n\n### Spy | Ministry of Silly Walks | 2012 {.private}\n';

  it('prints or writes each format', () => {
    const folder = folderWith({ 'content/cv.md': cv });
    const json = JSON.parse(mdcv(folder, ['export', '--format', 'jsonresume']).stdout);
    expect(json).toMatchObject({
      basics: { location: { address: '12 Ockham Park', city: 'Surrey' } },
      work: [
        { name: 'Engines Ltd', position: 'Analyst', startDate: '2019' },
        { name: 'Ministry of Silly Walks' },
      ],
    });
    expect(mdcv(folder, ['export', 'content/cv.md', '-f', 'text']).stdout).toContain(
      'Analyst, Engines Ltd\n2019 – present\n- Wrote a program.',
    );
    expect(mdcv(folder, ['export', 'content/cv.md', '-f', 'html', '-o', 'out/cv.html']).stdout).toBe(
      'out/cv.html\n',
    );
    expect(readFileSync(join(folder, 'out/cv.html'), 'utf8')).toContain('<h1>Ada Lovelace</h1>');
    expect(mdcv(folder, ['export', '-f', 'docx'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('expected jsonresume, text, html'),
    });
    expect(mdcv(folder, ['export', 'none.md', '-f', 'text']).exitCode).toBe(2);
  });

  it.each(['jsonresume', 'text', 'html'])('--public leaves out of %s what is private', (format) => {
    const folder = folderWith({ 'cv.md': cv });
    const secret = /7946|Ockham|Surrey|Farthing|Spy|Silly/;
    expect(mdcv(folder, ['export', 'cv.md', '-f', format]).stdout).toMatch(secret);
    const run = mdcv(folder, ['export', 'cv.md', '-f', format, '--public']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toContain('Engines Ltd');
    expect(run.stdout).not.toMatch(secret);
  });

  it('an error in the CV exports nothing', () => {
    const folder = folderWith({ 'cv.md': '---\nname: [Ada\n---\n\nText\n' });
    expect(mdcv(folder, ['export', 'cv.md', '-f', 'text'])).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringContaining('yaml-syntax'),
    });
  });
});
