import { installHint } from '../toolchain/missing-error.ts';
import { packageFor } from '../toolchain/packages.ts';
import type { LogEntry } from './engine.ts';
import type { PlaceFinder } from './find-place.ts';
import type { Finding } from './finding.ts';
import { fontHint } from './font-hint.ts';
import { findLoader, placeInFile } from './place-in-file.ts';

type Missing<Kind extends LogEntry['kind']> = Extract<LogEntry, { kind: Kind }>;

const packageEnding = /\.(?:sty|cls|clo|def|ldf|fd|cfg|enc|map|lbx|bbx|cbx)$/;
const pictureEnding = /\.(?:png|jpe?g|pdf|eps|svg)$/i;

export function describeMissingFile(entry: Missing<'missing-file'>, finder: PlaceFinder): Finding {
  const { name } = entry;
  if (name.endsWith('.fmt')) {
    const note = "Make TeX's formats again with `sudo fmtutil-sys --all`, and see `mdcv doctor`.";
    return { code: 'missing-package', reason: `TeX cannot find its format \`${name}\``, note };
  }
  if (!packageEnding.test(name)) {
    const what = pictureEnding.test(name) ? 'picture' : 'file';
    const note =
      'TeX reads only what stands in the folder of the Markdown file: check the name, and its upper and lower case.';
    return {
      code: 'tex-error',
      ...placeInFile(entry, finder, `TeX cannot find the ${what} \`${name}\``, note),
    };
  }
  const reason = `TeX cannot find \`${name}\``;
  const spot = findLoader(finder, name) ?? placeInFile(entry, finder, reason, undefined).spot;
  return { code: 'missing-package', reason, note: installHint([name]), spot };
}

export function describeMissingFont(entry: Missing<'missing-font'>, finder: PlaceFinder): Finding {
  const note = fontNote(entry.name);
  return {
    code: 'missing-font',
    ...placeInFile(entry, finder, `TeX cannot find the font \`${entry.name}\``, note),
  };
}

function fontNote(name: string): string {
  // Metrics of TeX's own fonts have short lower-case names; a system's font is asked for by file or by family.
  if (/\.\w{3}$/.test(name)) return installHint([name]);
  // The metrics of the ec fonts are everywhere, their outlines are not.
  if (/^(?:ec|tc)[a-z]{2}\d{4}$/.test(name))
    return 'Install its outlines: on Debian and Ubuntu `sudo apt-get install cm-super`; with TeX Live’s own manager `tlmgr install cm-super`.';
  if (/^[a-z0-9-]+$/.test(name)) return installHint([`${name}.tfm`]);
  const file = `${name.replaceAll(' ', '')}.otf`;
  // All that is known of just any font is where most fonts are.
  if (!packageFor(file).tlmgr && packageFor(file).debian === packageFor('any.otf').debian)
    return 'Check its name in the template, or install it.';
  return installHint([file]);
}

/** `no-font-for-script: han`, a warning of mdcv's own preamble: no font at hand has the script. */
export function describeMissingScript(script: string, finder: PlaceFinder): Finding[] {
  const reason = `No font at hand has the script \`${script}\``;
  const note = fontHint(script);
  const mark = `\\mdcvscript{${script}}`;
  const line = finder.texLines.findIndex((text) => text.includes(mark)) + 1;
  const text =
    line > 0 && /^\{(.[^{}\\]*)/u.exec((finder.texLines[line - 1] as string).split(mark)[1] as string)?.[1];
  const spot = line > 0 ? finder.atLine(line, text ? [text] : []) : undefined;
  return [{ code: 'missing-font', reason, note, spot }];
}

/** `no-font-for-emoji: 1F517`, of the same preamble. The picture is left out; every word is there. */
export function describeMissingEmoji(hex: string, finder: PlaceFinder): Finding[] {
  const emoji = String.fromCodePoint(Number.parseInt(hex, 16));
  const line =
    finder.texLines.findIndex((text) => text.includes('\\mdcvscript{emoji}') && text.includes(emoji)) + 1;
  return [
    {
      code: 'missing-emoji',
      reason: `No font at hand has the emoji \`${emoji}\` (U+${hex}), so it is left out`,
      note: fontHint('emoji'),
      spot: line > 0 ? finder.atLine(line, [emoji]) : undefined,
    },
  ];
}
