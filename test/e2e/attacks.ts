/** The attacks that content is tried with. Each is a row; what none of them may do is checked of all in the same way (`hostile.test.ts`). */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPng } from '../images.ts';
import { createFolder, mdcv, pdfText } from './mdcv.ts';

/** What no attack may bring anywhere: the words of a file beside the CV's folder. */
const secretWords = 'CANARYSECRET';

export interface Attack {
  name: string;
  /** `SECRET` is the absolute path of a file outside, without its ending; `CANARY` a program that is not to be run. */
  payload: string;
}

/** TeX that content may not speak. */
export const texAttacks: readonly Attack[] = [
  { name: 'input', payload: '\\input{SECRET.tex}' },
  { name: 'input, primitive', payload: '\\input SECRET.tex ' },
  { name: 'input, by the parent', payload: '\\input{../secret.tex}' },
  { name: 'input, internal', payload: '\\makeatletter\\@@input SECRET.tex \\makeatother' },
  { name: 'input, where there is one', payload: '\\InputIfFileExists{SECRET.tex}{got}{}' },
  { name: 'read', payload: '\\newread\\qq\\openin\\qq=SECRET.txt \\read\\qq to\\x \\x' },
  { name: 'picture', payload: '\\includegraphics{SECRET.png}' },
  { name: 'picture, primitive', payload: '\\pdfximage{SECRET.png}\\pdfrefximage\\pdflastximage' },
  { name: 'picture of xelatex', payload: '\\XeTeXpicfile "SECRET.png"' },
  { name: 'stream', payload: '\\immediate\\pdfobj stream file {SECRET.txt}\\pdfrefobj\\pdflastobj' },
  { name: 'stream of the driver', payload: '\\special{pdf:fstream @x (SECRET.txt)}' },
  { name: 'dump', payload: '\\pdffiledump length 20 {SECRET.txt}' },
  { name: 'listing', payload: '\\lstinputlisting{SECRET.txt}\\verbatiminput{SECRET.txt}' },
  { name: 'package', payload: '\\usepackage{SECRET}\\RequirePackage{SECRET}' },
  { name: 'bibliography', payload: '\\bibliography{SECRET}' },
  { name: 'font', payload: '\\font\\x=SECRET \\x' },
  { name: 'superscript notation', payload: '^^5cinput{SECRET.tex} ^^5c^^69nput SECRET.tex ' },
  { name: 'long superscript notation', payload: '^^^^005cinput{SECRET.tex} ^^^^^00005cinput SECRET.tex ' },
  { name: 'name from letters', payload: '\\csname input\\endcsname{SECRET.tex}' },
  { name: 'another escape character', payload: '\\catcode`\\!=0 !input{SECRET.tex}' },
  { name: 'active character', payload: '\\catcode`\\~=13 \\lccode`\\~=92 \\lowercase{~input{SECRET.tex}}' },
  { name: 'scanned again', payload: '\\scantokens{\\input{SECRET.tex}}' },
  { name: 'expl3', payload: '\\ExplSyntaxOn\\file_input:n{SECRET.tex}\\ExplSyntaxOff' },
  { name: 'end of a comment', payload: '%\\input{SECRET.tex}' },
  { name: 'end of an argument', payload: '}\\input{SECRET.tex}{' },
  { name: 'two closing braces', payload: '}}\\input{SECRET.tex}{{' },
  { name: 'write', payload: '\\immediate\\openout5=SECRET-written.txt \\immediate\\write5{x}' },
  { name: 'write, by the parent', payload: '\\immediate\\openout5=../written.txt \\immediate\\write5{x}' },
  { name: 'shell', payload: '\\immediate\\write18{CANARY}\\write18{CANARY}' },
  { name: 'shell, by a pipe', payload: '\\input{|"CANARY"}\\openin5="|CANARY"' },
  { name: 'shell, by expl3', payload: '\\ShellEscape{CANARY}\\sys_shell_now:n{CANARY}' },
  { name: 'Lua', payload: '\\directlua{os.execute("CANARY") tex.print(io.open("SECRET.txt"):read("*a"))}' },
  { name: 'Lua, late', payload: '\\latelua{os.execute("CANARY")}\\luaexec{os.execute("CANARY")}' },
  { name: 'endless macro', payload: '\\def\\x{\\x}\\x' },
  { name: 'endless loop', payload: '\\loop\\iftrue\\repeat' },
  { name: 'endless memory', payload: '\\def\\x{\\xdef\\y{\\y\\y}\\x}\\def\\y{yy}\\x' },
  { name: 'endless pages', payload: '\\def\\x{\\shipout\\hbox{x}\\x}\\x' },
  { name: 'end of the document', payload: '\\end{document}' },
  { name: 'end of the file', payload: '\\endinput\\stop\\bye' },
  { name: 'false condition', payload: '\\iffalse' },
  { name: 'open group', payload: '{\\begingroup\\begin{verbatim}' },
];

/** What Nunjucks would run in a template. */
export const templateAttacks: readonly Attack[] = [
  { name: 'expression', payload: '<< 7 * 191 >>' },
  { name: 'escape', payload: "<< cv.constructor.constructor('return process.env')() >>" },
  { name: 'inclusion', payload: '<% include "SECRET.tex" %>' },
  { name: 'block', payload: '<% for x in [1,2] %>8128<% endfor %>' },
  { name: 'comment', payload: '<# gone #>' },
];

/** A folder with a CV in it, and around it what nobody may touch. */
export interface Trap {
  /** The CV's. */
  folder: string;
  env: NodeJS.ProcessEnv;
  arm(payload: string): string;
  /** What an attack has got, in words; empty where it has got nothing. */
  sprung(texts: readonly string[]): string[];
}

/**
 * Sets the trap: a secret as text, .tex, .bib, package and picture beside the CV's folder, links to them in it, and first on the PATH programs that
 * leave a trace when they are run.
 */
export function setTrap(): Trap {
  const parent = createFolder();
  const folder = join(parent, 'cv');
  const bin = join(parent, 'bin');
  const temporary = join(parent, 'tmp');
  for (const path of [folder, bin, temporary]) mkdirSync(path);
  const secret = `${secretWords} of a file outside\n`;
  for (const ending of ['txt', 'tex', 'sty', 'md']) writeFileSync(join(parent, `secret.${ending}`), secret);
  writeFileSync(
    join(parent, 'secret.bib'),
    `@article{a, title = {${secretWords}}, author = {A B}, year = 2020}\n`,
  );
  writeFileSync(join(parent, 'secret.png'), createPng({ colourType: 2 }));
  for (const ending of ['txt', 'bib', 'png'])
    symlinkSync(`../secret.${ending}`, join(folder, `link.${ending}`));
  symlinkSync('..', join(folder, 'up'));
  const trace = join(parent, 'trace');
  for (const name of [
    'canary',
    'mktexpk',
    'mktextfm',
    'makeindex',
    'bibtex',
    'gs',
    'rungs',
    'epstopdf',
    'inkscape',
    'xdg-open',
  ])
    writeFileSync(join(bin, name), `#!/bin/sh\necho "$0" >> '${trace}'\n`, { mode: 0o755 });
  const before = listFiles(parent);
  const env = { PATH: `${bin}:${process.env.PATH}`, TMPDIR: temporary, CANARY_ENV: secretWords };
  return {
    folder,
    env,
    arm: (payload) => payload.replaceAll('SECRET', join(parent, 'secret')).replaceAll('CANARY', 'canary'),
    sprung(texts) {
      const isOwn = (path: string): boolean => /^(?:cv|tmp)\//.test(path);
      const fresh = listFiles(parent).filter((path) => !before.includes(path) && !isOwn(path));
      return [
        ...(existsSync(trace) ? [`ran ${readFileSync(trace, 'utf8')}`] : []),
        ...fresh.filter((path) => path !== 'trace').map((path) => `wrote ${path}`),
        ...readdirSync(temporary).map((name) => `left ${name}`),
        ...texts.filter((text) => text.includes(secretWords)).map((text) => `read ${around(text)}`),
        ...(readFileSync(join(parent, 'secret.txt'), 'utf8') === secret ? [] : ['changed the secret']),
      ];
    },
  };
}

function around(text: string): string {
  const at = text.indexOf(secretWords);
  return text.slice(Math.max(0, at - 80), at + 80);
}

/** Of all that is no folder, links not followed. */
function listFiles(folder: string, under = ''): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const name = join(under, entry.name);
    return entry.isDirectory() ? listFiles(folder, name) : name;
  });
}

export interface Attempt {
  exitCode: number | null;
  /** What was printed. */
  printed: string;
  /** The words of the PDF; nothing where there is none. */
  text: string | undefined;
  tex: string;
  sprung: string[];
}

/** Builds a CV in a trap, and looks at all that came of it: what was printed, the .tex, TeX's log and the PDF. */
export function attempt(trap: Trap, markdown: string, args: readonly string[] = []): Attempt {
  writeFileSync(join(trap.folder, 'cv.md'), markdown);
  const run = mdcv(trap.folder, ['build', 'cv.md', '--keep', ...args], trap.env);
  const read = (name: string): string => {
    const path = join(trap.folder, 'out', name);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  const pdf = join(trap.folder, 'out/cv.pdf');
  const text = existsSync(pdf) ? pdfText(pdf) : undefined;
  const printed = run.stdout + run.stderr;
  const tex = read('cv.tex');
  const bytes = existsSync(pdf) ? readFileSync(pdf, 'latin1') : '';
  const sprung = trap.sprung([
    printed,
    tex,
    read('cv.build/cv.log'),
    read('cv.build/cv.aux'),
    text ?? '',
    bytes,
  ]);
  return { exitCode: run.exitCode, printed, text, tex, sprung };
}
