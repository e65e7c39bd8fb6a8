/**
 * The catalogue of everything that mdcv can complain about. Codes are permanent: scripts and `checks:` keys rely on
 * them. A placed problem is a `VFileMessage` whose `ruleId` is the code; a problem without a place (usage, environment)
 * is an `MdcvError` with a hint. The wording: "Cannot X with `y`, expected `z`", then, in the note, what to do.
 */
import type { Node, Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';

export type Severity = 'error' | 'warning' | 'info';

/** Each code with its severity. A comment says what it means where the name does not. */
const catalogue = {
  // reading the file
  'missing-file': 'error',
  'not-a-file': 'error',
  'not-text': 'error',
  'empty-file': 'error',
  'merge-conflict': 'error', // two versions of which git could not choose one
  'double-encoding': 'warning', // UTF-8 that was taken for Windows-1252
  // a CV that is not trusted
  'too-large': 'error', // more than it may take, in bytes, pixels or pages
  'untrusted-content': 'error', // what it may not ask for; a warning where it is only passed over
  // front matter
  'yaml-syntax': 'error',
  'unclosed-front-matter': 'warning',
  'unknown-key': 'warning',
  'wrong-type': 'error',
  'unsupported-key': 'warning',
  'unknown-variant': 'error', // of `variant:`, or of an attribute, where it is a warning
  'unknown-language': 'warning', // none of those under `lang:`
  'missing-translation': 'warning', // a value that is not written in the language that is built
  'unused-key': 'warning', // of a letter, in a CV
  // content
  'missing-name': 'warning',
  'unknown-html': 'warning',
  'unknown-attribute': 'warning',
  'misplaced-attribute': 'warning', // braces behind nothing that they could mark
  'unknown-tag': 'warning', // a class that no variant names
  'unused-tag': 'warning', // a tag that a variant names and no part of the CV has
  'stripped-syntax': 'warning', // Liquid, R chunks, Jekyll attributes
  'unclosed-block': 'warning',
  'unknown-block': 'warning',
  'unsafe-link': 'warning',
  'unsafe-math': 'warning', // not known to be safe and whole, printed as text
  'missing-photo': 'warning', // the CV is set without it
  'bad-photo': 'warning',
  'missing-cv': 'error', // of a letter: not there, or none that may be read
  'missing-signature': 'error', // of a letter
  'missing-image': 'warning',
  'no-pdfa': 'warning', // something in it keeps the PDF from being PDF/A
  'image-profile': 'info', // colours that are not sRGB
  'too-deep': 'warning', // nesting that TeX cannot set, flattened
  'too-many-marks': 'warning', // more signs of Markdown in a paragraph than anybody writes, set as text
  'control-character': 'warning', // dropped: NUL, lone surrogates, noncharacters
  'raw-latex-off': 'warning',
  'unhandled-node': 'warning',
  'unset-character': 'error', // no font at hand has it
  'unprinted-field': 'warning', // the template did not print it
  'font-fallback': 'warning',
  'no-hyphenation': 'info', // TeX lacks the patterns, and a word would have had to be divided
  // publications
  'missing-bibliography': 'error', // no such .bib file, or none that may be read
  'bib-syntax': 'warning', // an entry that cannot be read; the others are
  'bib-string': 'warning', // a name of a string that nothing defines
  'bib-macro': 'warning', // a TeX command that mdcv does not know; its argument is kept
  'bib-name': 'warning', // a name that cannot be told apart
  'bib-date': 'warning', // neither a date nor a year
  'bib-crossref': 'warning', // refers to an entry that is not there
  'duplicate-key': 'warning', // two entries of one key
  'unknown-citation': 'warning', // a key that no entry has
  'unknown-filter': 'warning', // an attribute or value of a publications block
  'unknown-style': 'error',
  'empty-publications': 'warning', // a block that nothing matches
  'unused-bibliography': 'warning', // nothing prints publications
  'repeated-publication': 'warning', // printed twice
  'duplicate-publication': 'warning', // two entries of one DOI or title
  'missing-venue': 'warning',
  'missing-year': 'warning',
  'superseded-preprint': 'warning', // its published version is printed, too
  'past-status': 'warning', // "to appear", with a date that is over
  'bad-doi': 'warning',
  'missing-owner': 'warning', // the owner of the CV is on no list of authors
  // other formats
  'json-syntax': 'error',
  'unknown-format': 'error', // none that can be imported, or not the one that was named
  'unplaced-field': 'info', // imported as a labelled item
  'unnamed-import': 'warning', // nothing in it says whose CV it is
  'unexported-section': 'info', // the other format has no place for it
  // privacy
  'unknown-private-field': 'warning', // an error in a public build
  'private-elsewhere': 'warning', // private text that also stands in a part that is not private
  'private-leak': 'error', // private text in what a public build made
  // template
  'unknown-template': 'error',
  'template-syntax': 'error',
  'no-letter': 'error', // the template cannot set one
  'template-manifest': 'error',
  'unknown-option': 'warning',
  'bad-option': 'error',
  // engine
  'engine-not-supported': 'error', // the front matter's, by the template
  'engine-choice': 'info', // another engine than the default, and why
  'tex-error': 'error',
  'tex-timeout': 'error',
  'tex-memory': 'error', // more than it may have, or than there is
  'tex-output': 'error', // a file larger than it may be
  'tex-unsettled': 'warning', // the aux files still changed after the last pass
  'no-pdf': 'error',
  'missing-package': 'error',
  'missing-font': 'error',
  'missing-emoji': 'warning', // no font at hand has it; no word is lost
  'missing-character': 'error',
  'overfull-line': 'warning',
  'overfull-entry': 'warning',
  'undefined-reference': 'warning',
  'tex-warning': 'info',
  'no-tags': 'warning', // the profile `accessible`, with a TeX that cannot
  'partial-tags': 'info',
  // fit to pages
  fitted: 'info', // the look was tightened so that the CV takes no more than `pages:`
  'cannot-fit': 'warning', // even the tightest look takes more
  'fit-without-pages': 'warning', // nothing says how many
  // checks of the finished PDF: what they are about as a whole
  'stale-pdf': 'warning', // it is not of this Markdown
  'changed-since-lock': 'error', // `mdcv.lock` says otherwise
  'unchecked-pdf': 'warning', // it cannot be opened
  'unknown-check': 'warning', // a code under `checks:` that mdcv does not have
  // its text
  'lost-text': 'error', // a word of the Markdown that the PDF does not hold
  'unclean-text': 'warning', // characters that do not copy as they are read
  'reading-order': 'warning',
  'split-extraction': 'warning', // two extractors read different words
  'changed-contact': 'warning', // does not copy as it was written
  'changed-link': 'warning', // an address of the Markdown that no link of the PDF leads to
  // its layout
  'off-page': 'error',
  'outside-margin': 'warning',
  'stranded-heading': 'warning',
  'stranded-entry': 'warning',
  widow: 'warning', // the last line of a paragraph alone on a page, or its first
  'short-last-page': 'warning',
  'small-type': 'warning',
  'low-resolution': 'warning',
  'page-budget': 'warning', // more pages than `pages:` allows
  // what it is made of
  'missing-metadata': 'warning', // title, author, keywords or language
  'missing-xmp': 'warning',
  'unequal-metadata': 'warning', // XMP says otherwise than the document information
  'missing-bookmarks': 'warning',
  'bad-link': 'warning', // without a scheme
  'unprinted-link': 'warning', // without the print flag that PDF/A asks for
  'type3-font': 'warning',
  'unembedded-font': 'error',
  'whole-font': 'warning', // not a subset
  'font-without-unicode': 'warning',
  'missing-output-intent': 'warning',
  'missing-file-id': 'warning',
  'encrypted-pdf': 'error',
  'active-pdf': 'error', // JavaScript, or actions that do more than lead somewhere
  'cmyk-colour': 'warning',
  // what a résumé parser finds
  'unread-field': 'warning', // a field that it does not find
} as const;

/** Severity by code. */
export const problems: Readonly<Record<ProblemCode, Severity>> = catalogue;

export type ProblemCode = keyof typeof catalogue;

export interface ProblemDetail {
  /** What happened and why, one sentence without a full stop. */
  reason: string;
  /** What to do about it. */
  note?: string | undefined;
  place?: Node | Point | Position | undefined;
  /** The file the place is in, where that is not the CV and the place does not name it. */
  file?: string | undefined;
  /** For the rare code whose weight depends on the case. */
  severity?: Severity | undefined;
  cause?: unknown;
}

/** Adds a placed problem to the CV's messages and returns it. */
export function addProblem(vfile: VFile, code: ProblemCode, detail: ProblemDetail): VFileMessage {
  const place = toPlace(detail.place);
  const message = new VFileMessage(detail.reason, {
    ...(place && { place }),
    ruleId: code,
    source: 'mdcv',
    ...(detail.cause instanceof Error && { cause: detail.cause }),
  });
  message.fatal = toFatal(detail.severity ?? problems[code]);
  message.note = detail.note;
  message.file = detail.file ?? fileOf(detail.place) ?? vfile.path;
  message.name = `${message.file}:${message.line ?? 1}:${message.column ?? 1}`;
  vfile.messages.push(message);
  return message;
}

/** The severity of a message, in the words that mdcv prints. */
export function severityOf(message: VFileMessage): Severity {
  if (message.fatal) return 'error';
  return message.fatal === false ? 'warning' : 'info';
}

// unified's own convention: true stops, false warns, undefined informs.
function toFatal(severity: Severity): boolean | undefined {
  if (severity === 'info') return undefined;
  return severity === 'error';
}

function toPlace(place: ProblemDetail['place']): Point | Position | undefined {
  if (!place) return undefined;
  return 'type' in place ? place.position : place;
}

/** The file that a place names itself. */
function fileOf(place: ProblemDetail['place']): string | undefined {
  const found = toPlace(place);
  return found && ('start' in found ? found.start.file : found.file);
}

/**
 * A problem without a place in a source file: usage or environment. `cli/` prints `message` and `hint`, no stack.
 * Exit code 2, see invariant 7.
 */
export class MdcvError extends Error {
  readonly code: string;
  readonly hint: string | undefined;

  constructor(code: string, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'MdcvError';
    this.code = code;
    this.hint = options.hint;
  }
}
