import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { VFile } from 'vfile';
import type { BuildResult } from '../build.ts';
import { createBackgroundCheck } from '../check/background-check.ts';
import { displayPath } from '../display-path.ts';
import type { PageBox, PdfPlaces } from '../model/pdf-places.ts';
import { type BuildInput, defaultFile } from '../options.ts';
import { MdcvError } from '../problem.ts';
import { quoteSource, sortMessages, toReportedMessage, worthReading } from '../report.ts';
import type { Template } from '../template/load-template.ts';
import type { BuildChoices, WatchEvent } from '../watch/watch.ts';
import { createAccess } from './access.ts';
import { changedLine } from './changed-line.ts';
import { createEditorUrl, type ToEditorUrl } from './editor-url.ts';
import {
  type Chosen,
  changeLook,
  findTemplates,
  keepLanguage,
  type SetLook,
  toChoices,
  toLook,
  writeLook,
} from './look.ts';
import type { LookChange, PreviewProblem, PreviewState, SourceLine } from './protocol.ts';
import { type Download, startServer } from './server.ts';

export interface PreviewInput {
  /** What is watched. */
  build: BuildInput;
  /** A free one by default. */
  port?: number | undefined;
  /** A known editor or the address that opens a file in it, see `createEditorUrl`; `vscode` by default. */
  editor?: string | undefined;
  /** Asks the watch for another build. */
  rebuild: (choices: BuildChoices) => void;
}

export interface Preview {
  /** Where a browser finds it. */
  url: string;
  /** Leads to it once. */
  createTicketUrl: () => string;
  /** Shows what the watch tells. */
  show: (event: WatchEvent) => void;
  close: () => Promise<void>;
}

/** What a good build left. */
interface Good {
  pdf: Download;
  tex: Download | undefined;
  places: PdfPlaces | undefined;
  /** The text of each source by its absolute path. */
  texts: Map<string, string>;
}

/**
 * Serves the page that shows what a watch builds, on this machine only.
 * @throws MdcvError `bad-argument`, `port-in-use`, `cannot-serve`
 */
export async function startPreview(input: PreviewInput): Promise<Preview> {
  const { port, rebuild } = input;
  const file = input.build.file ?? defaultFile;
  const toEditorUrl = createEditorUrl(input.editor);
  const checks = createBackgroundCheck();
  let state: Omit<PreviewState, 'pageId'> = {
    file: displayPath(resolve(file)),
    isBuilding: true,
    outcome: 'none',
    problems: [],
  };
  let good: Good | undefined;
  let builds = 0;
  let templates: Template[] = [];
  let set: SetLook | undefined;
  let chosen: Chosen = { variant: input.build.variant, lang: input.build.lang, options: {} };
  // Versions of an earlier process of the same port are other ones.
  const startedAt = Date.now();

  const server = await startServer({
    port,
    access: createAccess(file),
    state: () => state,
    pdf: () => good?.pdf,
    tex: () => good?.tex,
    sourceAt: (page, x, y) => good && findSource(good, toEditorUrl, page, x, y),
    changeLook: async (change: LookChange) => {
      const isReset = Object.values(change).every((value) => value === undefined);
      const { variant, lang } = chosen;
      // At once, so that a change that comes meanwhile adds to it.
      chosen = isReset ? { variant, lang, options: {} } : changeLook(templates, set, chosen, change);
      const kept = change.variant === undefined ? chosen : await keepLanguage(file, chosen);
      choose({ ...chosen, lang: kept.lang });
    },
    writeLook: () => {
      if (set) writeLook(file, chosen, set);
      // What the command line says is stronger than the file.
      const { template, variant, lang } = chosen;
      choose({ ...(input.build.template !== undefined && { template }), variant, lang, options: {} });
    },
  });
  return {
    url: server.url,
    createTicketUrl: server.createTicketUrl,
    show,
    close: async () => {
      await Promise.all([server.close(), checks.close()]);
    },
  };

  function choose(next: Chosen): void {
    chosen = next;
    update({ isBuilding: true, look: set && toLook(templates, set, chosen) });
    rebuild(toChoices(chosen));
  }

  function show(event: WatchEvent): void {
    if (event.type === 'building') {
      checks.cancel();
      update({ isBuilding: true });
    } else if (event.type === 'failed') showFailed(event.error);
    else if (event.type === 'built') void showBuilt(event.result).catch(showFailed);
  }

  function showFailed(error: unknown): void {
    update({ isBuilding: false, outcome: 'failed', problems: [toProblem(error)] });
  }

  async function showBuilt(result: BuildResult): Promise<void> {
    const sources = [result.vfile, ...result.sources];
    const problems = toProblems(result, toEditorUrl);
    set = result;
    builds += 1;
    const build = builds;
    if (result.pdf) {
      const texts = new Map(sources.map((source) => [resolve(source.path), String(source)]));
      const edited = good ? boxesOfEdit(good.texts, texts, result.places) : [];
      const tex = result.tex ? download(result.tex) : undefined;
      good = { pdf: download(result.pdf), tex, places: result.places, texts };
      const { pages, durationMs } = result;
      const version = `${startedAt}-${build}`;
      const pdf = { version, name: good.pdf.name, pages, builtAt: Date.now(), durationMs, edited };
      update({ isBuilding: false, outcome: 'built', problems, pdf });
      checks.check(result, good.pdf.bytes, () => update({ problems: toProblems(result, toEditorUrl) }));
    } else update({ isBuilding: false, outcome: 'failed', problems });
    // After the pages, which are waited for.
    const found = await findTemplates(file, input.build.template, input.build.untrusted);
    if (build !== builds) return;
    templates = found;
    update({ look: toLook(templates, result, chosen) });
  }

  function update(change: Partial<PreviewState>): void {
    state = { ...state, ...change };
    server.push();
  }
}

function download(path: string): Download {
  return { name: basename(path), bytes: readFileSync(path) };
}

/** The boxes of the line that was edited; of the CV rather than of a .bib file, where both were. */
function boxesOfEdit(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  places: PdfPlaces | undefined,
): PageBox[] {
  for (const [file, text] of after) {
    const line = changedLine(before.get(file) ?? text, text);
    if (line !== undefined) return places?.boxesOf(file, line) ?? [];
  }
  return [];
}

function findSource(
  { places, texts }: Good,
  toEditorUrl: ToEditorUrl,
  page: number,
  x: number,
  y: number,
): SourceLine | undefined {
  const found = places?.sourceAt(page, x, y);
  if (!places || !found) return undefined;
  const { file, line } = found;
  return {
    place: `${displayPath(file)}:${line}`,
    text: texts.get(file)?.split('\n', line)[line - 1]?.trim() ?? '',
    editorUrl: toEditorUrl(found),
    boxes: places.boxesOf(file, line),
  };
}

/** Errors first. */
function toProblems(result: BuildResult, toEditorUrl: ToEditorUrl): PreviewProblem[] {
  const sources = [result.vfile, ...result.sources];
  const messages = sortMessages(worthReading(result.messages)).reverse();
  return messages.map((message) => toPlacedProblem(message, sources, toEditorUrl));
}

function toPlacedProblem(
  message: BuildResult['messages'][number],
  sources: readonly VFile[],
  toEditorUrl: ToEditorUrl,
): PreviewProblem {
  const { severity, code, file, line, column, reason, note } = toReportedMessage(message);
  return {
    severity,
    code,
    place: [file, line, line && column].filter(Boolean).join(':'),
    editorUrl: toEditorUrl({ file: resolve(file), line, column }),
    reason,
    note,
    line,
    quote: quoteSource(message, sources),
  };
}

function toProblem(error: unknown): PreviewProblem {
  const { message } = error instanceof Error ? error : new Error(String(error));
  return error instanceof MdcvError
    ? { severity: 'error', code: error.code, reason: message, note: error.hint }
    : {
        severity: 'error',
        code: 'internal',
        reason: message,
        note: 'This is a defect of mdcv. Please report it.',
      };
}
