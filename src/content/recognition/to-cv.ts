/** From the Markdown tree and the front matter to the CV as content. */
import type { Code, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import type { Block, Contact, Cv, Person, PersonName, Phrase, Section } from '../../model/cv.ts';
import { addProblem, severityOf } from '../../problem.ts';
import type { FrontMatter } from '../front-matter/front-matter.ts';
import { around, toPhrasingText } from '../phrasing-text.ts';
import { readBarTables } from './bar-tables.ts';
import { readContactBlock } from './contact-block.ts';
import { withoutRepeats } from './contact-repeats.ts';
import { collectFootnotes, type Footnotes } from './footnotes.ts';
import { toFrontMatterContacts } from './front-matter-contacts.ts';
import { guessLanguage } from './guess-language.ts';
import { type Head, readHead, readPortrait, takeContacts } from './head.ts';
import { listBulletSigns } from './list-bullet-signs.ts';
import { isToldByFrontMatter, type Naming, resolveName } from './name.ts';
import { findNameBesideSex, findNameInFacts } from './name-in-facts.ts';
import { promoteNameLine } from './name-line.ts';
import { isNameWord } from './name-words.ts';
import { type Outline, toOutline } from './outline.ts';
import { textPhrase, toPhrase, toPlainPhrase, withoutIcons } from './phrase.ts';
import { promoteBoldTitles } from './promote-bold-titles.ts';
import { attributesOf } from './prose.ts';
import { recogniseContact } from './recognise-contact.ts';
import { isAboutTitle, isContactTitle, isPersonalTitle } from './section-words.ts';
import { settleDates } from './settle-dates.ts';
import { splitDatedLines } from './split-dated-lines.ts';
import { splitName } from './split-name.ts';
import { takeFacts } from './take-facts.ts';
import { takeInnerContacts } from './take-inner-contacts.ts';
import { toBlocks } from './to-blocks.ts';
import { unwrapDivs } from './unwrap-divs.ts';
import { unwrapHeadedLists } from './unwrap-headed-lists.ts';

/** The front matter's texts that are Markdown themselves, parsed. */
export interface FrontMatterTexts {
  summary: RootContent[];
  footer: RootContent[];
}

/**
 * Recognises a CV in a document. Every word of the document is in the result, but for headings that only name the document
 * ("Curriculum Vitae"), a title that repeats the name, and the title of a section of contacts.
 */
export function toCv(
  root: Root,
  frontMatter: FrontMatter,
  vfile: VFile,
  texts: FrontMatterTexts = { summary: [], footer: [] },
): Cv {
  const { nodes, notes } = collectFootnotes(
    promoteBoldTitles(
      splitDatedLines(
        readBarTables(listBulletSigns(unwrapHeadedLists(settleDates(unwrapDivs(root.children, vfile))))),
      ),
    ),
  );
  const outline = outlineOf(nodes, frontMatter);
  const named = takeNameSection(outline);
  const facts = personalNodes(outline);
  const naming = resolveName(
    frontMatter,
    outline.title,
    named ?? findNameInFacts(facts),
    findNameBesideSex(facts),
  );
  const head = readHead(outline.head, outline.title !== undefined);
  const { person, left } = toPerson(frontMatter, naming, outline, head);
  const { kept, closing } = takeClosing(outline.sections);
  const sections = kept.flatMap((section, index) => toSection(section, index === 0, person, notes));
  const aside = takeContacts(closing, person);
  const footer = takeContacts(texts.footer, person);
  person.contacts = withoutRepeats(person, frontMatter).filter(({ text }) => !repeatsName(text, person.name));
  if (!person.name) warnOfMissingName(vfile);
  const before = [...texts.summary, ...left.map(toParagraph), ...head.rest];
  const introduction = [...toBlocks(before, 'section'), ...notes.take([...outline.head, ...before])];
  (sections.at(-1)?.blocks ?? introduction).push(...toBlocks(aside, 'section'), ...notes.takeRest());
  return {
    lang: frontMatter.lang?.value ?? guessLanguage(toText(root)),
    person,
    introduction,
    sections,
    footer: toFooter(footer),
    keywords: frontMatter.keywords?.value ?? [],
    date: frontMatter.date && textPhrase(frontMatter.date.value, frontMatter.date.position),
  };
}

function outlineOf(nodes: readonly RootContent[], frontMatter: FrontMatter): Outline {
  const named = Boolean(frontMatter.name || frontMatter.firstname || frontMatter.lastname);
  const outline = toOutline(nodes, named);
  if (outline.title || isToldByFrontMatter(frontMatter)) return outline;
  return toOutline(promoteNameLine(nodes), named);
}

/** The person, and lines beside the name for which the person has no field. */
function toPerson(
  frontMatter: FrontMatter,
  naming: Naming,
  outline: Outline,
  head: Head,
): { person: Person; left: Phrase[] } {
  const others = naming.others.map((nodes) => recogniseContact(nodes) as Contact);
  const subtitle = outline.subtitle && toPlainPhrase(withoutIcons(outline.subtitle.children));
  const said = others.filter(({ kind }) => kind === 'text').map(({ text }) => toPlainPhrase(text.children));
  const [headline, ...left] = [...naming.headlines, ...said, subtitle, head.headline].flatMap(
    (one) => one ?? [],
  );
  const { address, photo } = frontMatter;
  const person: Person = {
    name: naming.name,
    headline,
    address: [...(address?.value ?? []).map((line) => textPhrase(line, address?.position)), ...head.address],
    postal: address?.parts,
    contacts: [
      ...toFrontMatterContacts(frontMatter),
      ...others.filter(({ kind }) => kind !== 'text'),
      ...head.contacts,
    ],
    photo: photo?.value
      ? { path: photo.value, position: photo.position }
      : (head.photo ?? readPortrait(outline.title)),
  };
  return { person, left };
}

type OutlineSection = Outline['sections'][number];

/** `## Name` with nothing below it but a name, which is taken out of the outline. */
function takeNameSection({ sections }: Outline): PersonName | undefined {
  const [section] = sections;
  const lines =
    section && isNameWord(toPhrasingText(section.heading.children))
      ? section.content.flatMap(phrasingIn)
      : [];
  const [line, ...others] = lines;
  const name = line && others.length === 0 ? toPlainPhrase(line) : undefined;
  if (!name || toPhrasingText(name.children).length > 60) return undefined;
  sections.shift();
  return splitName(name);
}

/** Where people say whose CV it is when no heading does. */
function personalNodes({ head, sections }: Outline): RootContent[] {
  const told = sections.filter((section, index) => isPersonal(section, index === 0));
  return [...head, ...told.flatMap(({ content }) => content)];
}

/** @param isFirst whether it is the first section, which may be called "Profile" and hold the name */
function isPersonal({ heading, content }: OutlineSection, isFirst: boolean): boolean {
  const title = toPhrasingText(heading.children);
  if (isPersonalTitle(title) || isContactTitle(title)) return true;
  return isFirst && isAboutTitle(title) && findNameInFacts(content) !== undefined;
}

/** Contacts at the very end, in a quote or below a rule, belong to the person. */
function takeClosing(sections: readonly OutlineSection[]): {
  kept: OutlineSection[];
  closing: RootContent[];
} {
  const last = sections.at(-1);
  const content = [...(last?.content ?? [])];
  while (content.at(-1)?.type === 'thematicBreak') content.pop();
  const closing = content.at(-1);
  const isApart = closing?.type === 'blockquote' || content.at(-2)?.type === 'thematicBreak';
  if (!last || !closing || !isApart || !readContactBlock(closing))
    return { kept: [...sections], closing: [] };
  return { kept: [...sections.slice(0, -1), { ...last, content: content.slice(0, -1) }], closing: [closing] };
}

function toSection(section: OutlineSection, isFirst: boolean, person: Person, notes: Footnotes): Section[] {
  const { heading, content } = section;
  // The outline takes no heading without content of its own.
  const title = toPlainPhrase(withoutIcons(heading.children)) as Phrase;
  const isTaken = section.isEarly || isContactTitle(toPhrasingText(title.children));
  const whole = isTaken ? takeContacts(content, person) : takeInnerContacts(content, person);
  const isPersonalSection = isPersonal(section, isFirst);
  const own = isPersonalSection ? takeFacts(whole, person) : whole;
  if (isPersonalSection && own.every(({ type }) => type === 'thematicBreak') && content.length > 0) return [];
  const blocks: Block[] = [...toBlocks(own, 'section'), ...notes.take([heading, ...content])];
  return [{ title, blocks, attributes: attributesOf(heading), position: around([heading, ...content]) }];
}

/** True for `Name: Jane Doe` among contacts, below that very name. */
function repeatsName({ children }: Phrase, name: PersonName | undefined): boolean {
  const [, label, value] = /^([^:：]{1,30})[:：]\s*(.+)$/u.exec(toPhrasingText(children).trim()) ?? [];
  return label !== undefined && isNameWord(label) && value === name?.text;
}

/** Texts of several lines as one phrase. */
export function toFooter(nodes: readonly RootContent[]): Phrase | undefined {
  const lines = nodes.flatMap(phrasingIn);
  return toPhrase(
    lines.flatMap((children, index) => (index > 0 ? [{ type: 'break' }, ...children] : children)),
  );
}

/** Every run of phrasing in a node, however deep. */
function phrasingIn(node: RootContent): PhrasingContent[][] {
  if (node.type === 'paragraph' || node.type === 'heading') return [node.children];
  if ('children' in node) return (node.children as RootContent[]).flatMap(phrasingIn);
  return [[{ type: 'inlineCode', value: (node as Code).value }]];
}

function toParagraph({ children, position }: Phrase): RootContent {
  return { type: 'paragraph', children, position };
}

/** Where the file or its front matter could not be read, nobody knows whether a name is in it. */
function warnOfMissingName(vfile: VFile): void {
  if (vfile.messages.some((message) => severityOf(message) === 'error')) return;
  addProblem(vfile, 'missing-name', {
    reason:
      'Cannot find whose CV this is, expected `name` in the front matter or a first heading with the name',
    note: 'Write `name: Your Name` between two lines of `---` at the top of the file.',
    place: { line: 1, column: 1 },
  });
}
