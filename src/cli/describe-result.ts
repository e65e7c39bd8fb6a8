import type { BuildResult } from '../build.ts';
import { formatMessage, sortMessages, summarize, worthReading } from '../report.ts';
import { colours } from './print.ts';

/** A build as people read it. */
export interface ResultText {
  messages: string[];
  /** One line. */
  result: string;
  /** Whether there is a result. */
  isGood: boolean;
}

export function describeResult(result: BuildResult): ResultText {
  const sources = [result.vfile, ...result.sources];
  const messages = sortMessages(worthReading(result.messages)).map((message) =>
    formatMessage(message, sources, colours),
  );
  const summary = summarize(result.messages);
  const say = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' · ');
  if (result.pdf) {
    const pages = `${result.pages ?? '?'} page${result.pages === 1 ? '' : 's'}`;
    const passes = `${result.passes} pass${result.passes === 1 ? '' : 'es'}`;
    const seconds = `${(result.durationMs / 1000).toFixed(1)} s`;
    const engine = `${result.engine} (${result.toolchain})`;
    const line = say(result.pdf, pages, result.template, engine, passes, seconds, summary);
    return { messages, result: line, isGood: true };
  }
  if (result.tex && !result.toolchain) return { messages, result: say(result.tex, summary), isGood: true };
  return { messages, result: `${colours.red('no PDF written')} · ${summary}`, isGood: false };
}
