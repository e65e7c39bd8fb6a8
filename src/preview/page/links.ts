/**
 * The links of the PDF. A click on the page asks for its line of the source, so a link takes no click but one on the sign beside it, which shows
 * where the pointer is; the keyboard finds the link itself.
 */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { element } from './element.ts';
import type { Sheet } from './sheet.ts';

/** A link on a page, its box in points from the page's top left corner. */
interface PageLink {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Of the outside. */
  url?: string | undefined;
  /** In the PDF: the page, from 0, and how far down it, 0 to 1. */
  target?: { index: number; fraction: number } | undefined;
}

/** What pdf.js says of a link's annotation. */
interface LinkAnnotation {
  subtype: string;
  rect: number[];
  unsafeUrl?: string;
  dest?: string | unknown[];
}

/** What a browser opens or hands to a program for it; never a script, nor a file of this machine, whoever made the PDF. */
const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Space left above the place that a link leads to (CSS pixels). */
const margin = 20;

/** Puts the links of the sheet's page over it, in place of earlier ones; the same ones stay, with the focus that one may have. */
export async function putLinks(sheet: Sheet, pdf: PDFDocumentProxy): Promise<void> {
  const links = await readLinks(sheet.page, pdf);
  const key = JSON.stringify(links);
  if (sheet.links === key) return;
  sheet.links = key;
  for (const link of sheet.element.querySelectorAll(':scope > .link')) link.remove();
  sheet.element.append(...links.map((link, index) => toElement(link, links[index - 1], sheet)));
}

async function readLinks(page: PDFPageProxy, pdf: PDFDocumentProxy): Promise<PageLink[]> {
  const annotations = (await page.getAnnotations()) as LinkAnnotation[];
  const viewport = page.getViewport({ scale: 1 });
  const links = annotations.map(async ({ subtype, rect, unsafeUrl, dest }): Promise<PageLink[]> => {
    if (subtype !== 'Link') return [];
    const [x0, y0, x1, y1] = viewport.convertToViewportRectangle(rect) as [number, number, number, number];
    const url = toSafeUrl(unsafeUrl);
    const target = dest && (await findTarget(dest, pdf));
    if (!url && !target) return [];
    const box = {
      x: Math.min(x0, x1),
      y: Math.min(y0, y1),
      width: Math.abs(x1 - x0),
      height: Math.abs(y1 - y0),
    };
    return [{ ...box, ...(url ? { url } : { target: target || undefined }) }];
  });
  return (await Promise.all(links)).flat();
}

function toSafeUrl(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) && schemes.has(new URL(url).protocol) ? url : undefined;
}

async function findTarget(dest: string | unknown[], pdf: PDFDocumentProxy): Promise<PageLink['target']> {
  const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
  const [page, kind, , top] = (place ?? []) as [
    Parameters<PDFDocumentProxy['getPageIndex']>[0]?,
    { name: string }?,
    unknown?,
    number?,
  ];
  if (!page) return undefined;
  const index = await pdf.getPageIndex(page);
  const viewport = (await pdf.getPage(index + 1)).getViewport({ scale: 1 });
  const [, y = 0] = viewport.convertToViewportPoint(0, kind?.name === 'XYZ' ? (top ?? 0) : 0);
  return { index, fraction: kind?.name === 'XYZ' && typeof top === 'number' ? y / viewport.height : 0 };
}

/** @param last what stands before it: the parts of a link that is broken into lines are one to those who listen */
function toElement(link: PageLink, last: PageLink | undefined, sheet: Sheet): HTMLElement {
  const { url, target } = link;
  const shown = url ? shortUrl(url) : `page ${(target?.index ?? 0) + 1}`;
  const isPart =
    last !== undefined && (url ? last.url === url : JSON.stringify(last.target) === JSON.stringify(target));
  const name = url ? `Open ${shown}` : `Go to ${shown}`;
  const made = element(
    'a',
    {
      // There its address has room at the left.
      class: link.x + link.width > 0.7 * sheet.width ? 'link is-right' : 'link',
      href: url ?? `#${shown.replace(' ', '-')}`,
      'aria-label': name,
      'aria-hidden': isPart && 'true',
      tabindex: isPart && '-1',
      rel: 'noopener noreferrer',
      // Mail and telephone open a program, and no page that would stay empty.
      target: url?.startsWith('http') && '_blank',
    },
    element(
      'span',
      { class: 'link-sign', title: name },
      url ? '↗' : '↓',
      element('span', { class: 'link-address' }, shown),
    ),
  );
  made.style.left = `${(100 * link.x) / sheet.width}%`;
  made.style.top = `${(100 * link.y) / sheet.height}%`;
  made.style.width = `${(100 * link.width) / sheet.width}%`;
  made.style.height = `${(100 * link.height) / sheet.height}%`;
  if (target) made.addEventListener('click', (event) => goTo(target, event));
  return made;
}

function goTo({ index, fraction }: NonNullable<PageLink['target']>, event: MouseEvent): void {
  event.preventDefault();
  const pages = (event.currentTarget as HTMLElement).closest('.sheet')?.parentElement;
  const sheet = pages?.querySelectorAll<HTMLElement>(':scope > .sheet')[index];
  if (sheet)
    pages?.scrollTo({ top: sheet.offsetTop - pages.offsetTop + fraction * sheet.offsetHeight - margin });
}

/** As one reads it. */
export function shortUrl(url: string): string {
  return url.replace(/^(?:https?:\/\/(?:www\.)?|mailto:|tel:)/, '').replace(/\/$/, '');
}

/** The links under the pointer, also those that do not take its clicks. */
export function linkAt({ target, clientX, clientY }: MouseEvent): HTMLAnchorElement | undefined {
  const links = (target as Element).closest('.sheet')?.querySelectorAll<HTMLAnchorElement>(':scope > .link');
  return [...(links ?? [])].find((link) => {
    const { left, right, top, bottom } = link.getBoundingClientRect();
    return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  });
}

/** Shows the sign of the link that the pointer is at, until it is at another place. */
export function followPointer(root: HTMLElement): void {
  root.addEventListener('pointermove', (event) => {
    const near = (event.target as Element).closest('.link') ?? linkAt(event);
    for (const link of root.querySelectorAll('.link.is-near'))
      if (link !== near) link.classList.remove('is-near');
    near?.classList.add('is-near');
  });
}
