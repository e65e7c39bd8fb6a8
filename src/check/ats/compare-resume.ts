import { toPhrasingText } from '../../content/phrasing-text.ts';
import type { Block, Cv, Entry, Phrase } from '../../model/cv.ts';
import type { Finding } from '../checked.ts';
import { foldLetters } from '../letters.ts';
import type { ResumeEntry } from './parse-entries.ts';
import type { ParsedResume } from './parse-resume.ts';

/** A field of the CV, and whether the parser found it. */
export interface ReadField {
  /** `name`, `e-mail`, `phone`, `link`, `section`, `title`, `organisation`, `date` */
  field: string;
  value: string;
  found: boolean;
  position?: Phrase['position'];
}

const phones: ReadonlySet<string> = new Set(['phone', 'mobile', 'fax']);

/** Every field of a CV that a résumé parser looks for, and whether it found what the CV says. */
export function compareResume(cv: Cv, resume: ParsedResume): ReadField[] {
  const fields: ReadField[] = [];
  const add = (field: string, phrase: Phrase | undefined, isFound: (value: string) => boolean): void => {
    const value = phrase && toPhrasingText(phrase.children).replace(/\s+/g, ' ').trim();
    if (phrase && value && foldLetters(value) !== '')
      fields.push({ field, value, found: isFound(foldLetters(value)), position: phrase.position });
  };
  const isAmong = (texts: readonly string[]) => (value: string) =>
    texts.some((text) => foldLetters(text) === value);
  const { name, contacts } = cv.person;
  if (name) {
    const found = foldLetters(resume.name ?? '') === foldLetters(name.text);
    fields.push({ field: 'name', value: name.text, found, position: name.given.position });
  }
  for (const { kind, text, url } of contacts) {
    if (kind === 'email') add('e-mail', text, isAmong(resume.emails));
    else if (phones.has(kind)) add('phone', text, isAmong(resume.phones));
    else if (url !== undefined && /^https?:/.test(url))
      add('link', text, (value) =>
        resume.links.some((link) => isSameLink(foldLetters(link), value, foldLetters(url))),
      );
  }
  for (const { title, blocks } of cv.sections) {
    const section = resume.sections.find(
      (one) => foldLetters(one.title) === foldLetters(toPhrasingText(title.children)),
    );
    add('section', title, () => section !== undefined);
    for (const entry of entriesOf(blocks)) {
      const read = section && findEntry(section.entries, entry);
      add('title', entry.title, (value) => begins(read?.title, value));
      add('organisation', entry.subtitle, (value) => begins(read?.organisation, value));
      add('date', entry.date?.text, (value) => foldLetters(read?.date ?? '') === value);
    }
  }
  return fields;
}

/** A warning for each field that was not found. */
export function describeUnread(fields: readonly ReadField[], template: string): Finding[] {
  return fields
    .filter(({ found }) => !found)
    .map(({ field, value, position }) => ({
      code: 'unread-field',
      reason: `A résumé parser does not find the ${field} “${value}”`,
      note: ['banking', 'academic'].includes(template)
        ? 'Write it as plain text, as the other entries of its section are written.'
        : 'Send the CV in the template `banking` or `academic` where a machine reads it first.',
      place: position,
    }));
}

/** The parser may have read remarks with it that the CV has as further fields. */
function begins(read: string | undefined, value: string): boolean {
  return read !== undefined && foldLetters(read).startsWith(value);
}

function isSameLink(link: string, text: string, url: string): boolean {
  return (
    link === text ||
    link === url ||
    url.replace(/^https?(?:www)?/, '') === link.replace(/^https?(?:www)?/, '')
  );
}

/** Titles repeat (one university, two degrees): the date tells them apart. */
function findEntry(entries: readonly ResumeEntry[], entry: Entry): ResumeEntry | undefined {
  const title = foldLetters(toPhrasingText(entry.title.children));
  const date = entry.date && foldLetters(toPhrasingText(entry.date.text.children));
  const named = entries.filter((one) => begins(one.title, title));
  return (
    named.find((one) => foldLetters(one.date) === date) ??
    named[0] ??
    entries.find((one) => foldLetters(one.date) === date)
  );
}

function entriesOf(blocks: readonly Block[]): Entry[] {
  return blocks.flatMap((block) => {
    if (block.type === 'entry') return [block, ...entriesOf(block.body)];
    return block.type === 'subsection' ? entriesOf(block.blocks) : [];
  });
}
