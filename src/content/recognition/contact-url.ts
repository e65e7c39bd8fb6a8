/** URLs of contacts: a scheme where the author wrote none, a whole URL where a name is enough. */
import type { ContactKind } from '../../model/cv.ts';
import { isUnsafeAddress } from '../syntax/resolve-links.ts';

const email = /^[^\s@<>()[\],;:|]+@[^\s@<>()[\],;:|]+\.[^\s\d@<>()[\],;:|./]{2,}$/;
const scheme = /^[a-z][a-z\d+.-]*:(?!\d|$)/iu;
// A bare domain needs an ending that is no file's or abbreviation's, or a path behind it.
const domain =
  /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:com|org|net|io|dev|me|edu|gov|app|info|co|ai|xyz|blog|page|site|tech|online|cv|name|eu|de|uk|fr|es|it|nl|pl|ru|cn|jp|kr|ch|at|be|se|dk|no|fi|cz|pt|br|in|ca|au|us|nz|ie|tw|hk|sg|il|gr|tr|ua|ro|hu|mx|ar|cl|id|za|ir|social|cloud|science|academy)(?:[:/?#]\S*)?$/iu;
const phone = /^(?:\(?\+\s?\(?\d|\(?\d)[\d\s().\-–/]{5,}\d$/u;
const orcid = /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/u;
const fediverse = /^@?(?<user>[\w.-]+)@(?<host>[\w-]+(?:\.[\w-]+)+)$/u;
const matrixId = /^@[\w.=/-]+:[\w-]+(?:\.[\w-]+)+$/u;

/** Where a handle lives; `*` stands for it. */
const profiles: Readonly<Partial<Record<ContactKind, string>>> = {
  github: 'https://github.com/*',
  gitlab: 'https://gitlab.com/*',
  bitbucket: 'https://bitbucket.org/*',
  linkedin: 'https://www.linkedin.com/in/*',
  xing: 'https://www.xing.com/profile/*',
  twitter: 'https://x.com/*',
  bluesky: 'https://bsky.app/profile/*',
  facebook: 'https://www.facebook.com/*',
  instagram: 'https://www.instagram.com/*',
  youtube: 'https://www.youtube.com/@*',
  stackoverflow: 'https://stackoverflow.com/users/*',
  orcid: 'https://orcid.org/*',
  scholar: 'https://scholar.google.com/citations?user=*',
  researchgate: 'https://www.researchgate.net/profile/*',
  telegram: 'https://t.me/*',
  skype: 'skype:*?chat',
  matrix: 'https://matrix.to/#/*',
};

/** The absolute URL that a text is or stands for by its form; `undefined` for words. */
export function toUrl(text: string): string | undefined {
  const value = text.trim().replace(/^<|>$/gu, '');
  if (value === '' || value === '#') return undefined;
  if (email.test(value)) return `mailto:${value}`;
  if (orcid.test(value)) return `https://orcid.org/${value}`;
  if (matrixId.test(value)) return `https://matrix.to/#/${value}`;
  const address = value.startsWith('@') && fediverse.exec(value)?.groups;
  if (address) return `https://${address.host}/@${address.user}`;
  if (isPhone(value)) return toTelephone(value);
  if (/^\/\//u.test(value)) return `https:${value}`;
  if (domain.test(value)) return `https://${value}`;
  return scheme.test(value) && !/\s/u.test(value) && !isUnsafeAddress(value) ? value : undefined;
}

/** The URL of a value whose kind is known from a key or label: a handle becomes its profile's address. */
export function toProfileUrl(kind: ContactKind, value: string): string | undefined {
  const known = kind === 'phone' || kind === 'mobile' || kind === 'fax' ? undefined : toUrl(value);
  const handle = value.trim().replace(/^@/u, '');
  if (kind === 'phone' || kind === 'mobile')
    return /\d{3}/u.test(value.replace(/\D/gu, '')) ? toTelephone(value) : undefined;
  const home = kind === 'mastodon' ? fediverse.exec(value.trim())?.groups : undefined;
  if (home) return `https://${home.host}/@${home.user}`;
  if (kind === 'whatsapp' && isPhone(value)) return `https://wa.me/${value.replace(/\D/gu, '')}`;
  // A dotted handle (`jane.doe`, `ada.bsky.social`) is no host's name.
  const isAddress = known !== undefined && (/[/:]/u.test(value) || /^https?:|^mailto:/u.test(known));
  if (isAddress && !(kind === 'bluesky' && !value.includes('/'))) return known;
  const profile = profiles[kind];
  return profile && !/\s/u.test(handle)
    ? profile.replace('*', kind === 'matrix' ? value.trim() : handle)
    : undefined;
}

/** True for seven digits or more with nothing but what is written between them; years and dates are none. */
function isPhone(text: string): boolean {
  const runs = text.match(/\d+/gu) ?? [];
  const digits = runs.join('').length;
  const areYears = runs.every((run) => /^(?:1[4-9]|2[01])\d\d$/u.test(run));
  const isDate =
    areYears ||
    /^(?:(?:1[89]|20)\d\d[-/.]\d\d?[-/.]\d\d?|\d\d?[./-]\d\d?[./-]\d{4}|\d\d?[./]\d{4}\s*[-–]\s*\d\d?[./]\d{4})$/u.test(
      text,
    );
  return phone.test(text) && digits >= 7 && digits <= 16 && !isDate;
}

function toTelephone(value: string): string {
  // A remark's digits are none of the number's, and of two numbers the first is dialled.
  const [first = ''] = value
    .replace(/[(（][^()（）]*\p{L}[^()（）]*[)）]/gu, '')
    .split(/(?<=(?:\d\D*){7})\s*[/,;]\s*(?=(?:\D*\d){7})/u);
  // "(0)" is dialled only without the country's code.
  const dialled = first.includes('+') ? first.replace(/\(0\)/gu, '') : first;
  return `tel:${dialled.includes('+') ? '+' : ''}${dialled.replace(/\D/gu, '')}`;
}
