import { domainToASCII } from 'node:url';
import { rawTex, type Tex } from './tex.ts';

/** What hyperref takes in every place, also in the argument of another macro, where `%` and `#` have been read as TeX already. */
const hyperrefForms: Readonly<Record<string, string>> = { '%': '\\%', '#': '\\#', '&': '\\&', _: '\\_' };

/** An address for `\href`: ASCII, percent-encoded (RFC 3986), an international host in Punycode. */
export function escapeUrl(url: string): Tex {
  const encoded = encodeHost(url.normalize('NFC'))
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^!#%&'()*+,\-./0-9:;=?@A-Z[\]_a-z]+/g, percentEncode);
  // A second `#` is no part of any address.
  const [start = '', ...rest] = encoded.split('#');
  const single = rest.length === 0 ? start : `${start}#${rest.join('%23')}`;
  return rawTex(single.replace(/[%#&_]/g, (character) => hyperrefForms[character] as string));
}

function encodeHost(url: string): string {
  return url.replace(
    /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*[^ -~][^/?#]*)/i,
    (whole, scheme: string, host: string) => {
      const ascii = domainToASCII(host);
      return ascii ? scheme + ascii : whole;
    },
  );
}

function percentEncode(text: string): string {
  return Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(
    '',
  );
}
