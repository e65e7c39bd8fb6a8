import { toBabelLanguage } from '../latex/babel-language.ts';
import type { LatexContext } from '../latex/context.ts';
import { escapeForBookmark } from '../latex/escape-bookmark.ts';
import { escapeForXmp } from '../latex/escape-xmp.ts';
import { flowToTex } from '../latex/flow-to-tex.ts';
import { hyphenationFileOf } from '../latex/hyphenation.ts';
import { ideographRegionOf } from '../latex/ideograph-region.ts';
import { phrasingToTex } from '../latex/phrasing-to-tex.ts';
import { phrasingToText } from '../latex/phrasing-to-text.ts';
import { joinTex, rawTex, type Tex } from '../latex/tex.ts';
import { hasWideLatin } from '../latex/unsettable.ts';
import type {
  Block,
  Contact,
  Cv,
  Entry,
  Item,
  Person,
  Phrase,
  Prose,
  Section,
  Subsection,
} from '../model/cv.ts';
import { identifierPlace } from './file-identifier.ts';
import { iconNames } from './icons.ts';
import { optionalPhrase, phrase } from './phrase-view.ts';
import { toLetterFoot, toLetterHead } from './to-letter-view.ts';
import { toPublicationListView } from './to-publication-view.ts';
import { toSeal } from './to-seal.ts';
import type {
  BlockView,
  ContactView,
  CvView,
  EntryView,
  ItemView,
  MetadataView,
  PersonView,
  ProseView,
  SectionView,
  SubsectionView,
} from './view.ts';

export interface ViewInput {
  cv: Cv;
  context: LatexContext;
  options: CvView['options'];
  profile: CvView['profile'];
  /** Name of the photo within the run's folder, when there is one to print. */
  photo?: Tex | undefined;
  /** The same of a letter's signature. */
  signature?: Tex | undefined;
  /** Whether what is in the document may stand in a PDF/A; asked when all of it is known. */
  isPdfa: () => boolean;
}

/**
 * Turns a CV into what templates see. Every value begins with a mark that names its field, so that what a template does not
 * print is found afterwards.
 */
export function toView({ cv, context, options, profile, photo, signature, isPdfa }: ViewInput): CvView {
  const letterHead = cv.letter && toLetterHead(cv.letter, context);
  const introduction = cv.introduction.map((block) => toBlock(block, context));
  const person = toPerson(cv.person, photo, context);
  const sections = cv.sections.map((section) => toSection(section, context));
  const letter = cv.letter && letterHead && { ...letterHead, ...toLetterFoot(cv.letter, signature, context) };
  const footer = optionalPhrase(cv.footer, 'footer', context);
  const date = optionalPhrase(cv.date, 'date', context);
  return {
    lang: cv.lang,
    hyphenation: hyphenationFileOf(toBabelLanguage(cv.lang)),
    direction: context.direction,
    ideographs: ideographRegionOf(cv.lang),
    babel: toBabelLanguage(cv.lang),
    wideLatin: hasWideLatin(cv),
    engine: context.engine,
    options,
    profile,
    // Known only now, after everything was set.
    scripts: [...context.scripts].sort(),
    scriptFonts: [...context.scriptFonts].flatMap(([script, font]) =>
      context.scripts.has(script) ? { script, ...font } : [],
    ),
    person,
    metadata: toMetadata(cv, context, isPdfa()),
    introduction,
    sections,
    footer,
    date,
    letter,
    seal: toSeal(String(context.vfile)),
  };
}

const producers: Readonly<Record<CvView['engine'], Tex>> = {
  pdflatex: rawTex('pdfTeX'),
  xelatex: rawTex('xdvipdfmx'),
  lualatex: rawTex('LuaTeX'),
};

function toMetadata(
  { person, keywords, lang, letter }: Cv,
  { engine }: LatexContext,
  pdfa: boolean,
): MetadataView {
  const name = person.name?.text ?? '';
  const subject = letter?.subject && phrasingToText(letter.subject.children);
  const title = [name, subject].filter(Boolean).join(': ');
  const words = keywords.join(', ');
  return {
    title: escapeForBookmark(title),
    author: escapeForBookmark(name),
    keywords: escapeForBookmark(words),
    lang,
    producer: producers[engine],
    id: identifierPlace,
    pdfa,
    xmp: {
      title: escapeForXmp(title),
      author: escapeForXmp(name),
      keywords: escapeForXmp(words),
    },
  };
}

function toPerson(person: Person, photo: Tex | undefined, context: LatexContext): PersonView {
  const icons = iconNames();
  return {
    given: optionalPhrase(person.name?.given, 'name', context),
    family: optionalPhrase(person.name?.family, 'name', context),
    headline: optionalPhrase(person.headline, 'headline', context),
    address: person.address.map((line) => phrase(line, 'address', context)),
    contacts: person.contacts.map((contact) => toContact(contact, icons, context)),
    photo: photo && joinTex([context.marks.content(person.photo?.position, 'photo'), photo]),
  };
}

function toContact(contact: Contact, icons: ReadonlySet<string>, context: LatexContext): ContactView {
  const { kind, text, isLabelled, url, remark } = contact;
  const shown: Phrase = url
    ? {
        children: [{ type: 'link', url, children: text.children as never, position: text.position }],
        position: text.position,
      }
    : text;
  return {
    kind,
    // An icon stands for the word that the author did not write; both would say the same twice.
    icon: icons.has(kind) && !isLabelled ? kind : undefined,
    text: phrase(shown, `contact ${kind}`, context),
    remark: optionalPhrase(remark, `contact ${kind}, remark`, context),
  };
}

function toSection(section: Section, context: LatexContext): SectionView {
  return {
    title: phrase(section.title, 'section title', context),
    bookmark: bookmark(section.title),
    blocks: section.blocks.map((block) => toBlock(block, context)),
  };
}

function toBlock(block: Block, context: LatexContext): BlockView {
  switch (block.type) {
    case 'entry':
      return toEntry(block, context);
    case 'item':
      return toItem(block, context);
    case 'subsection':
      return toSubsection(block, context);
    case 'prose':
      return toProse(block, context);
    case 'publications':
      return toPublicationListView(block, context);
  }
}

function toEntry(entry: Entry, context: LatexContext): EntryView {
  return {
    type: 'entry',
    date: entry.date && dateText(entry.date.text, context),
    title: phrase(entry.title, 'entry title', context),
    subtitle: optionalPhrase(entry.subtitle, 'entry subtitle', context),
    place: optionalPhrase(entry.place, 'entry place', context),
    details: entry.details.map((detail) => phrase(detail, 'entry detail', context)),
    body: entry.body.map((block) => toBlock(block, context)),
  };
}

function toItem(item: Item, context: LatexContext): ItemView {
  const [first, ...rest] = item.body;
  const paragraph = first?.type === 'prose' && first.node.type === 'paragraph' ? first.node : undefined;
  return {
    type: 'item',
    label: phrase(item.label, 'item label', context),
    text: paragraph && optionalPhrase(paragraph, 'item text', context),
    body: (paragraph ? rest : item.body).map((block) => toBlock(block, context)),
  };
}

function toSubsection(subsection: Subsection, context: LatexContext): SubsectionView {
  return {
    type: 'subsection',
    title: phrase(subsection.title, 'subsection title', context),
    bookmark: bookmark(subsection.title),
    blocks: subsection.blocks.map((block) => toBlock(block, context)),
  };
}

function toProse(prose: Prose, context: LatexContext): ProseView {
  const { node } = prose;
  const kind = node.type === 'paragraph' || node.type === 'list' ? node.type : 'other';
  return {
    type: 'prose',
    kind,
    text: joinTex([context.marks.content(node.position, node.type), flowToTex(node, context)]),
  };
}

/** In a date every hyphen stands for "until". */
function dateText(source: Phrase, context: LatexContext): Tex {
  return joinTex([
    context.marks.content(source.position, 'entry date'),
    phrasingToTex(source.children, context, { date: true }),
  ]);
}

/** Letters. No outline shows more, and hyperref takes quadratic time for them. */
const longestBookmark = 300;

function bookmark(source: Phrase): Tex {
  const letters = [...phrasingToText(source.children)];
  const isLong = letters.length > longestBookmark;
  return escapeForBookmark(isLong ? `${letters.slice(0, longestBookmark).join('')}…` : letters.join(''));
}
