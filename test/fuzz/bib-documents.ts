import fc from 'fast-check';
import { anyBib } from './any-bib.ts';
import { type FaultyBib, faultyBib } from './faulty-bib.ts';
import type { FuzzDocument } from './set-sources.ts';
import { soundBib } from './sound-bib.ts';

/** Requests that leave no publication out and print all names of it. */
const whole = fc.constantFrom(
  '',
  ' {style=compact}',
  ' {style=apa}',
  ' {style=numbered}',
  ' {style=venue-left number=reverse}',
  ' {style=compact group=type number=prefix}',
  ' {style=numbered group=venue sort=-title}',
  ' {style=apa group=keyword sort=author}',
);
/** Those that do, and such as nobody can answer. */
const narrow = fc.constantFrom(
  ...[
    ' {type=journal}',
    ' {year=2020-}',
    ' {authors=2}',
    ' {authors=0 line=none}',
    ' {keys="k0 nowhere"}',
    ' {limit=1}',
  ],
  ...[
    ' {venue="-ICML"}',
    ' {selected=true}',
    ' {year=x group=y}',
    ' {style=none-such}',
    ' {line=doi,url,journal}',
    ' #refs',
  ],
);

const head = '---\nbibliography: p.bib\n---\n\n# Ada Lovelace\n\n## Publications\n\n';

/** A CV with the list of a whole bibliography; nothing of its titles and names may be lost. */
export function soundBibDocument(plainer: (text: string) => string): fc.Arbitrary<FuzzDocument> {
  return fc.tuple(soundBib, whole).map(([bib, request]) => ({
    source: `${head}::: publications${request}\n:::\n`,
    bib: plainer(bib.text),
    texts: bib.texts.map(plainer),
  }));
}

/** The list of a bibliography in which something is wrong. */
export const faultyBibDocument: fc.Arbitrary<{ source: string; bib: FaultyBib }> = fc
  .tuple(faultyBib, whole)
  .map(([bib, request]) => ({ source: `${head}::: publications${request}\n:::\n`, bib }));

/** A list, or citations, of any file; some are in Latin-1. */
export const anyBibDocument: fc.Arbitrary<{ source: string; bib: string | Uint8Array }> = fc
  .tuple(
    anyBib,
    fc.oneof(whole, narrow),
    fc.constantFrom(
      '',
      '[@k0]\n\n',
      'As in [@k0; @k1:2020] and [-@k2-x, p. 3].\n\n',
      '- [@*]\n\n',
      '@k0\n\n',
    ),
    fc.nat({ max: 9 }),
  )
  .map(([bib, request, text, latin]) => ({
    source: `${head}${text}::: publications${request}\n:::\n`,
    bib: latin === 0 ? Buffer.from(bib, 'latin1') : bib,
  }));
