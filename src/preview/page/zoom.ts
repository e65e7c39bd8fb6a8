/** Points to CSS pixels at 100 %. */
export const pixelsPerPoint: number = 96 / 72;

/** Wider than this a page is not made to fit: lines would be longer than eyes like. */
const widestFit = 1.25 * pixelsPerPoint;

const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5];

/** CSS pixels for each point: so many that the page is as wide as it may be, or a number that was chosen. */
export type Zoom = 'fit' | number;

export function fitZoom(pageWidth: number, room: number): number {
  return Math.max(0.2, Math.min(room / pageWidth, widestFit));
}

/** The next step from a zoom. */
export function stepZoom(zoom: number, direction: 1 | -1): number {
  const now = zoom / pixelsPerPoint;
  const next =
    direction === 1 ? steps.find((step) => step > now * 1.01) : steps.findLast((step) => step < now * 0.99);
  return (next ?? now) * pixelsPerPoint;
}

const key = 'zoom';

/** Zoom is the reader's, so a page that loads itself anew finds it again. */
export function loadZoom(): Zoom {
  const stored = Number(sessionStorage.getItem(key));
  return stored > 0 ? stored : 'fit';
}

export function saveZoom(zoom: Zoom): void {
  sessionStorage.setItem(key, String(zoom));
}
