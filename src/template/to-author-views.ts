import type { PhrasingContent } from 'mdast';
import { toPhrasingText } from '../content/phrasing-text.ts';
import type { LatexContext } from '../latex/context.ts';
import { phrasingToBareTex, phrasingToTex } from '../latex/phrasing-to-tex.ts';
import { joinTex, rawTex, type Tex } from '../latex/tex.ts';
import type { Phrase } from '../model/cv.ts';
import type { Author, AuthorList } from '../model/publication.ts';
import type { PublicationWords } from '../publications/publication-words.ts';
import { markSign } from './mark-sign.ts';
import { once } from './once.ts';
import type { AuthorView } from './view.ts';

/** The TeX of names by their texts. */
export type NameMemory = Map<string, Tex>;

/**
 * The names of a publication in the forms that styles print, each in one piece. A form is made when a style asks for it.
 * @param field what they are called where a style must print them
 * @param names of the document
 */
export function toAuthorViews(
  { shown }: AuthorList,
  field: string | undefined,
  words: PublicationWords,
  context: LatexContext,
  names: NameMemory,
): AuthorView[] {
  return shown.map((author): AuthorView => {
    if (typeof author === 'number') {
      const text = words.authors.replace('%', String(author));
      return { omitted: phrasingToTex([{ type: 'text', value: text }], context) };
    }
    const mark = context.marks.content(author.family.position, field);
    const full = once(() => joinTex([mark, nameToTex('full', author, context, names)]));
    const inverted = once(() => joinTex([mark, nameToTex('inverted', author, context, names)]));
    // The fonts for the scripts of names are declared before any name is set.
    if (context.engine !== 'pdflatex') full();
    return {
      get full() {
        return full();
      },
      get inverted() {
        return inverted();
      },
      owner: author.owner,
    };
  });
}

const forms = { full: fullName, inverted: invertedName };

/** The owner stands out, the marks beside do not. */
function nameToTex(form: keyof typeof forms, author: Author, context: LatexContext, names: NameMemory): Tex {
  const { owner, marks, given, particle, family } = author;
  const first = form === 'full' ? (given ?? particle ?? family) : (particle ?? family);
  const mark = context.marks.content(first.children[0]?.position);
  const text = joinTex([mark, setOnce(form, author, context, names)]);
  const signs = marks.map((one) => markSign(one, context));
  return joinTex([owner ? joinTex([rawTex('\\mdcvowner{'), text, rawTex('}')]) : text, ...signs]);
}

/** A name is set once, however often it is printed, unless there is something to tell about it. */
function setOnce(form: keyof typeof forms, author: Author, context: LatexContext, names: NameMemory): Tex {
  const key = keyOf(author);
  const known = key === undefined ? undefined : names.get(form + key);
  if (known !== undefined) return known;
  const { messages } = context.vfile;
  const count = messages.length;
  const tex = phrasingToBareTex(forms[form](author), context);
  if (key !== undefined && messages.length === count) names.set(form + key, tex);
  return tex;
}

/** All that the TeX of a name is made of; nothing for one that is more than a few plain words. */
function keyOf({ given, particle, family, suffix, corporate }: Author): string | undefined {
  let key = corporate ? ' corporate' : '';
  for (const part of [given, particle, family, suffix]) {
    const [node, ...more] = part?.children ?? [];
    if (node && (node.type !== 'text' || more.length > 0 || node.value.includes('\n'))) return undefined;
    key += `\0${node?.value ?? ''}`;
  }
  return key;
}

function fullName(author: Author): PhrasingContent[] {
  const { given, particle, family, suffix } = author;
  return join([given, particle, family, suffix], author);
}

/** `Zhang, J.`; a name in a script without capitals has no initials. */
function invertedName(author: Author): PhrasingContent[] {
  const { given, particle, family, suffix } = author;
  const initials = given && initialsOf(given);
  const last = join([particle, family], author);
  const rest = [initials, suffix].flatMap((part) => (part ? [part] : []));
  return [...last, ...rest.flatMap((part) => [text(',\u00A0'), ...part.children])];
}

/** First letters with full stops: `Jean-Pierre` is `J.-P.`. */
function initialsOf(given: Phrase): Phrase {
  const words = toPhrasingText(given.children);
  if (!/\p{Lu}/u.test(words)) return given;
  const initials = words
    .split(/[\s\u00A0]+/u)
    .map((word) =>
      word
        .split(/(?<=\p{L}\.?)-/u)
        .map(initialOf)
        .join('-'),
    )
    .join('\u00A0');
  const { position } = given;
  return { children: [{ type: 'text', value: initials, position }], position };
}

function initialOf(word: string): string {
  // A particle behind the given names, as in `Berg, Jan van der`, is no name.
  if (/^\p{Ll}/u.test(word)) return word;
  const letter = /^\P{L}*(\p{L}\p{M}*)/u.exec(word)?.[1];
  return letter ? `${letter.toUpperCase()}.` : word;
}

/** Parts of a name, kept on one line; an institution's may break. */
function join(parts: readonly (Phrase | undefined)[], { corporate }: Author): PhrasingContent[] {
  return parts
    .flatMap((part) => (part ? [part.children] : []))
    .flatMap((children, index) => {
      const kept = corporate ? children : children.map(keepTogether);
      if (index === 0) return kept;
      return [text('\u00A0'), ...kept];
    });
}

function keepTogether(node: PhrasingContent): PhrasingContent {
  if (node.type === 'text') return { ...node, value: node.value.replaceAll(' ', '\u00A0') };
  return node;
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
