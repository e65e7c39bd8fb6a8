import type { Command } from 'commander';
import { toCount } from './option-values.ts';

/** Adds the options that `build` and `watch` share. */
export function addBuildOptions(command: Command): Command {
  return command
    .option('-t, --template <name>', 'template, or `all`')
    .option('-o, --output <path>', 'a .pdf file or a folder', 'out')
    .option('--engine <name>', 'pdflatex, xelatex or lualatex')
    .option('--toolchain <kind>', 'auto, local, managed or docker')
    .option('--variant <name>', "one of the front matter's variants, several with commas, `all`, or `none`")
    .option('--lang <tag>', 'one of the languages of the CV, by default each')
    .option('--public', 'leave out what is marked private, and prove it; writes <name>-public.pdf')
    .option(
      '--untrusted',
      'for a CV that somebody else wrote: no code of its own, TeX apart, and tight limits',
    )
    .option('--profile <name>', 'screen, print (no links, no outline) or accessible')
    .option('--keep', "leave TeX's own files beside the PDF")
    .option('--pages <number>', 'the most pages that the CV may take', toCount)
    .option('--fit', 'tighten the look until the CV fits its pages')
    .option('--timeout <seconds>', 'time limit of one pass of TeX', Number);
}
