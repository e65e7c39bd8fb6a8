import { visit } from 'unist-util-visit';
import { toPhrasingText } from '../content/phrasing-text.ts';
import type { Contact, Cv } from '../model/cv.ts';
import { readLinks } from '../pdf/read-links.ts';
import type { Check, Finding } from './checked.ts';

/** Contacts whose text is copied into a form, letter by letter. */
const copied: ReadonlySet<Contact['kind']> = new Set([
  'email',
  'phone',
  'mobile',
  'fax',
  'homepage',
  'orcid',
]);

/** What is copied from the page is what was written. */
export const checkContacts: Check = ({ source, plain }) => {
  // A contact may be broken over two lines, where a browser joins them.
  const text = plain.join('\n');
  const texts = [text, text.replace(/\n/g, ''), text.replace(/\n/g, ' ')].map(asPasted);
  return (source?.cv.person.contacts ?? []).flatMap((contact): Finding[] => {
    const written = asPasted(toPhrasingText(contact.text.children));
    if (!copied.has(contact.kind) || texts.some((one) => one.includes(written))) return [];
    return [
      {
        code: 'changed-contact',
        reason: `“${written}” does not copy from the PDF as it is written`,
        note: 'Who copies it gets something else. Choose another font, or write it with plain signs and spaces.',
        place: contact.text.position,
      },
    ];
  });
};

/** Unbreakable and narrow spaces are spaces to who pastes them, and marks of direction are not printed. */
function asPasted(text: string): string {
  return text
    .replace(/[\u00A0\u2009\u202F]/g, ' ')
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');
}

/** Every address of the Markdown is that of a link in the PDF, and every link leads somewhere. */
export const checkLinks: Check = ({ source, objects }) => {
  const links = readLinks(objects);
  const findings: Finding[] = [];
  const targets = new Set(links.flatMap(({ uri }) => (uri === undefined ? [] : [sameAddress(uri)])));
  for (const { url, place } of source && source.profile !== 'print' ? addressesOf(source.cv) : []) {
    if (targets.has(sameAddress(url))) continue;
    findings.push({
      code: 'changed-link',
      reason: `No link of the PDF leads to ${url}`,
      note: 'The template prints it without a link, or changed it; another template may do better.',
      place,
    });
  }
  for (const link of links) {
    if (link.uri === undefined || /^[a-z][a-z\d+.-]*:/i.test(link.uri)) continue;
    findings.push({
      code: 'bad-link',
      reason: `The link to \`${link.uri}\` has no scheme, so that viewers look for a file of that name`,
      note: `Write it as \`https://${link.uri}\`.`,
      at: link,
    });
  }
  const silent = links.filter(({ prints }) => !prints);
  const [first] = silent;
  if (first)
    findings.push({
      code: 'unprinted-link',
      reason: `${silent.length === 1 ? 'A link does' : `${silent.length} links do`} not have the print flag that PDF/A asks for`,
      note: "It is hyperref's option `pdfa` that sets it; a template of your own must load hyperref as mdcv's do.",
      at: first,
    });
  return findings;
};

/** Letters that need no percent sign may have one (RFC 3986, 2.3), and a slash may end an address of a host alone. */
function sameAddress(url: string): string {
  try {
    return new URL(url).href.replace(/%[\dA-F]{2}/gi, (code) => {
      const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : code.toUpperCase();
    });
  } catch {
    // What is no address is compared as it is.
    return url;
  }
}

function addressesOf(cv: Cv): { url: string; place: Finding['place'] }[] {
  const found = cv.person.contacts.flatMap(({ url, text }) =>
    url ? [{ url, place: text.position as Finding['place'] }] : [],
  );
  const roots = [...cv.introduction, ...cv.sections].flatMap(nodesIn);
  for (const root of roots)
    visit(root as never, 'link', (node: { url: string; position?: Finding['place'] }) => {
      if (/^(?:https?|mailto|tel):/i.test(node.url)) found.push({ url: node.url, place: node.position });
    });
  return found;
}

/** The mdast nodes in a part of the model, wherever they are; those of publications come from a .bib file and are printed as the style says. */
function nodesIn(value: unknown): object[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { type } = value as { type?: string };
  if (type === 'publications') return [];
  const isModel = type === undefined || ['entry', 'item', 'subsection', 'prose'].includes(type);
  return isModel ? Object.values(value).flatMap(nodesIn) : [value];
}
