/**
 * The mdast nodes that CVs need beyond CommonMark and GFM. `parse-markdown.ts` makes them, the model may hold the phrasing ones,
 * and `latex/` has a handler for each.
 */
import type { BlockContent, Data, DefinitionContent, Literal, Node, Parent, PhrasingContent } from 'mdast';
import type { Attributes } from '../model/cv.ts';

export interface DefinitionList extends Parent {
  type: 'definitionList';
  children: (DefinitionTerm | DefinitionDescription)[];
}
export interface DefinitionTerm extends Parent {
  type: 'definitionTerm';
  children: PhrasingContent[];
}
export interface DefinitionDescription extends Parent {
  type: 'definitionDescription';
  children: (BlockContent | DefinitionContent)[];
}

/** `::: name {attributes}` … `:::`, pandoc's fenced div; HTML's div with attributes that mean something, too. */
export interface FencedDiv extends Parent {
  type: 'fencedDiv';
  /** The first bare word or class: `publications`. */
  name?: string | undefined;
  children: (BlockContent | DefinitionContent)[];
}

/**
 * A place for publications: a `::: publications` block, a section of that class, pandoc's `::: {#refs}`, or citations that stand alone.
 * Its attributes say which; `publications/` puts a list in its place.
 */
export interface PublicationPlace extends Node {
  type: 'publicationPlace';
  /** Only these, in this order; `*` means all. */
  keys?: string[] | undefined;
  /** pandoc's `[-@key]`: without the names. */
  hidesAuthors?: boolean | undefined;
  data?: Data | undefined;
}

/** `[text]{.class}` or an HTML span that means something. */
export interface Span extends Parent {
  type: 'span';
  children: PhrasingContent[];
}
export interface Underline extends Parent {
  type: 'underline';
  children: PhrasingContent[];
}
export interface Superscript extends Parent {
  type: 'superscript';
  children: PhrasingContent[];
}
export interface Subscript extends Parent {
  type: 'subscript';
  children: PhrasingContent[];
}
export interface Small extends Parent {
  type: 'small';
  children: PhrasingContent[];
}
/** Mathematics, only with `math: true` in the front matter; `value` is TeX's math notation, checked by `latex/`. */
export interface InlineMath extends Literal {
  type: 'inlineMath';
}
/** Raw LaTeX, only with `raw: latex` in the front matter. */
export interface RawLatex extends Literal {
  type: 'rawLatex';
}

declare module 'mdast' {
  interface BlockContentMap {
    definitionList: DefinitionList;
    fencedDiv: FencedDiv;
    publicationPlace: PublicationPlace;
    rawLatex: RawLatex;
  }
  interface RootContentMap {
    definitionList: DefinitionList;
    definitionTerm: DefinitionTerm;
    definitionDescription: DefinitionDescription;
    fencedDiv: FencedDiv;
    publicationPlace: PublicationPlace;
    span: Span;
    underline: Underline;
    superscript: Superscript;
    subscript: Subscript;
    small: Small;
    inlineMath: InlineMath;
    rawLatex: RawLatex;
  }
  interface PhrasingContentMap {
    span: Span;
    underline: Underline;
    superscript: Superscript;
    subscript: Subscript;
    small: Small;
    inlineMath: InlineMath;
    rawLatex: RawLatex;
  }
  interface Data {
    /** Pandoc attributes written on this node. */
    attributes?: Attributes | undefined;
    /** On a paragraph: publications stand in it for their citations, so that its dates and commas are not the author's. */
    isReference?: boolean | undefined;
    /** On a list: what happened when within an entry's time, hence no entries of their own. */
    isTimeline?: boolean | undefined;
    /** On a link or a code span: a page shows a picture of these words. */
    isBadge?: boolean | undefined;
  }
}
