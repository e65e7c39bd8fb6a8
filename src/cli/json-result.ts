import type { BuildResult } from '../build.ts';
import type { CheckReport } from '../check/check-pdf.ts';
import type { BuildObject } from '../many/report-line.ts';
import { sortMessages, toReportedMessage } from '../report.ts';
import { toJsonReport } from './check-report.ts';

/** A build as `--json` prints it, with what a check of its PDF found. */
export function toJsonResult(result: BuildResult, report?: CheckReport): BuildObject {
  const { pdf, tex, pages, template, variant, lang, engine, toolchain, passes, durationMs, texMs, messages } =
    result;
  return {
    pdf: pdf ?? null,
    tex: tex ?? null,
    pages: pages ?? null,
    template,
    variant: variant ?? null,
    lang,
    engine,
    toolchain: toolchain ?? null,
    passes,
    durationMs: Math.round(durationMs),
    texMs: Math.round(texMs),
    messages: sortMessages(messages).map(toReportedMessage),
    ...(report && toJsonReport(report)),
  };
}
