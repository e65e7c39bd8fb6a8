import { expect, test } from 'vitest';
import { loadTemplate } from '../../src/template/load-template.ts';
import { neededFiles } from '../../src/template/needed-files.ts';

test('the class, what the manifest requires, and what the engine takes fonts by', async () => {
  const template = await loadTemplate('classic', []);
  const { manifest } = template;
  expect(neededFiles(template, 'pdflatex')).toEqual([`${manifest.class}.cls`, ...manifest.requires]);
  expect(neededFiles(template, 'xelatex')).toEqual([...neededFiles(template, 'pdflatex'), 'fontspec.sty']);
});
