/** Faults that somebody could make, one at a time, and the property tests that have to find each. */

export interface Fault {
  name: string;
  /** From the root of the project. */
  file: string;
  /** What stands there, once, and what is planted for it. */
  find: string;
  replace: string;
  /** Test files of `test/fuzz` that find it, each for itself. */
  foundBy: readonly string[];
}

/** A fault of the escape table: the character is written as it is. */
function unescaped(character: string, tex: string): Fault {
  return {
    name: `\`${character}\` is not escaped`,
    file: 'src/latex/unsafe.ts',
    find: `{ character: '${character}', tex: '${tex}'`,
    replace: `{ character: '${character}', tex: '${character}'`,
    foundBy: ['pdflatex'],
  };
}

export const faults: readonly Fault[] = [
  unescaped('\\\\', '\\\\textbackslash{}'),
  unescaped('{', '\\\\{'),
  unescaped('$', '\\\\$'),
  unescaped('&', '\\\\&'),
  unescaped('#', '\\\\#'),
  unescaped('^', '\\\\textasciicircum{}'),
  unescaped('_', '\\\\_'),
  unescaped('%', '\\\\%'),
  unescaped('~', '\\\\textasciitilde{}'),
  {
    name: 'the percent sign of an address is not escaped',
    file: 'src/latex/escape-url.ts',
    find: "'%': '\\\\%', ",
    replace: "'%': '%', ",
    foundBy: ['pdflatex', 'words'],
  },
  {
    name: 'the underscore of an address is another one',
    file: 'src/latex/escape-url.ts',
    find: "_: '\\\\_' }",
    replace: "_: '-' }",
    foundBy: ['words'],
  },
  {
    name: 'a text loses its last word',
    file: 'src/latex/handle/text.ts',
    find: 'const { value: text } = node;',
    replace: "const text = node.value.replace(/ \\w+$/, '');",
    foundBy: ['words'],
  },
  {
    name: 'a control character is set',
    file: 'src/latex/clean-text.ts',
    find: '/[\\p{Cc}\\p{Cs}',
    replace: '/[\\p{Cs}',
    foundBy: ['render'],
  },
  {
    name: 'the third cell of a row is dropped',
    file: 'src/latex/handle/table.ts',
    find: 'const cell = row.children[index];',
    replace: 'const cell = index === 2 ? undefined : row.children[index];',
    foundBy: ['words'],
  },
  {
    name: 'the third item of a list is dropped',
    file: 'src/latex/handle/list.ts',
    find: "node.children.map((item) => toItem(item, '\\\\item', state)),",
    replace: "node.children.slice(0, 2).map((item) => toItem(item, '\\\\item', state)),",
    foundBy: ['words'],
  },
  {
    name: 'the second paragraph of an item is dropped',
    file: 'src/latex/handle/list.ts',
    find: 'blocks(item.children, ',
    replace: 'blocks(item.children.slice(0, 1), ',
    foundBy: ['words'],
  },
  {
    name: 'a footnote is empty',
    file: 'src/latex/handle/footnote-definition.ts',
    find: 'blocks(node.children)',
    replace: "''",
    foundBy: ['words'],
  },
  {
    name: 'a definition of prose is dropped',
    file: 'src/latex/handle/definition-list.ts',
    find: 'return blocks(child.children, deeper(context));',
    replace: "return rawTex('');",
    foundBy: ['words'],
  },
  {
    name: 'what stands behind a label is dropped',
    file: 'src/content/recognition/labelled-item.ts',
    find: "{ type: 'paragraph', children, position: around(children) }",
    replace: "{ type: 'paragraph', children: [], position: around(children) }",
    foundBy: ['words'],
  },
  {
    name: 'a character without a font is told of without a place',
    file: 'src/latex/escape.ts',
    find: 'place: placeFirst(unset, text, context),',
    replace: '',
    foundBy: ['render', 'bib'],
  },
  {
    name: 'a message about a name has no place',
    file: 'src/publications/split-names.ts',
    find: 'place: piece.position,',
    replace: '',
    foundBy: ['bib'],
  },
  {
    name: 'an accent is swallowed',
    file: 'src/publications/tex-accents.ts',
    find: "(isDot ? '' : marks.join(''))",
    replace: "''",
    foundBy: ['bib'],
  },
  {
    name: 'a command for a letter prints nothing',
    file: 'src/publications/tex-reader.ts',
    find: "if (symbol !== '') print(state, symbol, start);",
    replace: '',
    foundBy: ['bib'],
  },
  {
    name: 'the third author is dropped',
    file: 'src/publications/to-authors.ts',
    find: 'const authors = names.flatMap(',
    replace: 'const authors = names.slice(0, 2).flatMap(',
    foundBy: ['bib'],
  },
  {
    name: 'the particle of a name is dropped',
    file: 'src/publications/to-authors.ts',
    find: 'particle: toPhrase(parts.particle, vfile),',
    replace: '',
    foundBy: ['bib'],
  },
  {
    name: '`Jr.` is dropped',
    file: 'src/publications/to-authors.ts',
    find: 'suffix: toPhrase(parts.suffix, vfile),',
    replace: '',
    foundBy: ['bib'],
  },
  {
    name: 'a value keeps only the first of the pieces that it is joined of',
    file: 'src/publications/read-bib-entry.ts',
    find: '      joined += text;\n      continue;',
    replace: '      joined += text;\n      break;',
    foundBy: ['bib'],
  },
  {
    name: 'the last entry of a .bib file is not read',
    file: 'src/publications/parse-bib-files.ts',
    find: "if (chunk.kind !== 'entry') continue;",
    replace: "if (chunk.kind !== 'entry' || chunk === source.chunks.at(-1)) continue;",
    foundBy: ['bib'],
  },
  {
    name: 'an entry whose brace is missing is passed over in silence',
    file: 'src/publications/read-bib-entry.ts',
    find: 'reportUnclosed(chunk, text, add, positionOf);',
    replace: '',
    foundBy: ['bib'],
  },
  {
    name: 'an entry of a known key is dropped in silence',
    file: 'src/publications/parse-bib-files.ts',
    find: "else\n      source.add('duplicate-key', {",
    replace: 'else\n      void ({',
    foundBy: ['bib'],
  },
  {
    name: 'the lines of a field are counted for each piece of it',
    file: 'src/publications/slice-field.ts',
    find: 'points ??= ',
    replace: 'points = ',
    foundBy: ['linear-bib'],
  },
  {
    name: 'each comment that is never closed is read to the end of the file',
    file: 'src/publications/split-bib-file.ts',
    find: 'isCommentLost = true;',
    replace: '',
    foundBy: ['linear-bib'],
  },
  {
    name: 'runs of blanks have no limit',
    file: 'src/content/syntax/limit-blanks.ts',
    find: 'const maxBlanks = 100;',
    replace: 'const maxBlanks = 1_000_000;',
    foundBy: ['linear'],
  },
  {
    name: 'a pattern for mail addresses reads on from each `@` to the end',
    file: 'src/content/find-mail.ts',
    find: 'return [...text.matchAll(words)].flatMap(',
    replace: 'text.match(/@\\S*!/);\n  return [...text.matchAll(words)].flatMap(',
    foundBy: ['patterns'],
  },
];
