/**
 * Writes `templates/shared/icons.json` from Font Awesome Free's SVG files: each icon as PDF path operators in a box 1000 units
 * high, y upwards from the bottom of the box. `npm run templates` runs it; needed when an icon is added or Font Awesome is renewed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPdfPath } from './pdf-path.ts';

/** The icon of each contact kind (`src/model/cv.ts`) and the SVG file it is drawn from; `text` has none. */
const files = {
  email: 'solid/envelope',
  phone: 'solid/phone',
  mobile: 'solid/mobile-screen-button',
  fax: 'solid/fax',
  homepage: 'solid/globe',
  location: 'solid/location-dot',
  github: 'brands/github',
  gitlab: 'brands/gitlab',
  bitbucket: 'brands/bitbucket',
  linkedin: 'brands/linkedin',
  xing: 'brands/xing',
  twitter: 'brands/x-twitter',
  mastodon: 'brands/mastodon',
  bluesky: 'brands/bluesky',
  facebook: 'brands/facebook',
  instagram: 'brands/instagram',
  youtube: 'brands/youtube',
  stackoverflow: 'brands/stack-overflow',
  orcid: 'brands/orcid',
  scholar: 'brands/google-scholar',
  researchgate: 'brands/researchgate',
  telegram: 'brands/telegram',
  whatsapp: 'brands/whatsapp',
  wechat: 'brands/weixin',
  skype: 'brands/skype',
  signal: 'brands/signal-messenger',
  matrix: 'brands/matrix',
  born: 'solid/cake-candles',
} as const;

const height = 1000;
const svgs = 'node_modules/@fortawesome/fontawesome-free/svgs';
const icons = Object.entries(files).map(([name, file]) => [
  name,
  toIcon(readFileSync(join(svgs, `${file}.svg`), 'utf8')),
]);
writeFileSync('templates/shared/icons.json', `${JSON.stringify(Object.fromEntries(icons), null, 2)}\n`);

function toIcon(svg: string): { width: number; height: number; path: string } {
  const box = /viewBox="([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)"/.exec(svg);
  const data = /<path[^>]* d="([^"]+)"/.exec(svg)?.[1];
  if (!box || !data) throw new Error(`Cannot read an icon from ${svg.slice(0, 80)}`);
  const [left, top, boxWidth, boxHeight] = box.slice(1).map(Number) as [number, number, number, number];
  const path = toPdfPath(data, { scale: height / boxHeight, left, bottom: top + boxHeight });
  return { width: Math.round((boxWidth / boxHeight) * height), height, path: `${path} f` };
}
