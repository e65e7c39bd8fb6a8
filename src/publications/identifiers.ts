/** DOIs, arXiv numbers and web addresses of entries. */
import type { BibEntry } from './bib-entry.ts';

/** A prefix of a registrant, a slash, and anything printable but spaces (DOI Handbook, 2.2). */
const doiPattern = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;

/** Names of files that would pass for hosts. */
const fileName =
  /\.(?:pdf|html?|txt|bib|tex|csv|json|docx?|xlsx?|pptx?|key|odp|png|jpe?g|gif|svg|mp4|avi|mkv|webm|tgz|gz|ipynb)$/i;

export interface Identifiers {
  doi?: string | undefined;
  /** What the field holds, where it is no DOI. */
  badDoi?: string | undefined;
  arxiv?: string | undefined;
  pmid?: string | undefined;
  isbn?: string | undefined;
  /** Where the publication can be read. */
  url?: string | undefined;
}

/** What identifies an entry, from the fields of BibTeX, BibLaTeX and the archives' own exports. */
export function readIdentifiers({ fields }: BibEntry): Identifiers {
  const value = (name: string): string | undefined => plain(fields.get(name)?.value);
  const written = value('doi');
  const stripped = written?.replace(/^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|^doi:\s*/i, '');
  const doi = stripped && doiPattern.test(stripped) ? stripped : undefined;
  const type = (value('eprinttype') ?? value('archiveprefix') ?? '').toLowerCase();
  const arxiv = readArxiv(value, type);
  const pmid = value('pmid') ?? (/^(?:pubmed|pmid)$/.test(type) ? value('eprint') : undefined);
  return {
    doi,
    badDoi: doi ? undefined : written,
    arxiv,
    pmid,
    isbn: value('isbn'),
    url:
      toWebAddress(value('url')) ??
      (doi ? doiAddress(doi) : undefined) ??
      (arxiv ? `https://arxiv.org/abs/${arxiv}` : undefined) ??
      (pmid && /^\d+$/.test(pmid) ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : undefined),
  };
}

/** The address at which a DOI is resolved; signs that a URL cannot hold are encoded (DOI Handbook, 3.8). */
export function doiAddress(doi: string): string {
  return `https://doi.org/${doi.replace(/[<>"#%{}|\\^`\s]/g, encodeURIComponent)}`;
}

/** An http or https address; one without a scheme gets https. `undefined` for what is no web address. */
export function toWebAddress(text: string | undefined): string | undefined {
  if (!text || /\s/.test(text)) return undefined;
  if (/^https?:\/\/[^/]+/i.test(text)) return text;
  const host = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?=[/?#]|$)/i.exec(text)?.[0];
  return host && !fileName.test(host) ? `https://${text}` : undefined;
}

function readArxiv(value: (name: string) => string | undefined, type: string): string | undefined {
  const eprint = value('arxiv') ?? (type === '' || type === 'arxiv' ? value('eprint') : undefined);
  const elsewhere = [
    value('journal'),
    value('journaltitle'),
    value('url'),
    value('howpublished'),
    value('note'),
  ];
  const text = eprint ?? elsewhere.find((one) => one && /arxiv/i.test(one)) ?? '';
  return /(?:^|[^\d.])(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?!\d)/.exec(text)?.[1];
}

/** Fields of addresses are written with and without TeX's escapes. */
function plain(value: string | undefined): string | undefined {
  return (
    value
      ?.replace(/^\\url\{(.*)\}$/s, '$1')
      .replace(/\\([_%&#~{}$])(?:\{\})?/g, '$1')
      .replace(/\{\\textasciitilde\}|\\textasciitilde(?:\{\})?/g, '~')
      .replace(/[{}]/g, '')
      .trim() || undefined
  );
}
