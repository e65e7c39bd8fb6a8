import type { PreviewProblem } from '../protocol.ts';
import { byId, element, withCode } from './element.ts';

export interface Problems {
  /** Errors open the panel, once for each time that they come; without any problem it closes. */
  show: (problems: readonly PreviewProblem[]) => void;
  toggle: () => void;
  /** Opens the panel at the next problem. */
  next: () => void;
}

export function createProblems(): Problems {
  const panel = byId('problems');
  const list = byId('problem-list');
  const button = byId('problems-button');
  let shown = '[]';
  let hadErrors = false;
  button.addEventListener('click', toggle);
  byId('close-problems').addEventListener('click', () => setOpen(false));
  return { show, toggle, next };

  function show(problems: readonly PreviewProblem[]): void {
    const key = JSON.stringify(problems);
    if (key === shown) return;
    shown = key;
    list.replaceChildren(...problems.map(toItem));
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    byId('problem-count').textContent = String(problems.length);
    byId('problems-title').textContent = countProblems(problems);
    button.dataset.severity = problems[0]?.severity ?? 'none';
    if (errors > 0 && !hadErrors) setOpen(true);
    else if (problems.length === 0 || (errors === 0 && hadErrors)) setOpen(false);
    hadErrors = errors > 0;
  }

  function setOpen(isOpen: boolean): void {
    panel.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
  }

  function toggle(): void {
    setOpen(panel.hidden !== false);
  }

  function next(): void {
    const items = [...list.children] as HTMLElement[];
    if (items.length === 0) return;
    setOpen(true);
    const current = items.findIndex((item) => item.contains(document.activeElement));
    const item = items[(current + 1) % items.length];
    (item?.querySelector('a') ?? item)?.focus();
    item?.scrollIntoView({ block: 'nearest' });
  }
}

/** `1 error, 2 warnings` */
export function countProblems(problems: readonly PreviewProblem[]): string {
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    const word = severity === 'info' ? 'note' : severity;
    return count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`];
  });
  return counts.join(', ') || 'No problems';
}

function toItem({
  severity,
  code,
  place,
  editorUrl,
  reason,
  note,
  line,
  quote,
}: PreviewProblem): HTMLElement {
  const title = { error: 'Error', warning: 'Warning', info: 'Note' }[severity];
  const gutter = `${line} │ `;
  const lines = quote
    ? [
        element('span', { class: 'gutter' }, gutter),
        quote.text,
        ...(quote.caret
          ? [
              '\n',
              element(
                'span',
                { class: 'caret', 'aria-hidden': 'true' },
                ' '.repeat(gutter.length) + quote.caret,
              ),
            ]
          : []),
      ]
    : [];
  return element(
    'li',
    { class: 'problem', 'data-severity': severity, tabindex: '-1' },
    element(
      'p',
      { class: 'problem-reason' },
      element('span', { class: 'severity' }, title),
      ' ',
      ...withCode(reason),
    ),
    element(
      'p',
      { class: 'problem-place' },
      ...(place
        ? [element('a', { class: 'place', href: editorUrl, title: 'Open in the editor' }, place), ' ']
        : []),
      element('span', { class: 'problem-code' }, code),
    ),
    ...(quote ? [element('pre', { class: 'quote' }, ...lines)] : []),
    ...(note ? note.split('\n').map((text) => element('p', { class: 'note' }, ...withCode(text))) : []),
  );
}
