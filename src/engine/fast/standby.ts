/** An engine that has read everything but the body of a document, and waits for it. */
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasSince } from '../../toolchain/tex-live-releases.ts';
import type { ProgramRun, Toolchain } from '../../toolchain/toolchain.ts';
import type { AuxFiles } from '../aux-files.ts';
import type { EngineName, TexAsset } from '../engine.ts';
import { engineArgs } from '../engine-args.ts';
import { guardWrite, prepareFolder } from '../run-folder.ts';
import { inputLine, startWaitingEngine, waitForLine } from '../waiting-engine.ts';
import { createWorkFolder } from '../work-folder.ts';
import { type Beginning, type Body, beginningSource, type PausedBody, restOf } from './beginning.ts';
import { pauseCommand } from './pauses.ts';

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
  /** Of the body, to be set before the rest is there; none by default. */
  beginning?: Beginning | undefined;
}

export interface Standby {
  /** The run's own folder. */
  readonly folder: string;
  /** What it has set of the body; it serves no body that begins otherwise. */
  readonly beginning?: Beginning | undefined;
  /** False where the engine ended before it was ready: its preamble has an error. */
  readonly ready: Promise<boolean>;
  /** When it began to set a body that nobody had asked for yet, by `Date.now()`; nothing for others. */
  readonly begunAt?: number | undefined;
  /**
   * Sets a body and waits for the end; once only.
   * @param body begins as the standby has begun; where it has TeX wait, it goes on at once
   * @param timeoutMs milliseconds
   */
  typeset(body: Body | PausedBody, timeoutMs: number, signal: AbortSignal | undefined): Promise<ProgramRun>;
  /** Ends the engine, if it still runs, and removes the folder. */
  dispose(): Promise<void>;
}

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

/** Notes in which line TeX is when it puts its first page out. */
const noteFirstPage = String.raw`\AddToHook{shipout/firstpage}{\immediate\write-1{mdcv-first-page \the\inputlineno}}%
`;
const notedFirstPage = /^mdcv-first-page (\d+)\n/m;

/** The fonts that a run has loaded, `T1/lmr/m/n/10`, in their order. */
export function readFonts(log: string): string[] {
  return Array.from(log.matchAll(notedFont), ([, font]) => font as string);
}

/** In which line of the document TeX was when a run put out its first page, 1-based. */
export function readFirstPageLine(log: string): number | undefined {
  const line = notedFirstPage.exec(log)?.[1];
  return line === undefined ? undefined : Number(line);
}

/** A log without what is in it for `readFonts` and `readFirstPageLine`. */
export function withoutNotes(log: string): string {
  return log.replace(notedFont, '').replace(notedFirstPage, '');
}

/**
 * Loading fonts takes nearly half of the time that a body takes. Their order is kept, since fonts are numbered in it. Families that fontspec makes
 * (`NotoSansCJKSC(0)`) may be of a font for some script, which is looked for where the body first needs it.
 */
function loadFonts(fonts: readonly string[]): string {
  const commands = fonts.flatMap((font) => {
    const [encoding, family, series, shape, size, ...rest] = font.split('/');
    if (size === undefined || rest.length > 0) return [];
    const load = `\\fontsize{${size}}{${size}}\\usefont{${encoding}}{${family}}{${series}}{${shape}}`;
    return `${family?.includes('(') ? `\\@ifundefined{${encoding}+${family}}{}{${load}}` : load}%\n`;
  });
  return `\\setbox\\z@\\hbox{%\n${commands.join('')}}\\setbox\\z@\\box\\voidb@x\n`;
}

/** Up to where it waits, in this file or in that of the body. */
function startDocument({ fonts, beginning, jobName }: StandbyRequest): string {
  return [
    '\\begin{document}%\n\\makeatletter\n',
    noteFonts,
    noteFirstPage,
    loadFonts(fonts),
    `\\makeatother\\def${pauseCommand}{${waitForLine}}%\n`,
    beginning ? inputLine(`${jobName}.tex`) : pauseCommand,
    '\n',
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
  const { engine, toolchain, jobName, format, beginning } = request;
  const folder = request.folder ?? createWorkFolder(toolchain);
  const removeFolder = (): void => {
    if (request.folder === undefined) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const source = request.preamble + startDocument(request);
    const aux = Array.from(request.aux, ([name, from]): TexAsset => ({ name, from }));
    prepareFolder({ document: { source, assets: aux, origins: [] }, folder, jobName: mainName, engine });
    if (beginning) {
      const document = { source: beginningSource(beginning), assets: [...beginning.assets], origins: [] };
      prepareFolder({ document, folder, jobName, engine });
    }
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
    beginning,
    ready: waiting.ready,
    async typeset(body, timeoutMs, signal) {
      const goOn = (command: string): Promise<ProgramRun> => {
        const lines = [command, ...Array('pauses' in body ? body.pauses : 0).fill('%')];
        return waiting.goOn(lines.join('\n'), timeoutMs, signal);
      };
      if (beginning) {
        // TeX reads a file line by line: what is added while it waits in the last one is read as if it had been there.
        const { source, command } = restOf(body.source, beginning);
        guardWrite(`write \`${folder}\``, () => appendFileSync(join(folder, `${jobName}.tex`), source));
        return goOn(command);
      }
      prepareFolder({ document: { ...body, origins: [] }, folder, jobName, engine });
      return goOn(inputLine(`${jobName}.tex`));
    },
    async dispose() {
      await waiting.dispose();
      removeFolder();
    },
  };
}
