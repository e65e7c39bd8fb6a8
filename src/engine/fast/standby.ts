/** An engine that has read everything but the body of a document, and waits for it. */
import { rmSync } from 'node:fs';
import { hasSince } from '../../toolchain/tex-live-releases.ts';
import type { ProgramRun, Toolchain } from '../../toolchain/toolchain.ts';
import type { AuxFiles } from '../aux-files.ts';
import type { EngineName, TexAsset, TexDocument } from '../engine.ts';
import { engineArgs } from '../engine-args.ts';
import { prepareFolder } from '../run-folder.ts';
import { inputLine, startWaitingEngine, waitForLine } from '../waiting-engine.ts';
import { createWorkFolder } from '../work-folder.ts';

export interface StandbyRequest {
  engine: EngineName;
  toolchain: Toolchain;
  jobName: string;
  synctex: boolean;
  /** TeX that comes before `\begin{document}`; nothing where the format holds it. */
  preamble: string;
  /** Absolute path of a format. */
  format: string | undefined;
  /** As the last run left them. */
  aux: AuxFiles;
  /** Whose folder it is to work in; one of its own, which vanishes with it, by default. Absolute path. */
  folder?: string | undefined;
  /** To be loaded before the body, as `readFonts` gave them. */
  fonts: readonly string[];
}

export interface Standby {
  /** The run's own folder. */
  readonly folder: string;
  /** False where the engine ended before it was ready: its preamble has an error. */
  readonly ready: Promise<boolean>;
  /**
   * Sets a body and waits for the end; once only.
   * @param document the body, in lines of the file that its places refer to, with its images
   * @param timeoutMs milliseconds
   */
  typeset(document: Body, timeoutMs: number, signal: AbortSignal | undefined): Promise<ProgramRun>;
  /** Ends the engine, if it still runs, and removes the folder. */
  dispose(): Promise<void>;
}

/** What a standby waits for. */
export type Body = Pick<TexDocument, 'source' | 'assets'>;

/** Ends in what no aux file ends in. */
const mainName = 'mdcv-standby';

/** Notes each font of LaTeX's that is loaded, in that order, and tells the log at the end. */
const noteFonts = String.raw`\let\mdcv@newfont\define@newfont
\gdef\mdcv@fonts{\@gobble}%
\def\define@newfont{\begingroup\escapechar\m@ne
  \xdef\mdcv@fonts{\mdcv@fonts,\expandafter\string\font@name}\endgroup\mdcv@newfont}%
\AddToHook{enddocument/info}{\@for\mdcv@font:=\mdcv@fonts\do{\immediate\write-1{mdcv-font \mdcv@font}}}%
`;
const notedFont = /^mdcv-font (.+)\n/gm;

/** The fonts that a run has loaded, `T1/lmr/m/n/10`, in their order. */
export function readFonts(log: string): string[] {
  return Array.from(log.matchAll(notedFont), ([, font]) => font as string);
}

/** A log without what is in it for `readFonts`. */
export function withoutFonts(log: string): string {
  return log.replace(notedFont, '');
}

/** Loading fonts takes nearly half of the time that a body takes. Their order is kept, since fonts are numbered in it. */
function loadFonts(fonts: readonly string[]): string {
  const commands = fonts.flatMap((font) => {
    const [encoding, family, series, shape, size, ...rest] = font.split('/');
    if (size === undefined || rest.length > 0) return [];
    return `\\fontsize{${size}}{${size}}\\usefont{${encoding}}{${family}}{${series}}{${shape}}%\n`;
  });
  return `\\setbox\\z@\\hbox{%\n${commands.join('')}}\\setbox\\z@\\box\\voidb@x\n`;
}

function waitForBody(fonts: readonly string[]): string {
  return [
    '\\begin{document}%\n\\makeatletter\n',
    noteFonts,
    loadFonts(fonts),
    `\\makeatother\n${waitForLine}\n`,
  ].join('');
}

/** Room for new commands beside those of the format, of which LaTeX with a CV's packages has some 16,000 beyond TeX's own table. */
const hashExtra = 60_000;

/**
 * TeX Live makes room for 600,000 commands, each of which TeX sets up when it starts: an eighth of a pass. Where a body needs more than this,
 * TeX tells of an error, and the plain way is taken.
 */
function smallHash({ description }: Toolchain): string[] {
  return hasSince('memoryOption', description) ? [`-cnf-line=hash_extra=${hashExtra}`] : [];
}

/**
 * Starts an engine up to the point where the body of the document begins.
 * @throws MdcvError `cannot-write`, `disk-full` and what else `prepareFolder` throws
 */
export function startStandby(request: StandbyRequest): Standby {
  const { engine, toolchain, jobName, format } = request;
  const folder = request.folder ?? createWorkFolder(toolchain);
  const removeFolder = (): void => {
    if (request.folder === undefined) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const source = request.preamble + waitForBody(request.fonts);
    const aux = Array.from(request.aux, ([name, from]): TexAsset => ({ name, from }));
    const document = { source, assets: aux, origins: [] };
    prepareFolder({ document, folder, jobName: mainName, engine });
  } catch (error) {
    removeFolder();
    throw error;
  }

  const waiting = startWaitingEngine({
    engine,
    toolchain,
    args: [
      ...(format ? smallHash(toolchain) : []),
      `-jobname=${jobName}`,
      ...engineArgs(engine, request),
      `${mainName}.tex`,
    ],
    folder,
    format,
  });

  return {
    folder,
    ready: waiting.ready,
    async typeset(document, timeoutMs, signal) {
      prepareFolder({ document: { ...document, origins: [] }, folder, jobName, engine });
      return waiting.goOn(inputLine(`${jobName}.tex`), timeoutMs, signal);
    },
    async dispose() {
      await waiting.dispose();
      removeFolder();
    },
  };
}
