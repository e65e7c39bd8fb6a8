/** The keys of the front matter that mdcv knows, after validation. Owned by `front-matter.ts`'s schema. */
import type { EngineName } from '../engine/engine.ts';

/** A value with the place of its YAML node, so that a later stage can point at it. */
export interface Placed<T> {
  value: T;
  position?: import('unist').Position | undefined;
}

export interface FrontMatter {
  name?: Placed<string>;
  firstname?: Placed<string>;
  lastname?: Placed<string>;
  author?: Placed<string>;
  title?: Placed<string>;
  /** headline, subtitle or label */
  headline?: Placed<string>;
  /** photo, picture or image */
  photo?: Placed<string>;
  /** One line or parts already joined in the order street, city, postcode, country. */
  address?: Placed<string[]>;
  /** email, phone, mobile, fax, homepage, website, url, location, github … in the author's order; lists are several entries. */
  contacts: { key: string; value: Placed<string> }[];
  lang?: Placed<string>;
  date?: Placed<string>;
  keywords?: Placed<string[]>;
  /** Markdown. */
  summary?: Placed<string>;
  /** Markdown. */
  footer?: Placed<string>;
  bibliography?: Placed<string[]>;
  template?: Placed<string>;
  engine?: Placed<EngineName>;
  toolchain?: Placed<'auto' | 'local' | 'managed' | 'docker'>;
  /** Template options by name, unchecked: the template's manifest checks them. */
  options?: Placed<Record<string, Placed<string | number | boolean>>>;
  /** pandoc's */
  geometry?: Placed<string>;
  fontsize?: Placed<string>;
  mainfont?: Placed<string>;
  /** `raw: latex` lets raw LaTeX through. */
  raw?: Placed<'latex'>;
  /** `math: true` turns `$…$` into mathematics. */
  math?: Placed<boolean>;
}
