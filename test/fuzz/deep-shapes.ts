import type { Shape } from './shapes.ts';

/** Nesting of `n` levels. */
export const deepShapes: [string, Shape][] = Object.entries({
  quotes: (n) => `${'>'.repeat(n)} x`,
  lists: (n) => `${'- '.repeat(n)}x`,
  brackets: (n) => `${'['.repeat(n)}x${']'.repeat(n)}`,
  links: (n) => `${'['.repeat(n)}x${'](u)'.repeat(n)}`,
  images: (n) => `${'!['.repeat(n)}x${'](u)'.repeat(n)}`,
  emphasis: (n) => `${'*a **b '.repeat(n / 2)}x${' b** a*'.repeat(n / 2)}`,
  html: (n) => `${'<b>'.repeat(n)}x${'</b>'.repeat(n)}`,
  htmlBlocks: (n) => `${'<div>\n\n'.repeat(n)}x\n\n${'</div>\n\n'.repeat(n)}`,
  htmlTables: (n) => '<table><tr><td>'.repeat(n),
  htmlLists: (n) => '<ul><li>'.repeat(n),
  divs: (n) => `${'::: x\n'.repeat(n)}x\n${':::\n'.repeat(n)}`,
  math: (n) => `---\nmath: true\n---\n$${'{'.repeat(n)}x${'}'.repeat(n)}$`,
  roots: (n) => `---\nmath: true\n---\n$${'\\sqrt{'.repeat(n)}x${'}'.repeat(n)}$`,
  yamlLists: (n) => `---\na: ${'['.repeat(n)}${']'.repeat(n)}\n---\nx`,
  yamlMaps: (n) => `---\na: ${'{b: '.repeat(n)}c${'}'.repeat(n)}\n---\nx`,
  yamlDashes: (n) => `---\na:\n ${'- '.repeat(n)}x\n---\nx`,
  yamlBlocks: (n) =>
    `---\n${Array.from({ length: n / 10 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')}\n---\nx`,
  definitions: (n) => `T\n${': '.repeat(n)}x`,
  footnotes: (n) => `${'[^'.repeat(n)}x${']'.repeat(n)}`,
  headings: (n) => Array.from({ length: n }, (_, level) => `${'#'.repeat((level % 6) + 1)} x`).join('\n'),
} satisfies Record<string, Shape>);
