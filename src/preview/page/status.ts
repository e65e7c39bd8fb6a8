import type { PreviewState } from '../protocol.ts';
import { byId } from './element.ts';
import { countProblems } from './problems.ts';

export interface Status {
  show: (state: PreviewState) => void;
  /** The server cannot be reached. */
  showLost: () => void;
}

/** Most builds end before one would read that they began (milliseconds). */
const unseenMs = 300;

/** The state of the watch in words, in the window's title, and for those who listen. */
export function createStatus(announce: (text: string) => void): Status {
  let later: ReturnType<typeof setTimeout> | undefined;
  return { show, showLost };

  function show(state: PreviewState): void {
    const { outcome, isBuilding, pdf, problems, file } = state;
    document.title = `${outcome === 'failed' ? '✗ ' : ''}${pdf?.name ?? file} – mdcv`;
    document.body.dataset.outcome = outcome;
    clearTimeout(later);
    if (isBuilding) {
      later = setTimeout(() => write('building', describe(state)), unseenMs);
      return;
    }
    write(outcome, describe(state));
    const pages = pdf?.pages === undefined ? '' : `, ${countPages(pdf.pages)}`;
    announce(
      outcome === 'failed'
        ? `Not built: ${countProblems(problems)}`
        : `Built${pages}${problems.length > 0 ? `, ${countProblems(problems)}` : ''}`,
    );
  }

  function showLost(): void {
    clearTimeout(later);
    write('lost', 'mdcv has stopped, waiting for it');
    announce('mdcv has stopped');
  }
}

function write(phase: 'building' | 'lost' | PreviewState['outcome'], text: string): void {
  document.body.dataset.phase = phase;
  byId('state').textContent = text;
}

function describe({ outcome, isBuilding, pdf, problems }: PreviewState): string {
  if (isBuilding) return pdf ? `Building … · pages of ${time(pdf.builtAt)}` : 'Building …';
  if (outcome === 'failed') {
    const errors = countProblems(problems.filter(({ severity }) => severity === 'error'));
    return pdf ? `${errors} · pages of ${time(pdf.builtAt)}` : errors;
  }
  if (!pdf) return 'No pages yet';
  const pages = pdf.pages === undefined ? [] : [countPages(pdf.pages)];
  return [`Built at ${time(pdf.builtAt)}`, ...pages, `${(pdf.durationMs / 1000).toFixed(1)} s`].join(' · ');
}

function countPages(pages: number): string {
  return `${pages} page${pages === 1 ? '' : 's'}`;
}

function time(since: number): string {
  return new Date(since).toLocaleTimeString();
}
