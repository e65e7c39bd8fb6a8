/** A tiny document that defines the vocabulary of `src/latex/`, set by the real engine and read by poppler. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { EngineName } from '../../src/engine/engine.ts';
import { luaGuard, luaGuardFile } from '../../src/engine/lua-guard.ts';

const encoding: Readonly<Record<EngineName, string>> = {
  pdflatex: '\\input{glyphtounicode}\\pdfgentounicode=1 \\usepackage[T1]{fontenc}\\usepackage{lmodern}',
  xelatex: '\\usepackage{fontspec}\\newfontfamily\\fallbackfont{DejaVu Sans}',
  lualatex: '\\usepackage{fontspec}\\newfontfamily\\fallbackfont{DejaVu Sans}',
};

const vocabulary = String.raw`
\protected\def\mdcvbreak{\ifhmode\penalty50 \fi}
\protected\def\mdcvdatebreak{}
\makeatletter
\protected\def\mdcvcomposed#1#2{\leavevmode\pdfliteral page{/Span<</ActualText<FEFF#1>>>BDC}%
  {\@tfor\mdcv@one:=\d\c\k\b\textcommabelow\do{\expandafter\mdcv@markfirst\mdcv@one}#2}\pdfliteral page{EMC}}
\newcommand{\mdcv@markfirst}[1]{\expandafter\let\csname mdcv@below\string#1\endcsname#1%
  \def#1##1{\rlap{\csname mdcv@below\string#1\endcsname{\hphantom{##1}}}##1}}
\makeatother
\protected\def\mdcvunbroken#1{#1}
\protected\def\mdcvnewline{\ifhmode\unskip\hfil\break\fi}
\protected\def\mdcvscript#1#2{{\fallbackfont#2}}
\protected\def\mdcvlink#1#2{\href{#1}{#2}}
\protected\def\mdcvurl#1#2{\href{#1}{#2}}
\protected\def\mdcvcode#1{{\ttfamily#1}}
\protected\def\mdcvstrike#1{#1}
\protected\def\mdcvcheckbox#1{(#1)}
\protected\def\mdcvnotemark#1{\textsuperscript{#1}}
\newcommand{\mdcvnote}[2]{\par\textsuperscript{#1}#2\par}
\newenvironment{mdcvitemize}{\par\def\item{\par\textbullet\ }}{\par}
\newenvironment{mdcvenumerate}[1]{\par\count255=\numexpr#1-1\relax\def\item{\par\advance\count255 by 1 \the\count255.\ }}{\par}
\newenvironment{mdcvquote}{\par}{\par}
\newenvironment{mdcvcodeblock}{\par\ttfamily}{\par}
\newcommand{\mdcvcodeline}[1]{\par\leavevmode#1\par}
\newcommand{\mdcvrule}{\par\hrule}
\newcommand{\mdcvheading}[1]{\par\textbf{#1}\par}
\newcolumntype{L}[1]{>{\raggedright\arraybackslash}p{#1\linewidth}}
\newenvironment{mdcvtable}[2][]{\par\noindent#1\begin{tabular}{#2}}{\end{tabular}\par}
\newcommand{\mdcvhead}[1]{\textbf{#1}}
\newcommand{\mdcvheadrule}{\hline}
\newcommand{\mdcvkeeprow}{}
% Takes its arguments the way moderncv's entries do: twice read, in a table cell.
\newcommand{\entry}[2]{\par\noindent\begin{tabular}{p{.2\linewidth}p{.7\linewidth}}#1&#2\end{tabular}\par}
`;

export interface SetDocument {
  /** The text of the PDF, as poppler reads it, in one line. */
  text: string;
  /** Addresses of its links. */
  links: string[];
  /** Lines of the log that begin with `!`, and missing characters. */
  complaints: string[];
}

/** Whether the engine is there. */
export function hasEngine(engine: EngineName): boolean {
  return spawnSync(engine, ['--version']).status === 0;
}

/** Sets a body and reads the PDF. */
export function setDocument(body: string, engine: EngineName, preamble = ''): SetDocument {
  const folder = mkdtempSync(join(tmpdir(), 'mdcv-latex-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const source = [
    '\\documentclass{article}',
    encoding[engine],
    '\\usepackage{array}\\usepackage[unicode]{hyperref}\\pagestyle{empty}\\emergencystretch3em',
    '\\hyphenpenalty10000 \\exhyphenpenalty10000',
    vocabulary,
    preamble,
    '\\begin{document}',
    body,
    '\\end{document}',
  ].join('\n');
  writeFileSync(join(folder, 'cv.tex'), source);
  writeFileSync(join(folder, luaGuardFile), luaGuard);
  const guard = engine === 'lualatex' ? [`--lua=${luaGuardFile}`] : [];
  const options = ['-interaction=nonstopmode', '-no-shell-escape', ...guard];
  const { error } = spawnSync(engine, [...options, 'cv.tex'], {
    cwd: folder,
    env: { ...process.env, max_print_line: '1000', openin_any: 'p', openout_any: 'p' },
  });
  if (error) throw error;
  const log = readFileSync(join(folder, 'cv.log'), 'latin1');
  const pdf = join(folder, 'cv.pdf');
  const text = existsSync(pdf) ? execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }) : '';
  // QDF form writes the objects out in plain text.
  const objects = existsSync(pdf)
    ? execFileSync('qpdf', ['--qdf', '--object-streams=disable', pdf, '-'], {
        encoding: 'latin1',
        maxBuffer: 2 ** 26,
      })
    : '';
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    links: Array.from(objects.matchAll(/\/URI \((.*?)\)\s/g), ([, uri]) => uri as string),
    complaints: log.match(/^(?:!|Missing character).*/gm) ?? [],
  };
}
