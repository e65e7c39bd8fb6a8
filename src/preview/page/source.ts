import type { SourceLine } from '../protocol.ts';
import { findSource } from './connection.ts';
import { byId } from './element.ts';
import { linkAt, shortUrl } from './links.ts';

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
  const address = byId<HTMLAnchorElement>('source-link');
  byId('close-source').addEventListener('click', close);
  byId('copy-line').addEventListener('click', () => void copy(text.textContent ?? '', 'Line'));
  byId('copy-place').addEventListener('click', () => void copy(link.textContent ?? '', 'Place'));
  return { find, close };

  async function find(page: number, x: number, y: number, event: MouseEvent): Promise<void> {
    const clicked = linkAt(event);
    const found = await findSource(page, x, y);
    if (!found) return close();
    showLink(clicked);
    link.textContent = found.place;
    link.href = found.editorUrl;
    text.textContent = found.text;
    strip.hidden = false;
    announce(`${found.place}: ${found.text}`);
    onFound(found);
    if (event.ctrlKey || event.metaKey) link.click();
  }

  /** The link that was clicked, if it leads out of the PDF. */
  function showLink(clicked: HTMLAnchorElement | undefined): void {
    const url =
      clicked?.protocol === location.protocol && clicked.host === location.host ? undefined : clicked?.href;
    address.hidden = url === undefined;
    if (url === undefined) return;
    address.href = url;
    address.target = clicked?.target ?? '';
    address.textContent = `↗ ${shortUrl(url)}`;
  }

  function close(): void {
    strip.hidden = true;
  }

  async function copy(what: string, name: string): Promise<void> {
    await navigator.clipboard.writeText(what);
    announce(`${name} copied`);
  }
}
