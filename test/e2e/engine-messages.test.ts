import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { afterEach, describe, expect, it } from 'vitest';
import type { EngineName, TexAsset, TexDocument } from '../../src/engine/engine.ts';
import { parseLog } from '../../src/engine/parse-log.ts';
import { runEngine } from '../../src/engine/passes.ts';
import { placeMessages } from '../../src/engine/place-messages.ts';
import { createMarks, templateMark } from '../../src/latex/origins.ts';
import { severityOf } from '../../src/problem.ts';
import { findLocalToolchain } from '../../src/toolchain/local-toolchain.ts';

const template = 'templates/plain/main.tex.njk';
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/**
 * Stands in for a template: `body` lines are lines of the template, `<<n-m>>` in one prints lines n to m of the CV as they are.
 */
function render(markdown: string, body: string, assets: TexAsset[] = []): TexDocument {
  const marks = createMarks('cv.md');
  const source = markdown.split('\n');
  const lines = body.split('\n').map((line, index) => {
    const printed = line.replace(/<<(\d+)-(\d+)>>/g, (_, first: string, last: string) => {
      const text = source.slice(Number(first) - 1, Number(last)).join('\n');
      const offset = 0;
      return `${marks.content({ line: Number(first), column: 1, offset })}${text}`;
    });
    return `${templateMark(template, index + 1)}${printed}`;
  });
  const resolved = marks.resolve(lines.join('\n'));
  return { source: resolved.source, assets, origins: resolved.lines };
}

/** The messages of a run as `file:line:column severity code reason | note`. */
async function messagesOf(
  markdown: string,
  body: string,
  options: { engine?: EngineName; assets?: TexAsset[]; timeoutMs?: number } = {},
): Promise<string[]> {
  const toolchain = await findLocalToolchain();
  if (!toolchain) throw new Error('These tests need TeX');
  const folder = await mkdtemp(join(tmpdir(), 'mdcv-test-'));
  folders.push(folder);
  const document = render(markdown, body, options.assets);
  const vfile = new VFile({ path: 'cv.md', value: markdown });
  const run = await runEngine({
    document,
    engine: options.engine ?? 'pdflatex',
    toolchain,
    folder,
    jobName: 'job',
    timeoutMs: options.timeoutMs ?? 60_000,
  });
  placeMessages(parseLog(run.log), document, run, vfile);
  return vfile.messages.map((message) =>
    [`${message.name} ${severityOf(message)} ${message.ruleId} ${message.reason}`, message.note]
      .filter(Boolean)
      .join(' | '),
  );
}

const preamble = '\\documentclass{article}\n\\begin{document}';

describe('messages of real TeX runs', () => {
  it('says nothing about a sound document', async () => {
    expect(await messagesOf('# Name\n\nText.', `${preamble}\n<<3-3>>\n\\end{document}`)).toEqual([]);
  });

  it.each(['pdflatex', 'xelatex', 'lualatex'] as const)(
    'places an undefined command of a raw block, %s',
    async (engine) => {
      const markdown =
        '# Name\n\nText.\n\n```{=latex}\n\\textbf{one}\n\\textit{two\n  \\nosuchcommand three}\n```\n';
      expect(
        await messagesOf(markdown, `${preamble}\n<<3-3>>\n\n<<6-8>>\n\\end{document}`, { engine }),
      ).toMatchInlineSnapshot(`
      [
        "cv.md:8:3 error tex-error TeX met the undefined command \`\\nosuchcommand\` | Check its spelling, or load the package that defines it in the template.",
      ]
    `);
    },
  );

  it('places an undefined command of the template', async () => {
    expect(
      await messagesOf('Text.', `${preamble}\n\\nosuchcommand{<<1-1>>}\n\\nosuchother\n\\end{document}`),
    ).toMatchInlineSnapshot(`
      [
        "templates/plain/main.tex.njk:3:1 error tex-error TeX met the undefined command \`\\nosuchcommand\` | Check its spelling, or load the package that defines it in the template.",
        "templates/plain/main.tex.njk:4:1 error tex-error TeX met the undefined command \`\\nosuchother\` | Check its spelling, or load the package that defines it in the template.",
      ]
    `);
  });

  it('places an error of a class', async () => {
    const cls = '\\LoadClass{article}\n\\nosuchcommand\n\\newcommand\\entry[1]{#1\\nosuchother}\n';
    const assets = [{ name: 'strange.cls', from: new TextEncoder().encode(cls) }];
    const body =
      '% a comment\n\\documentclass{strange}\n\\begin{document}\n\\entry{<<1-1>>}\n\\end{document}';
    expect(await messagesOf('Text.', body, { assets })).toMatchInlineSnapshot(`
      [
        "templates/plain/main.tex.njk:2:1 error tex-error TeX met the undefined command \`\\nosuchcommand\` | Check its spelling, or load the package that defines it in the template. TeX stopped in line 2 of \`strange.cls\`.",
        "templates/plain/main.tex.njk:4:1 error tex-error TeX met the undefined command \`\\nosuchother\` | It is in the definition of \`\\entry\`: define it, or load the package that does.",
      ]
    `);
  });

  it('places what mathematics and braces go wrong in raw LaTeX', async () => {
    const markdown =
      'A paragraph.\n\nsnake_case here\n\nToo many } here\n\n\\emph{never closed\n\nNext paragraph.\n';
    expect(await messagesOf(markdown, `${preamble}\n<<1-9>>\n\\end{document}`)).toMatchInlineSnapshot(`
      [
        "cv.md:3:1 error tex-error Something that only works in mathematics stands outside of it | Write \`\\_\` for an underscore and \`\\^{}\` for a caret, or put mathematics between \`$\` signs.",
        "cv.md:5:1 error tex-error A \`}\` closes nothing | Count the braces of the raw LaTeX here: each \`{\` needs its \`}\`.",
        "cv.md:7:1 error tex-error The argument of \`\\emph\` is not closed before the document ends | Count the braces of the raw LaTeX here: each \`{\` needs its \`}\`.",
      ]
    `);
  });

  it('places a brace that is open to the end', async () => {
    const markdown = 'A paragraph.\n\n\\textbf{never closed here\nnor there';
    expect(await messagesOf(markdown, `${preamble}\n<<1-4>>\n\\end{document}`)).toMatchInlineSnapshot(`
      [
        "cv.md:3:1 error tex-error The argument of \`\\textbf\` is not closed before the document ends | Count the braces of the raw LaTeX here: each \`{\` needs its \`}\`.",
      ]
    `);
  });

  it('places missing packages, fonts and files', async () => {
    const body =
      '\\documentclass{article}\n\\usepackage{array}\n\\usepackage{nosuchpackage}\n\\begin{document}\nText\n\\end{document}';
    expect(await messagesOf('Text', body)).toMatchInlineSnapshot(`
      [
        "templates/plain/main.tex.njk:3:1 error missing-package TeX cannot find \`nosuchpackage.sty\` | Install what is missing: with TeX Live’s own manager \`tlmgr install nosuchpackage\`.",
      ]
    `);
    expect(
      await messagesOf('{\\font\\x=nosuchmetric \\x Text}', `${preamble}\n<<1-1>>\n\\end{document}`),
    ).toMatchInlineSnapshot(`
      [
        "cv.md:1:1 error missing-font TeX cannot find the font \`nosuchmetric\` | Install what is missing: on Debian and Ubuntu \`sudo apt-get install texlive-fonts-extra\`.",
      ]
    `);
    expect(
      await messagesOf('Text\n\n\\input{nosuchpart}', `${preamble}\n<<1-3>>\n\\end{document}`),
    ).toMatchInlineSnapshot(`
      [
        "cv.md:3:1 error tex-error TeX cannot find the file \`nosuchpart.tex\` | TeX reads only what stands in the folder of the Markdown file: check the name, and its upper and lower case.",
      ]
    `);
  });

  it('places missing characters', async () => {
    const markdown = 'Plain.\n\nZhang 中文\n\nMore 中 and ☃.';
    const body = `${preamble}\n<<1-5>>\n\\end{document}`;
    expect(await messagesOf(markdown, body)).toMatchInlineSnapshot(`
      [
        "cv.md:3:7 error missing-character pdflatex cannot set \`中\` (U+4E2D), \`文\` (U+6587) | Choose \`xelatex\` or \`lualatex\` as the engine, or write something else.",
        "cv.md:5:6 error missing-character pdflatex cannot set \`中\` (U+4E2D), \`☃\` (U+2603) | Choose \`xelatex\` or \`lualatex\` as the engine, or write something else.",
      ]
    `);
    expect(await messagesOf(markdown, body, { engine: 'xelatex' })).toMatchInlineSnapshot(`
      [
        "cv.md:3:7 error missing-character The font \`lmroman10-regular\` lacks \`中\` (U+4E2D), \`文\` (U+6587), missing in the PDF | Write something else, or choose a font that has it. On Debian and Ubuntu, the package \`fonts-noto-cjk\` has such a font.",
        "cv.md:5:6 error missing-character The font \`lmroman10-regular\` lacks \`中\` (U+4E2D), \`☃\` (U+2603), missing in the PDF | Write something else, or choose a font that has it. On Debian and Ubuntu, the package \`fonts-noto-cjk\` has such a font.",
      ]
    `);
    expect(await messagesOf(markdown, body, { engine: 'lualatex' })).toMatchInlineSnapshot(`
      [
        "cv.md:3:7 error missing-character The font \`lmroman10-regular\` lacks \`中\` (U+4E2D), \`文\` (U+6587), missing in the PDF | Write something else, or choose a font that has it. On Debian and Ubuntu, the package \`fonts-noto-cjk\` has such a font.",
        "cv.md:5:6 error missing-character The font \`lmroman10-regular\` lacks \`中\` (U+4E2D), \`☃\` (U+2603), missing in the PDF | Write something else, or choose a font that has it. On Debian and Ubuntu, the package \`fonts-noto-cjk\` has such a font.",
      ]
    `);
  });

  it('places overfull lines and boxes', async () => {
    const markdown =
      'Short.\n\nA paragraph with\nDonaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft\n\nHigh';
    const body = `\\documentclass{article}\n\\hyphenpenalty=10000\n\\begin{document}\n\\parbox{5cm}{<<3-4>>}\n\n\\vbox to 9pt{\\hbox{<<6-6>>}\\hbox{x}}\n\\end{document}`;
    expect(await messagesOf(markdown, body)).toMatchInlineSnapshot(`
      [
        "cv.md:4:1 warning overfull-line A line is 230 pt too wide, so that it runs into the margin | Shorten it or write it otherwise, so that it can be broken. It ends with: …z-itaeten-haupt-be-trieb-swerk-bau-un-terbeamtengesellschaft",
        "cv.md:6:1 warning overfull-entry Something is 9.9 pt too high for its page, so that text may run off it | Make the entry shorter or split it, so that it can be broken over two pages.",
      ]
    `);
  });

  it.each(['pdflatex', 'xelatex', 'lualatex'] as const)(
    'names the line of an endless loop, %s',
    async (engine) => {
      const markdown = 'Text.\n\n```{=latex}\n\\def\\again{\\again}\n\\again\n```\n';
      expect(
        await messagesOf(markdown, `${preamble}\n<<1-1>>\n\n<<4-5>>\n\\end{document}`, {
          engine,
          // Time enough to get into the loop on a busy machine.
          timeoutMs: 6000,
        }),
      ).toMatchInlineSnapshot(`
        [
          "cv.md:5:1 error tex-timeout TeX did not end within its time limit | Look for a command that calls itself at the place where TeX was; \`--timeout\` gives it more time.",
        ]
      `);
    },
  );
});
