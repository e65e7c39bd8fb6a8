import { installHint } from '../toolchain/missing-error.ts';
import { describeMissingEmoji, describeMissingScript } from './describe-missing.ts';
import type { LogEntry } from './engine.ts';
import type { PlaceFinder } from './find-place.ts';
import type { Finding } from './finding.ts';

type Warning = Extract<LogEntry, { kind: 'warning' }>;

/** A warning in its own words; those of mdcv's own preamble begin with their code. Nothing for what only tells that mdcv keeps TeX from the shell. */
export function describeWarning({ source, message, line }: Warning, finder: PlaceFinder): Finding[] {
  const spot = line === undefined ? undefined : finder.atLine(line);
  const [, code, text = ''] =
    /^(font-fallback|no-font-for-script|no-font-for-emoji|no-hyphenation): (.*)$/.exec(message) ?? [];
  if (source === 'mdcv' && code === 'font-fallback') return [{ code, reason: text, spot }];
  if (source === 'mdcv' && code === 'no-font-for-emoji') return describeMissingEmoji(text, finder);
  if (source === 'mdcv' && code === 'no-font-for-script') return describeMissingScript(text, finder);
  if (source === 'mdcv' && code === 'no-hyphenation') {
    const reason =
      'A word is too wide for its column and is not divided: TeX has no hyphenation patterns of this language';
    return [{ code, reason, note: installHint([text]), spot }];
  }
  // It is mdcv that forbids it, and no template needs it.
  if (source === 'epstopdf' && message.startsWith('Shell escape')) return [];
  const engines = ['TeX', 'LaTeX', 'pdfTeX', 'LuaTeX', 'xdvipdfmx'];
  const speaker = engines.includes(source) ? source : `The package \`${source}\``;
  return [{ code: 'tex-warning', reason: `${speaker} warns: ${message}`, spot }];
}
