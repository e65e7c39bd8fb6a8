/** Many CVs in one run of TeX: one preamble, and every body in a file, a group and pages of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineName, EngineRun, LogEntry } from '../../src/engine/engine.ts';
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
\renewcommand{\mdcv@archive}[1]{\endgroup}
\renewcommand*{\mdcvidentify}[1]{}
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

/** A batch takes seconds; lualatex reads fonts for minutes where it has never seen them. */
const timeoutMs: Readonly<Record<EngineName, number>> = {
  pdflatex: 60_000,
  xelatex: 120_000,
  lualatex: 400_000,
};

/** Of one batch, after which there is no point in going on. */
const mostBroken = 3;

/**
 * Where TeX breaks off in a body, the others are set again without it.
 * @param preamble one that serves all of them
 * @returns for each source what came of it
 * @throws Error where TeX gets to no body, or breaks off in one after the other
 */
export async function setBatch(
  typesettings: readonly Typesetting[],
  preamble: string,
  toolchain: Toolchain,
): Promise<SetBody[]> {
  const bodies = typesettings.map(({ document }) => splitDocument(document.source).body);
  const engine = typesettings[0]?.engine ?? 'pdflatex';
  const set: SetBody[] = [];
  const broken = new Set<number>();
  for (;;) {
    const left = bodies.map((body, index) => ({ body, index })).filter(({ index }) => !broken.has(index));
    const { log, pages } = await runBodies({ engine, preamble, toolchain, bodies: left });
    for (const { body, index } of left) set[index] = readBody(log, index, body, pages);
    const first = left.find(({ index }) => !log.includes(`\n(fuzz) end ${index} `));
    if (!first) return set;
    broken.add(first.index);
    const begun = log.includes(`\n(fuzz) begin ${first.index} `);
    if (!begun || broken.size > mostBroken)
      throw new Error(
        `TeX broke off ${begun ? `in bodies ${[...broken]}` : 'before a body'}:\n${log.slice(-3000)}`,
      );
  }
}

interface Bodies {
  engine: EngineName;
  preamble: string;
  toolchain: Toolchain;
  bodies: readonly { body: string; index: number }[];
}

async function runBodies({
  engine,
  preamble,
  toolchain,
  bodies,
}: Bodies): Promise<{ log: string; pages: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'mdcv-fuzz-tex-'));
  try {
    const calls = bodies.map(({ index }) => `\\mdcvfuzz{${index}}`);
    const run: EngineRun = await runEngine({
      document: {
        source: [preamble, machinery, begin, ...calls, '\\end{document}\n'].join('\n'),
        assets: bodies.map(({ body, index }) => ({ name: `body-${index}.tex`, from: Buffer.from(body) })),
        origins: [],
      },
      engine,
      toolchain,
      folder,
      jobName: 'cv',
      timeoutMs: timeoutMs[engine],
      // No aux file: each body is read once, in one run.
      maxPasses: 1,
    });
    return { log: run.log, pages: run.pdf === undefined ? [] : readPages(run.pdf) };
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
