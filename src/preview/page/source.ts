import type { SourceLine } from '../protocol.ts';
import { findSource } from './connection.ts';
import { byId } from './element.ts';

export interface SourceEvents {
  onFound: (line: SourceLine) => void;
  announce: (text: string) => void;
}

export interface Source {
  /** Shows the line that a point comes from. */
  find: (page: number, x: number, y: number, event: MouseEvent) => Promise<void>;
  close: () => void;
}

/** The strip that shows the line of the source behind a place on the page. */
export function createSource({ onFound, announce }: SourceEvents): Source {
  const strip = byId('source');
  const link = byId<HTMLAnchorElement>('source-place');
  const text = byId('source-text');
  byId('close-source').addEventListener('click', close);
  byId('copy-line').addEventListener('click', () => void copy(text.textContent ?? '', 'Line'));
  byId('copy-place').addEventListener('click', () => void copy(link.textContent ?? '', 'Place'));
  return { find, close };

  async function find(page: number, x: number, y: number, event: MouseEvent): Promise<void> {
    const found = await findSource(page, x, y);
    if (!found) return close();
    link.textContent = found.place;
    link.href = found.editorUrl;
    text.textContent = found.text;
    strip.hidden = false;
    announce(`${found.place}: ${found.text}`);
    onFound(found);
    if (event.ctrlKey || event.metaKey) link.click();
  }

  function close(): void {
    strip.hidden = true;
  }

  async function copy(what: string, name: string): Promise<void> {
    await navigator.clipboard.writeText(what);
    announce(`${name} copied`);
  }
}
