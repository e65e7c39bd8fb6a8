/**
 * A résumé parser as machines that sort applications have one: it reads the text layer of a PDF by rules and knows nothing of the CV that
 * it was made of. Its rules are those of the trade: the name is what is set largest, headings are what is set as the line with a known word
 * is, dates make entries, and what is set before or beside a date is its title.
 */
import type { TextPage } from '../../pdf/text-pages.ts';
import { parseEntries, type ResumeEntry, runningStyle } from './parse-entries.ts';
import { type ResumeLine, toResumeLines } from './resume-lines.ts';

export interface ResumeSection {
  title: string;
  entries: ResumeEntry[];
}

export interface ParsedResume {
  name?: string | undefined;
  emails: string[];
  phones: string[];
  /** With or without a scheme, as they are read. */
  links: string[];
  sections: ResumeSection[];
  /** The text in the order in which it is read. */
  text: string;
}

const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const phone = /(?<![\w/.])\+?\(?\d[\d\s()./-]{6,}\d/g;
const link = /(?:https?:\/\/)?(?:[a-z\d-]+\.)+[a-z]{2,}(?:\/[^\s•|,]*)?/gi;
const orcid = /\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b/g;

/** Headings that a parser waits for, at least one of which stands in every CV. */
const known =
  /^(?:(?:work|professional|research|relevant)\s)?(?:experiences?|education|employment|positions|skills|projects|publications|awards|honou?rs|languages|teaching|erfahrung|berufserfahrung|ausbildung|bildung|kenntnisse|sprachen|formation|expériences?|compétences|langues|formación|educación|experiencia|idiomas|formazione|istruzione|esperienze?|lingue|教育(?:背景|经历)?|工作(?:经历|经验)?|学歴|職歴)$/iu;

export function parseResume(pages: readonly TextPage[]): ParsedResume {
  const lines = toResumeLines(pages);
  const heading = headingStyle(lines);
  const running = runningStyle(lines);
  const starts = lines.flatMap((line, index) => (isHeading(line, heading) ? [index] : []));
  const profile = lines.slice(0, starts[0] ?? lines.length);
  const contacts = profile.map(({ text }) => text).join('\n');
  const emails = contacts.match(email) ?? [];
  const ids: string[] = contacts.match(orcid) ?? [];
  return {
    name: findName(profile),
    emails,
    phones: (contacts.match(phone) ?? []).map((text) => text.trim()).filter((text) => !ids.includes(text)),
    links: [...(contacts.replace(email, ' ').match(link) ?? []), ...ids],
    sections: starts.map((start, index) => ({
      title: lines[start]?.text ?? '',
      entries: parseEntries(lines.slice(start + 1, starts[index + 1] ?? lines.length), running),
    })),
    text: lines.map(({ text }) => text).join('\n'),
  };
}

/** How the first line is set whose text is a heading in every CV; without one, what is set larger than most. */
function headingStyle(lines: readonly ResumeLine[]): string | undefined {
  const found = lines.find(({ text, segments }) => segments.length === 1 && known.test(text));
  if (found) return found.segments[0]?.style;
  const sizes = lines
    .flatMap(({ segments }) => segments.map(({ fontSize }) => fontSize))
    .sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  return lines.slice(1).find(({ segments }) => (segments[0]?.fontSize ?? 0) > usual + 0.5)?.segments[0]
    ?.style;
}

function isHeading({ segments }: ResumeLine, style: string | undefined): boolean {
  return style !== undefined && segments.every((segment) => segment.style === style);
}

/** What is set largest, up to the first sign that parts it from a title. */
function findName(profile: readonly ResumeLine[]): string | undefined {
  const segments = profile.flatMap((line) => line.segments);
  const largest = Math.max(0, ...segments.map(({ fontSize }) => fontSize));
  const from = segments.findIndex(({ fontSize }) => fontSize === largest);
  const to = segments.findIndex(({ fontSize }, index) => index > from && fontSize < largest - 0.5);
  const text = segments
    .slice(from, to < 0 ? undefined : to)
    .map((segment) => segment.text)
    .join(' ');
  return text.split(/\s*[|•·]\s*/)[0] || undefined;
}
