/**
 * Schemes that a reader's program opens without running anything. hyperref would start a program for `run:` and open local files
 * for `file:` and for addresses without a scheme.
 */
const schemes: ReadonlySet<string> = new Set(
  'http https mailto tel sms callto ftp ftps sftp geo doi urn news irc ircs xmpp sip sips matrix skype whatsapp weixin tg sgnl git ssh magnet ipfs gemini gopher'.split(
    ' ',
  ),
);

/** The absolute address of a link as the author wrote it; `undefined` for one that cannot stand in a PDF. */
export function resolveLink(url: string): string | undefined {
  const trimmed = url.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[1]?.toLowerCase();
  // `example.com:8080/x` has a port, not a scheme.
  if (scheme && !/^[^/?#]+\.[^/?#]+:\d/.test(trimmed)) return schemes.has(scheme) ? trimmed : undefined;
  if (/^[^\s@/:?#]+@[^\s@/:?#]+\.[^\s@/:?#]+$/.test(trimmed)) return `mailto:${trimmed}`;
  if (/^\/\/[^/]/.test(trimmed)) return `https:${trimmed}`;
  if (/^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]|$)/u.test(trimmed) && !isFile(trimmed))
    return `https://${trimmed}`;
  return undefined;
}

// `cv.pdf` and `index.html` are files beside the CV, which a reader of the PDF does not have.
function isFile(url: string): boolean {
  return /^[^/]+\.(?:pdf|html?|md|txt|docx?|odt|tex|bib|json|ya?ml|png|jpe?g|gif|svg|zip)$/i.test(url);
}
