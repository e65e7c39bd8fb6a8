/** Many CVs in one run of TeX: one preamble, and every body in a file, a group and pages of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogEntry } from '../../src/engine/engine.ts';
import { parseLog } from '../../src/engine/parse-log.ts';
import { runEngine } from '../../src/engine/passes.ts';
import type { Toolchain } from '../../src/toolchain/toolchain.ts';
import type { Typesetting } from '../../src/typeset.ts';

/** What came of one CV of a batch. */
export interface SetBody {
  /** Whether TeX read the body to its end, and the groups open there were those open where it began. */
  isWhole: boolean;
  entries: LogEntry[];
  /** The text of its pages. */
  text: string;
}

const begin = '\\begin{document}';

/** What comes before the body, and the body. */
export function splitDocument(source: string): { preamble: string; body: string } {
  const start = source.indexOf(`\n${begin}\n`) + 1;
  const end = source.lastIndexOf('\\end{document}');
  return { preamble: source.slice(0, start), body: source.slice(start + begin.length + 1, end) };
}

/** Runs each body as the document's own would be, but that PDF/A's objects are written once at most. */
const machinery = String.raw`
\makeatletter
\renewcommand{\mdcv@archive}[2]{\endgroup}
\newcommand{\mdcvfuzz}[1]{%
  \clearpage\global\let\mdcvseal\@undefined\global\let\mdcvinbody\@undefined
  \wlog{(fuzz) begin #1 after page \the\ReadonlyShipoutCounter}%
  \begingroup
  \edef\mdcv@fuzzlevel{\the\currentgrouplevel}%
  \@@input body-#1.tex \par\clearpage
  \wlog{(fuzz) end #1 after page \the\ReadonlyShipoutCounter, level \the\numexpr\currentgrouplevel-\mdcv@fuzzlevel\relax, seal \ifdefined\mdcvseal\mdcvseal\fi}%
  \endgroup}
\makeatother
`;

/**
 * @param preamble one that serves all of them
 * @returns for each source what came of it; `isWhole` is false also where TeX never got to it
 */
export async function setBatch(
  typesettings: readonly Typesetting[],
  preamble: string,
  toolchain: Toolchain,
): Promise<SetBody[]> {
  const bodies = typesettings.map(({ document }) => splitDocument(document.source).body);
  const folder = mkdtempSync(join(tmpdir(), 'mdcv-fuzz-tex-'));
  try {
    const run = await runEngine({
      document: {
        source: [
          preamble,
          machinery,
          begin,
          ...bodies.map((_, index) => `\\mdcvfuzz{${index}}`),
          '\\end{document}\n',
        ].join('\n'),
        assets: bodies.map((body, index) => ({ name: `body-${index}.tex`, from: Buffer.from(body) })),
        origins: [],
      },
      engine: typesettings[0]?.engine ?? 'pdflatex',
      toolchain,
      folder,
      jobName: 'cv',
      timeoutMs: 240_000,
      // No aux file: each body is read once, in one run.
      maxPasses: 1,
    });
    const pages = run.pdf === undefined ? [] : readPages(run.pdf);
    return bodies.map((body, index) => readBody(run.log, index, body, pages));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readPages(pdf: string): string[] {
  const text = execFileSync('pdftotext', ['-enc', 'UTF-8', '-raw', pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return text.split('\f');
}

function readBody(log: string, index: number, body: string, pages: readonly string[]): SetBody {
  const start = new RegExp(`^\\(fuzz\\) begin ${index} after page (\\d+)$`, 'm').exec(log);
  const end = new RegExp(`^\\(fuzz\\) end ${index} after page (\\d+), level (\\S+), seal (\\w*)$`, 'm').exec(
    log,
  );
  if (!start) return { isWhole: false, entries: [], text: '' };
  const seal = [...body.matchAll(/\\gdef\\mdcvseal\{(\w+)\}/g)].at(-1)?.[1];
  return {
    isWhole: end !== null && end[2] === '0' && end[3] === seal,
    entries: parseLog(log.slice(start.index, end?.index ?? log.length)),
    text: pages.slice(Number(start[1]), end ? Number(end[1]) : undefined).join('\n'),
  };
}
