import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { VFile } from 'vfile';
import { type BuildResult, renderCv } from '../build.ts';
import { type CheckReport, checkPdf } from '../check/check-pdf.ts';
import type { LockDifference } from '../lock/compare-lock.ts';
import type { Edition } from '../model/edition.ts';
import { readNamedFile } from '../named-file.ts';
import { toEditionSuffix } from '../options.ts';
import { addProblem, MdcvError } from '../problem.ts';
import { formatMessage, sortMessages, summarize, toReportedMessage, worthReading } from '../report.ts';
import { hasErrors, type Typesetting } from '../typeset.ts';
import { type AtsReport, printAts, toJsonAts } from './ats-report.ts';
import { printChecks, printCoverage, toJsonReport } from './check-report.ts';
import { exitCodeOf } from './exit-code.ts';
import { withJsonError } from './json-error.ts';
import { colours, printLine, printNote } from './print.ts';

export interface CheckFlags {
  template?: string;
  output?: string;
  engine?: string;
  /** A variant, several with commas, or `all`. */
  variant?: string;
  /** A language, several with commas, or `all`. */
  lang?: string;
  json?: boolean;
  strict?: boolean;
  /** Says what a résumé parser reads. */
  ats?: boolean;
  /** Compares with `mdcv.lock`. */
  locked?: boolean;
}

/** Of one edition. */
interface OneFlags extends Omit<CheckFlags, keyof Edition>, Edition {
  nameWithEdition?: boolean;
}

/** What is to be checked: a PDF, and the CV that it was built from where that is known. */
interface Subject {
  pdf: string;
  vfile: VFile;
  cv?: BuildResult | undefined;
}

/** `mdcv check`: a PDF against its Markdown and against what a finished PDF has to be, for each edition of a CV. Returns the exit code. */
export async function runCheck(target: string, flags: CheckFlags): Promise<number> {
  return withJsonError(flags, { file: target }, async () => {
    if (extname(target).toLowerCase() === '.pdf')
      return checkSubject(await findCvOf(target, flags), target, flags);
    let worst = 0;
    const { listEditions } = await import('../selection/list-editions.ts');
    const editions = await listEditions(target, flags);
    for (const edition of editions) {
      const own = { ...flags, ...edition, nameWithEdition: editions.length > 1 };
      worst = Math.max(worst, await checkSubject(await findPdfOf(target, own), target, own));
    }
    return worst;
  });
}

async function checkSubject(subject: Subject, target: string, flags: OneFlags): Promise<number> {
  const isRendered = !subject.cv || !hasErrors(subject.vfile);
  const report = isRendered
    ? await checkPdf({ pdf: subject.pdf, source: subject.cv, vfile: subject.vfile })
    : undefined;
  const locked = flags.locked && report ? await compareWithLock(subject, flags) : undefined;
  const ats = flags.ats && report ? await readForAts(subject, target, flags) : undefined;
  if (flags.json)
    printLine(
      JSON.stringify({
        ...toJson(subject, report),
        ...(locked && { locked }),
        ...(ats && { ats: toJsonAts(ats) }),
      }),
    );
  else {
    print(subject, report, ats);
    if (locked?.length === 0) printLine('the same as in mdcv.lock');
  }
  return exitCodeOf(subject.vfile.messages, flags.strict);
}

async function compareWithLock({ cv, vfile }: Subject, flags: OneFlags): Promise<LockDifference[]> {
  if (!cv)
    throw new MdcvError(
      'bad-argument',
      'Cannot compare with a lock, expected a CV or a PDF that was built from one',
      {
        hint: 'Such as `mdcv check content/cv.md --locked`.',
      },
    );
  const { checkLocked } = await import('../lock/check-locked.ts');
  const { template, engine, variant, lang } = flags;
  return checkLocked({ file: vfile.path, template, engine, variant, lang }, cv, vfile);
}

/** What a résumé parser reads; where it misses something, what it would in the templates that machines read best. */
async function readForAts(
  { pdf, cv }: Subject,
  target: string,
  { engine, variant, lang }: OneFlags,
): Promise<AtsReport> {
  const { readAsResume } = await import('../check/ats/read-as-resume.ts');
  const report = await readAsResume(pdf, cv);
  if (!cv || report.messages.length === 0) return { ...report, others: [] };
  const { compareTemplates } = await import('../check/ats/compare-templates.ts');
  const file = extname(target).toLowerCase() === '.pdf' ? cv.vfile.path : target;
  return { ...report, others: await compareTemplates({ file, engine, variant, lang }, cv.template) };
}

/** The PDF that a build of this CV writes, which must be there. */
async function findPdfOf(file: string, flags: OneFlags): Promise<Subject> {
  const { template, output, engine, variant, lang, nameWithEdition } = flags;
  const { result, typesetting } = await renderCv({
    file,
    ...{ template, output, engine, variant, lang, nameWithEdition },
  });
  const { vfile } = result;
  if (!typesetting) return { pdf: '', vfile, cv: result };
  const { pdf, tex } = typesetting.output;
  if (!existsSync(pdf) && !hasErrors(vfile))
    throw new MdcvError('missing-pdf', `Cannot check ${pdf}, it is not there`, {
      hint: `Build it: mdcv build ${file}${toFlags(flags)}`,
    });
  const read = readNamedFile(tex);
  const built = read instanceof Uint8Array ? read.toString('utf8') : undefined;
  if (built !== undefined && built !== typesetting.document.source && !(await isFitted(typesetting, built)))
    addProblem(vfile, 'stale-pdf', {
      reason: `${pdf} was not built from this Markdown and these options`,
      note: `Build it again: mdcv build ${file}${toFlags(flags)}`,
    });
  return { pdf, vfile, cv: result };
}

function toFlags({ variant, lang }: OneFlags): string {
  return [variant && ` --variant ${variant}`, lang && ` --lang ${lang}`].filter(Boolean).join('');
}

/** Whether a .tex is this CV in a look that fits its pages; then that look is the one to be checked. */
async function isFitted(typesetting: Typesetting, tex: string): Promise<boolean> {
  const { findLookOf } = await import('../fit/find-look.ts');
  const look = findLookOf(typesetting, tex);
  if (look) typesetting.result.options = look;
  return look !== undefined;
}

/** The CV whose build writes this PDF: `content/NAME.md` or `NAME.md`, also with an edition behind the name; any other PDF is checked for itself. */
async function findCvOf(pdf: string, flags: CheckFlags): Promise<Subject> {
  const parts = basename(pdf, extname(pdf)).split('-');
  const stems = existsSync(pdf)
    ? parts.map((_, index) => parts.slice(0, parts.length - index).join('-'))
    : [];
  for (const stem of stems) {
    const file = [join('content', `${stem}.md`), `${stem}.md`].find((path) => existsSync(path));
    if (file === undefined) continue;
    const output = flags.output ?? dirname(pdf);
    for (const edition of await editionsNamed(basename(pdf, extname(pdf)).slice(stem.length), file)) {
      const subject = await findPdfOf(file, { ...flags, ...edition, output });
      if (resolve(subject.pdf) === resolve(pdf)) return subject;
    }
  }
  return { pdf, vfile: new VFile({ path: pdf }) };
}

/** The editions of a CV that have this behind its name. */
async function editionsNamed(suffix: string, file: string): Promise<Edition[]> {
  if (suffix === '') return [{}];
  const { listAllEditions } = await import('../selection/list-editions.ts');
  return (await listAllEditions(file)).filter((edition) => toEditionSuffix(edition) === suffix);
}

/** Findings to standard error, the table to standard output. */
function print(
  { pdf, vfile, cv }: Subject,
  report: CheckReport | undefined,
  ats: AtsReport | undefined,
): void {
  const sources = [vfile, ...(cv?.sources ?? [])];
  for (const message of sortMessages(worthReading(vfile.messages)))
    printNote(formatMessage(message, sources, colours));
  const summary = summarize(vfile.messages);
  if (!report) {
    printNote(`${colours.red('not checked')} · ${summary}`);
    return;
  }
  if (ats) printAts(ats);
  printChecks(report);
  if (cv) printCoverage(cv.coverage, cv.template);
  else printLine(colours.dim('– without its Markdown: words, their order and bookmarks were not compared'));
  const seconds = `${(report.durationMs / 1000).toFixed(1)} s`;
  const pages = `${report.pages} page${report.pages === 1 ? '' : 's'}`;
  printLine([pdf, pages, cv?.template, seconds, summary].filter(Boolean).join(' · '));
}

function toJson({ pdf, vfile, cv }: Subject, report: CheckReport | undefined): object {
  return {
    pdf: report ? pdf : null,
    file: cv ? vfile.path : null,
    pages: report?.pages ?? null,
    template: cv?.template ?? null,
    variant: cv?.variant ?? null,
    lang: cv?.lang ?? null,
    ...(report && toJsonReport(report)),
    coverage: cv?.coverage ?? [],
    messages: sortMessages(vfile.messages).map(toReportedMessage),
  };
}
