import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCv } from '../../src/content/parse-cv.ts';
import { readCvFile } from '../../src/content/read-file.ts';
import { checkStyles } from '../../src/template/check-styles.ts';
import { loadTemplate, type Template } from '../../src/template/load-template.ts';
import { resolveOptions } from '../../src/template/resolve-options.ts';
import { toDocument } from '../../src/template/to-document.ts';

const bib = `@article{whole, author = {van der Berg, Ada Jean-Marie and {The ATLAS Collaboration} and King, Jr., Martin and others},
  author+an = {1=equal; 3=corresponding}, title = {Why?}, journal = {Journal}, volume = 2, number = 3, pages = {4-5},
  year = 2020, note = {Invited}, doi = {10.1000/x}, code = {https://example.org/c}, code+an = {="2K stars"}, award = {Best}}
@inproceedings{names, author = {A One and B Two and C Three and D Four and van der Berg, Ada and E Five and F Six},
  editor = {Ed Itor}, title = {Title}, booktitle = {Proceedings of a Conference with a Name That is Too Long for a Column}, year = 2019, url = {https://example.org/p}, pubstate = {forthcoming}}
@book{bare, title = {Bare}, publisher = {Press}, award = {\\href{https://example.org/a}{Prize}}}
@phdthesis{thesis, author = {Ada J.-M. van der Berg}, title = {Thesis}, school = {School}, year = {2018}, editor = {One, A and Two, B}}
@misc{chinese, author = {张, 三 and Berg, Ada van der and \\emph{Odd}, Ada 2}, title = {题}, howpublished = {Web}, year = 2017}
`;

const more = `@techreport{report, title = {Report}, institution = {INRIA}, number = {RR-1}, year = 2014}
@article{issue, title = {Issue}, journal = {Journal}, number = 3, year = 2001}
@patent{patent, title = {Patent}, number = {US12}, type = {patentus}, year = 2016}
@inproceedings{series, title = {Series}, booktitle = {Proceedings}, number = 7, year = 2002}
@unpublished{coming, title = {Coming}, pubstate = {inpreparation}}
@article{later, title = {Later}, journal = {J}, year = 2030, pubstate = {forthcoming}}
@misc{nothing, title = {Nothing}}
@article{remarked, title = {Remarked}, journal = {J}, year = 2003, note = {With a remark that no narrow column holds}}
@article{thorn, author = {Ж, Д.}, title = {One}, journal = {J}, year = 2004}
@article{again, author = {Ж, Д.}, title = {Two}, journal = {J}, year = 2005}
@article{plain, author = {Udo, I.}, title = {Three}, journal = {J}, year = 2006}
@article{more, author = {Udo, I.}, title = {Four}, journal = {J}, year = 2007}
@article{initial, author = {Udo, Жан}, title = {Five}, journal = {J}, year = 2008}
@misc{hebrew, author = {כהן, משה}, title = {Hebrew}, howpublished = {Web}, year = 2000}
`;

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv-publications-')));
  writeFileSync(join(folder, 'p.bib'), bib + more);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function render(
  attributes: string,
  template?: Template,
): Promise<{
  tex: string;
  messages: string[];
  unprinted: string[];
  unplaced: string[];
  bibLine: (text: string) => string;
}> {
  const source = `---\nname: Ada Jean-Marie van der Berg\nbibliography: p.bib\n---\n\n## P\n\n::: publications {${attributes}}\n:::\n`;
  writeFileSync(join(folder, 'cv.md'), source);
  const vfile = await readCvFile(join(folder, 'cv.md'));
  const { cv, frontMatter } = await parseCv(vfile);
  const loaded = template ?? (await loadTemplate('academic', []));
  checkStyles(cv, loaded, vfile);
  const options = resolveOptions(loaded.manifest, frontMatter, vfile);
  const { document } = toDocument({ cv, template: loaded, engine: 'pdflatex', options, vfile });
  const lines = document.source.split('\n');
  const body = document.source.slice(document.source.indexOf('\\begin{document}'));
  return {
    // As TeX reads it: a comment sign at the end of a line joins it to the next.
    tex: body.replace(/%\n\s*/g, '').replace(/\n+/g, '\n'),
    messages: vfile.messages
      .map(({ ruleId }) => String(ruleId))
      .filter((code) => !code.startsWith('missing-')),
    unprinted: vfile.messages
      .filter(({ ruleId }) => ruleId === 'unprinted-field')
      .map(({ file = '', line, column, reason }) => `${file.split('/').at(-1)}:${line}:${column} ${reason}`),
    unplaced: vfile.messages.filter(({ line }) => line === undefined).map(({ reason }) => reason),
    bibLine: (text) => {
      const { content } = document.origins[lines.findIndex((line) => line.includes(text))] ?? {};
      return `${content?.file.split('/').at(-1)}:${content?.line}`;
    },
  };
}

describe('publications', () => {
  it('stand with venue and year at the left in the reference style', async () => {
    const { tex, messages, bibLine } = await render('keys=whole');
    expect(tex).toContain('{\\mdcvvenue{[Journal 2020]}\\mdcvnewline\n   {}Invited}');
    const code = '\\mdcvlink{https://example.org/c}{{[}code · 2K stars{]}}';
    expect(tex).toContain(`\\mdcvtitle{Why?}\\ \\mdcvbadge{${code}}\\ \\mdcvbadge{{[}Best{]}}`);
    expect(tex).toContain(
      '\\mdcvowner{Ada~Jean-Marie~van~der~Berg}{*}, The ATLAS Collaboration, Martin~King~Jr.\\textsuperscript{†}, et al.}',
    );
    expect(tex).toContain(
      '\\mdcvlegend{{*}~indicates equal contributions, \\textsuperscript{†}~corresponding author}',
    );
    expect(messages).toEqual([]);
    expect(bibLine('Why?')).toBe('p.bib:2');
  });

  it('put a long venue below the names, and what is still to come beside the remark', async () => {
    const { tex } = await render('keys=names authors=3 number=prefix line=note');
    expect(tex).toContain('{[C1] \\mdcvvenue{[2019]}\\mdcvnewline\n   {}to appear}');
    expect(tex).toContain(
      'A~One, B~Two, \\mdcvomitted{2 authors}, \\mdcvowner{Ada~van~der~Berg}, \\mdcvomitted{2 authors}\\mdcvnewline',
    );
    expect(tex).toContain('\\emph{Proceedings of a Conference with a Name That is Too Long for a Column}}');
    expect(tex).toContain('\\begin{mdcvpublications}{C1}');
  });

  it('put a long remark below the names', async () => {
    const { tex } = await render('keys=remarked');
    expect(tex).toContain('{\\mdcvvenue{[J 2003]}\\mdcvnewline\n   {}}');
    expect(tex).toContain('{\\color{mdcvgrey}With a remark that no narrow column holds}}');
  });

  it('place what is wrong with an initial at the name that it is of', async () => {
    const { messages, unplaced } = await render('keys=initial style=apa');
    expect(messages).toEqual(['unset-character']);
    expect(unplaced).toEqual([]);
  });

  it('set a name anew where there is something to tell about it', async () => {
    const { messages } = await render('keys="thorn,again"');
    expect(messages.filter((code) => code === 'unset-character')).toHaveLength(4);
    const { tex } = await render('keys="plain,more"');
    expect(tex.split('I.~Udo')).toHaveLength(3);
  });

  it('are paragraphs in the compact style, a title with its own mark without a full stop', async () => {
    const { tex } = await render('keys="whole,names,bare,thesis" style=compact');
    expect(tex).toContain(
      'et al.\\mdcvstop{} \\mdcvtitle{Why?} Journal, 2(3), 4–5, 2020\\mdcvstop{}\\ Invited\\mdcvstop{}\\ \\mdcvbadge{',
    );
    expect(tex).toContain(
      '\\begin{mdcvpublication}{}\\mdcvtitle{Bare}. Press\\mdcvstop{}\\ \\mdcvbadge{{[}\\mdcvlink{https://example.org/a}{Prize}{]}}',
    );
    expect(tex).toContain('\\mdcvtitle{Thesis}. PhD thesis, School, 2018\\mdcvstop{}\\end');
  });

  it('have numbers in the numbered style, and headings for groups', async () => {
    const { tex } = await render('style=numbered group=year');
    expect(tex).toContain('\\mdcvsubsection{2020}{2020}');
    expect(tex).toContain('\\mdcvsubsection{In preparation}{In preparation}');
    expect(tex).toContain('\\begin{mdcvpublication}{3}\\mdcvowner');
    expect(tex).toContain('\\mdcvsubsection{Other}{Other}');
  });

  it("have inverted names after APA's manner", async () => {
    const { tex } = await render('style=apa');
    expect(tex).toContain(
      '\\mdcvowner{van~der~Berg,~A.~J.-M.}{*}, The ATLAS Collaboration, King,~M.,~Jr.\\textsuperscript{†}, et al.\\ (2020). Why?\\ \\emph{Journal}, \\emph{2}(3), 4–5\\mdcvstop{}',
    );
    expect(tex).toContain('Title.\\ In Ed~Itor\\ (ed.),\\ \\emph{Proceedings');
    expect(tex).toContain('\\mdcvtitle{Thesis} [PhD thesis].\\ In A~One, \\& B~Two\\ (eds.),\\ School');
    expect(tex).toContain('(n.d.). \\mdcvtitle{Bare}.\\ Press');
    expect(tex).toContain('\\mdcvowner{Berg,~A.~van~der}, \\& \\emph{Odd},~A.~2\\ (2017)');
  });

  it('take a style of the template’s own, and say which there are', async () => {
    const academic = await loadTemplate('academic', []);
    const own = join(folder, 'templates', 'mine');
    mkdirSync(own, { recursive: true });
    writeFileSync(
      join(own, 'publications-mine.njk'),
      '<% for p in group.publications %>MINE << p.title >> << p.authors[0].full >>\n<% endfor %>',
    );
    writeFileSync(join(own, 'main.tex.njk'), '\\begin{document}<% include "body.tex.njk" %>');
    const mine: Template = { ...academic, folder: own };
    expect((await render('style=mine keys=thesis', mine)).tex).toContain('MINE Thesis');
    await expect(render('style=mien', mine)).rejects.toThrow('Cannot find the partial');
    writeFileSync(join(folder, 'file'), '');
    const broken: Template = { ...academic, folder: join(folder, 'file') };
    await expect(render('style=mine', broken)).rejects.toThrow('ENOTDIR');
  });

  it('without venue, year or names leave no empty brackets or lines', async () => {
    const { tex } = await render('keys=coming');
    expect(tex).toContain('{\\mdcvvenue{[in preparation]}\\mdcvnewline\n   {}}{\\mdcvtitle{Coming}}');
    const none = await render('keys=nothing number=forward');
    expect(none.tex).toContain('{[1] \\mdcvnewline\n   {}}{\\mdcvtitle{Nothing}}');
  });

  it('print a number without a volume by itself, and a status by itself with a capital', async () => {
    const compact = (await render('keys="report,issue,patent,coming,series" style=compact')).tex;
    expect(compact).toContain('\\mdcvtitle{Report}. Technical report RR-1, INRIA, 2014\\mdcvstop{}');
    expect(compact).toContain('\\mdcvtitle{Issue}. Journal, (3), 2001\\mdcvstop{}');
    expect(compact).toContain('\\mdcvtitle{Patent}. Patent, US12, 2016\\mdcvstop{}');
    expect(compact).toContain('\\mdcvtitle{Coming}. In preparation\\mdcvstop{}');
    expect(compact).toContain('\\mdcvtitle{Series}. Proceedings, 7, 2002\\mdcvstop{}');
    const apa = (await render('keys="report,issue,patent,later" style=apa')).tex;
    expect(apa).toContain('\\mdcvtitle{Report} (RR-1) [Technical report].\\ INRIA\\mdcvstop{}');
    expect(apa).toContain('Issue.\\ \\emph{Journal}, (3)\\mdcvstop{}');
    expect(apa).toContain('Patent [Patent].\\ \\emph{US12}\\mdcvstop{}');
    expect(apa).toContain('(2030). Later.\\ \\emph{J}\\mdcvstop{}\\ To appear\\mdcvstop{}');
  });

  it('shorten no name in a script without capitals', async () => {
    const { tex } = await render('keys=hebrew style=apa');
    // pdflatex cannot set them, their numbers stand in: the whole given name is there.
    expect(tex).toContain(
      '{[}U+05DB{]}{[}U+05D4{]}{[}U+05DF{]},~{[}U+05DE{]}{[}U+05E9{]}{[}U+05D4{]}\\ (2000)',
    );
  });

  it('have fonts for scripts that only their authors need', async () => {
    const vfile = await readCvFile(join(folder, 'cv.md'));
    vfile.value = '---\nname: Ada\nbibliography: p.bib\n---\n\n## P\n\n[@hebrew]\n';
    const { cv, frontMatter } = await parseCv(vfile);
    const template = await loadTemplate('academic', []);
    const options = resolveOptions(template.manifest, frontMatter, vfile);
    const { document, scripts } = toDocument({ cv, template, engine: 'xelatex', options, vfile });
    expect(scripts).toContain('hebrew');
    expect(document.source).toContain('\\mdcv_declare_script:nnn { hebrew }');
  });

  it('must print titles and authors, not the editors of what they are part of', async () => {
    expect((await render('keys="names,thesis" style=compact')).unprinted).toEqual([]);
    const academic = await loadTemplate('academic', []);
    const own = join(folder, 'templates', 'titles');
    mkdirSync(own, { recursive: true });
    writeFileSync(
      join(own, 'publications-titles.njk'),
      '<% for p in group.publications %><< p.title >>\n<% endfor %>',
    );
    writeFileSync(join(own, 'main.tex.njk'), '\\begin{document}<% include "body.tex.njk" %>');
    expect((await render('style=titles keys=thesis', { ...academic, folder: own })).unprinted).toContain(
      'p.bib:7:48 The template `academic` did not print the authors of thesis',
    );
  });

  it('need no style where there are none', async () => {
    const vfile = await readCvFile(join(folder, 'cv.md'));
    vfile.value = '# Ada\n\n## Work\n';
    const { cv } = await parseCv(vfile);
    expect(checkStyles(cv, { ...(await loadTemplate('academic', [])), folder: '/nowhere' }, vfile)).toBe(
      true,
    );
    expect(vfile.messages).toEqual([]);
  });

  it('are an error where the style is not there', async () => {
    const vfile = await readCvFile(join(folder, 'cv.md'));
    vfile.value =
      '---\nname: A\nbibliography: p.bib\n---\n\n## P\n\n### Sub\n\n::: publications {style=compakt}\n:::\n\n## Q\n\n2020\n:   **Job**\n\n**Label:** text\n\n::: publications {style=zzzzz}\n:::\n';
    const { cv } = await parseCv(vfile);
    expect(checkStyles(cv, await loadTemplate('academic', []), vfile)).toBe(false);
    expect(
      vfile.messages
        .filter(({ ruleId }) => ruleId === 'unknown-style')
        .map(({ line, note }) => `${line} ${note}`),
    ).toEqual([
      '10 Did you mean `compact`? There are: apa, compact, numbered, venue-left.',
      '20 There are: apa, compact, numbered, venue-left.',
    ]);
  });
});
