import type { PreviewState } from '../protocol.ts';
import { byId } from './element.ts';
import { countProblems } from './problems.ts';

/** The state of the watch in words, in the window's title, and for those who listen. */
export function showStatus(state: PreviewState, announce: (text: string) => void): void {
  const { outcome, isBuilding, pdf, problems } = state;
  const phase = isBuilding ? 'building' : outcome;
  document.body.dataset.phase = phase;
  document.body.dataset.outcome = outcome;
  byId('state').textContent = describe(state);
  document.title = `${outcome === 'failed' ? '✗ ' : ''}${pdf?.name ?? state.file} – mdcv`;
  if (isBuilding) return;
  const pages = pdf?.pages === undefined ? '' : `, ${countPages(pdf.pages)}`;
  announce(
    outcome === 'failed'
      ? `Not built: ${countProblems(problems)}`
      : `Built${pages}${problems.length > 0 ? `, ${countProblems(problems)}` : ''}`,
  );
}

/** The server cannot be reached. */
export function showLost(announce: (text: string) => void): void {
  document.body.dataset.phase = 'lost';
  byId('state').textContent = 'mdcv has stopped, waiting for it';
  announce('mdcv has stopped');
}

function describe({ outcome, isBuilding, pdf, problems }: PreviewState): string {
  if (isBuilding) return pdf ? `Building … (pages of ${time(pdf.builtAt)})` : 'Building …';
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
