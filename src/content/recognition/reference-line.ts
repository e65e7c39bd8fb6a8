/**
 * The beginning of a reference: a surname with initials, or initials with a surname, and a comma before what comes next. A role or a firm
 * begins otherwise.
 */
const author =
  /^(?:\p{Lu}[\p{L}\p{M}'’‐-]+(?:\s\p{Lu}[\p{L}\p{M}'’‐-]+)?,\s(?:\p{Lu}\.[\s-]?){1,4}|(?:\p{Lu}\.[\s-]?){1,3}(?:(?:van|von|de|der|da|di|del|la)\s)*\p{Lu}\p{L}[\p{L}\p{M}'’‐-]*(?:\s\p{Lu}\p{Ll}[\p{L}\p{M}'’‐-]*)?)(?=\s*(?:[,;&(]|and\s|et al))/u;

/** True for a text that begins as a reference of the literature does: "Price, D., Sánchez, J. 2019. …", "S. Roe, P. Doe, and …". */
export function isReference(text: string): boolean {
  return author.test(text.trim());
}
