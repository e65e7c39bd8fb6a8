import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { parseCv } from '../../src/content/parse-cv.ts';
import type { ScriptFonts } from '../../src/latex/encoded-scripts.ts';
import { loadTemplate } from '../../src/template/load-template.ts';
import { resolveOptions } from '../../src/template/resolve-options.ts';
import { toDocument } from '../../src/template/to-document.ts';

const fonts: ScriptFonts = new Map([
  ['cyrillic', { encoding: 'T2A', family: 'fpl' }],
  ['greek', { encoding: 'LGR', family: 'lmss' }],
]);

it('declares for pdflatex the fonts of those scripts that the CV has', async () => {
  const vfile = new VFile({ path: 'cv.md', value: '# Анна Белова\n\n## Языки\n\n- Русский\n' });
  const { cv, frontMatter } = await parseCv(vfile);
  const template = await loadTemplate('banking', []);
  const options = resolveOptions(template.manifest, frontMatter, vfile);
  const { document } = toDocument({ cv, template, engine: 'pdflatex', scriptFonts: fonts, options, vfile });
  expect(document.source).toContain('\\usepackage[T2A,T1]{fontenc}');
  expect(document.source).toContain(
    '{\\fontencoding{T2A}\\fontfamily{fpl}\\selectfont\\mdcv@language@cyrillic}',
  );
  // The language of the CV divides its words.
  expect(document.source).toContain('\\newcommand{\\mdcv@language@cyrillic}{\\mdcv@mainlanguage}');
  expect(document.source).toContain('\\mdcvscript{cyrillic}{Русский}');
  expect(document.source).not.toContain('LGR');
});
