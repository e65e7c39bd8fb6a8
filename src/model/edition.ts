/** One of the CVs that a source makes: a variant of it in one of its languages. */
export interface Edition {
  /** A name under `variants:`; missing for the whole CV. */
  variant?: string | undefined;
  /** BCP 47 tag, one of several under `lang:`; missing where the CV has one language only. */
  lang?: string | undefined;
}

/** What stands for no variant, where one may be named: the whole CV. */
export const noVariant = 'none';
