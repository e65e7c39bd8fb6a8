import { expect, it } from 'vitest';
import { toBabelLanguage } from '../../src/latex/babel-language.ts';
import { hyphenationFileOf } from '../../src/latex/hyphenation.ts';
import { knownPackageFor } from '../../src/toolchain/packages.ts';

it.each([
  ['de-CH', 'loadhyph-de-1996.tex', 'texlive-lang-german'],
  ['fr', 'loadhyph-fr.tex', 'texlive-lang-french'],
  ['es-MX', 'loadhyph-es.tex', 'texlive-lang-spanish'],
  ['it', 'loadhyph-it.tex', 'texlive-lang-italian'],
  ['pt-BR', 'loadhyph-pt.tex', 'texlive-lang-portuguese'],
  ['nl', 'loadhyph-nl.tex', 'texlive-lang-european'],
  ['pl', 'loadhyph-pl.tex', 'texlive-lang-polish'],
  ['tr', 'loadhyph-tr.tex', 'texlive-lang-european'],
  ['cs', 'loadhyph-cs.tex', 'texlive-lang-czechslovak'],
  ['ru', 'loadhyph-ru.tex', 'texlive-lang-cyrillic'],
  ['el', 'loadhyph-el-monoton.tex', 'texlive-lang-greek'],
])('words of %s are divided by %s of %s', (lang, file, debian) => {
  expect(hyphenationFileOf(toBabelLanguage(lang))).toBe(file);
  expect(knownPackageFor(file)?.debian).toBe(debian);
});

it.each(['en', 'en-GB', 'zh', 'ar', 'ja'])('%s needs none', (lang) => {
  expect(hyphenationFileOf(toBabelLanguage(lang))).toBeUndefined();
});
