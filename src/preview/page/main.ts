/** The page of `mdcv watch`. The server sends its state whole whenever something changes, and this shows it. */
import type { PreviewState } from '../protocol.ts';
import { followServer } from './connection.ts';
import { byId } from './element.ts';
import { onKeys } from './keys.ts';
import { createLook } from './look.ts';
import { createPages } from './pages.ts';
import { createProblems } from './problems.ts';
import { createSource } from './source.ts';
import { createStatus } from './status.ts';

let state: PreviewState | undefined;
let isLost = false;

const announcer = byId('announcer');
const announce = (text: string): void => {
  announcer.textContent = text;
};

const status = createStatus(announce);
const problems = createProblems();
const showLook = createLook(announce);
const source = createSource({ announce, onFound: ({ boxes }) => pages.mark(boxes, 'source') });
const pages = createPages(byId('pages'), {
  onMove: (page, count, percent) => {
    byId('page-number').textContent = `${page} / ${count}`;
    byId('zoom-fit').textContent = `${Math.round(percent)} %`;
  },
  onShown: ({ edited }) => pages.mark(edited, 'edited'),
  onPoint: (page, x, y, event) => void source.find(page, x, y, event),
});

followServer(onState, () => {
  if (!isLost) status.showLost();
  isLost = true;
});

function onState(next: PreviewState): void {
  // The server was started anew, with other files of the page.
  if (state && state.pageId !== next.pageId) location.reload();
  const last = state;
  state = next;
  isLost = false;
  status.show(next);
  if (!next.isBuilding) problems.show(next.problems);
  showLook(next.look, next.file);
  if (next.pdf && next.pdf.version !== last?.pdf?.version)
    // What was edited before anybody looked is no news.
    pages.show(last?.pdf ? next.pdf : { ...next.pdf, edited: [] });
  for (const id of ['download-pdf', 'download-tex']) byId(id).toggleAttribute('inert', !next.pdf);
}

const keys = {
  '+': () => pages.zoom(1),
  '=': () => pages.zoom(1),
  '-': () => pages.zoom(-1),
  '0': () => pages.zoom('fit'),
  j: () => pages.turn(1),
  k: () => pages.turn(-1),
  PageDown: () => pages.turn(1),
  PageUp: () => pages.turn(-1),
  n: problems.next,
  p: problems.toggle,
  '?': () => byId('help').togglePopover(),
  Escape: source.close,
};
onKeys(keys);
byId('zoom-in').addEventListener('click', keys['+']);
byId('zoom-out').addEventListener('click', keys['-']);
byId('zoom-fit').addEventListener('click', keys['0']);
byId('next-page').addEventListener('click', keys.j);
byId('previous-page').addEventListener('click', keys.k);
// So that the arrows scroll at once; who comes here with Tab sees where the focus is.
byId('pages').focus({ focusVisible: false } as FocusOptions);
