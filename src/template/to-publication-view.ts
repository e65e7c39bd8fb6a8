import type { PhrasingContent } from 'mdast';
import type { LatexContext } from '../latex/context.ts';
import { escapeForBookmark } from '../latex/escape-bookmark.ts';
import { phrasingToTex } from '../latex/phrasing-to-tex.ts';
import { phrasingToText } from '../latex/phrasing-to-text.ts';
import { joinTex, rawTex, type Tex } from '../latex/tex.ts';
import type { Phrase } from '../model/cv.ts';
import type {
  AuthorList,
  Badge,
  NumberedPublication,
  PublicationGroup,
  PublicationList,
} from '../model/publication.ts';
import { type PublicationWords, publicationWords } from '../publications/publication-words.ts';
import { markSign } from './mark-sign.ts';
import { once } from './once.ts';
import { type NameMemory, toAuthorViews } from './to-author-views.ts';
import type { PublicationGroupView, PublicationListView, PublicationView } from './view.ts';

/**
 * A list of publications as templates see it. Only titles and names are fields that every style must print; what else it prints is
 * the style's affair.
 */
export function toPublicationListView(list: PublicationList, context: LatexContext): PublicationListView {
  const words = publicationWords(context.lang);
  const names: NameMemory = new Map();
  const say = (text: string): Tex => phrasingToTex([{ type: 'text', value: text }], context);
  return {
    type: 'publications',
    style: list.style,
    legend: list.legend.map((mark) => ({ sign: markSign(mark, context), meaning: say(words.marks[mark]) })),
    groups: list.groups.map((group) => toGroupView(group, words, context, names)),
    widestLabel: widestLabel(list),
    words: { and: say(words.and), in: say(words.in), etAl: say(words.etAl) },
  };
}

function toGroupView(
  group: PublicationGroup,
  words: PublicationWords,
  context: LatexContext,
  names: NameMemory,
): PublicationGroupView {
  const { title, publications } = group;
  return {
    title: title && field(title, 'group of publications', context),
    bookmark: title && escapeForBookmark(phrasingToText(title.children)),
    publications: publications.map((publication) => toPublicationView(publication, words, context, names)),
  };
}

function toPublicationView(
  publication: NumberedPublication,
  words: PublicationWords,
  context: LatexContext,
  names: NameMemory,
): PublicationView {
  const { editors, title, label, badges, links } = publication;
  const tex = (phrase: Phrase | undefined): Tex | undefined =>
    phrase && phrasingToTex(phrase.children, context);
  const address = once(() => toAddress(publication, context));
  // The fonts for all scripts are declared before anything is set.
  if (context.engine !== 'pdflatex') address();
  return {
    kind: publication.kind,
    label: label === undefined ? undefined : rawTex(label),
    title: field(title, `the title of ${publication.key}`, context),
    titleStops: /[.!?…。？！]["”’“‘»«\u202f)\]]*$/u.test(phrasingToText(title.children)),
    authors: toAuthorViews(publication.authors, `the authors of ${publication.key}`, words, context, names),
    open: publication.authors.open,
    editors: editors ? toAuthorViews(editors, undefined, words, context, names) : [],
    editorWord: editors && phrasingToTex([{ type: 'text', value: editorWord(editors, words) }], context),
    year: tex(publication.year),
    status: tex(publication.status),
    statusSentence: tex(publication.status && withCapital(publication.status)),
    venue: tex(publication.venue),
    venueShort: tex(publication.venueShort),
    venueLabel: tex(publication.venueShort ?? shortEnough(publication.venue)),
    volume: tex(publication.volume),
    number: tex(publication.number),
    pages: tex(publication.pages),
    publisher: tex(publication.publisher),
    place: tex(publication.place),
    edition: tex(publication.edition),
    genre: tex(publication.genre),
    remark: tex(publication.remark),
    remarkLabel: tex(shortEnough(publication.remark)),
    badges: badges.map((badge) => toBadge(badge, context)),
    links: links.map((badge) => toBadge(badge, context)),
    get address() {
      return address();
    },
  };
}

/** In characters, what two or three lines of a narrow column hold. */
const longestLabel = 40;

function shortEnough(phrase: Phrase | undefined): Phrase | undefined {
  return phrase && phrasingToText(phrase.children).length <= longestLabel ? phrase : undefined;
}

function widestLabel({ groups }: PublicationList): Tex | undefined {
  const labels = groups.flatMap(({ publications }) => publications.flatMap(({ label }) => label ?? []));
  const [widest] = labels.sort((a, b) => b.length - a.length);
  return widest === undefined ? undefined : rawTex(widest);
}

function withCapital({ children, position }: Phrase): Phrase {
  const value = phrasingToText(children).replace(/^./u, (letter) => letter.toUpperCase());
  return { children: [{ type: 'text', value }], position };
}

/** A value that a template must print. */
function field(phrase: Phrase, name: string, context: LatexContext): Tex {
  return joinTex([context.marks.content(phrase.position, name), phrasingToTex(phrase.children, context)]);
}

function editorWord({ count, open }: AuthorList, words: PublicationWords): string {
  return words.editors[count > 1 || open ? 1 : 0];
}

function toBadge({ label, url, remark }: Badge, context: LatexContext): Tex {
  const text = (value: string): PhrasingContent => ({ type: 'text', value });
  const inner = remark ? [...label.children, text(' · '), ...remark.children] : label.children;
  const children = [text('['), ...inner, text(']')];
  // A link in a link cannot be set.
  const linked = url !== undefined && !inner.some(({ type }) => type === 'link');
  const tex = phrasingToTex(
    linked ? [{ type: 'link', url, children: children as never }] : children,
    context,
  );
  return joinTex([context.marks.content(label.position), tex]);
}

function toAddress({ doi, url }: NumberedPublication, context: LatexContext): Tex | undefined {
  if (!url) return undefined;
  const shown = doi && url.startsWith('https://doi.org/') ? `https://doi.org/${doi}` : url;
  return phrasingToTex([{ type: 'link', url, children: [{ type: 'text', value: shown }] }], context);
}
