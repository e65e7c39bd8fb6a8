import { srgbProfile } from './srgb-profile.ts';

/** The partial that holds the profile. */
export function toProfilePartial(): string {
  const lines = srgbProfile()
    .toString('hex')
    .toUpperCase()
    .match(/.{1,120}/g) as string[];
  return [
    '<# The ICC profile of sRGB in hexadecimal digits, made by templates/prepare/output-intent.ts. #>',
    '\\newcommand*{\\mdcv@srgb}{%',
    ...lines.map((line) => `${line}%`),
    '}',
    '',
  ].join('\n');
}
