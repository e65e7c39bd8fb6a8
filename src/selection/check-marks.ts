/** Marks that are to choose what goes into an edition, and that choose nothing. */
import type { Nodes } from 'mdast';
import type { VFile } from 'vfile';
import { isPhrasing } from '../content/is-phrasing.ts';
import { knownClassNames } from '../content/syntax/known-attributes.ts';
import type { ParsedMarkdown } from '../content/syntax/parse-markdown.ts';
import { walkTree } from '../content/syntax/walk-tree.ts';
import { nearestName } from '../nearest-name.ts';
import { addProblem } from '../problem.ts';
import { isOddLanguage, namedVariants, tagsOf } from './selection.ts';

/** Warns of names of blocks, variants and languages that look like slips, and of tags that nothing in the CV has. Unknown classes were told of before. */
export function checkMarks({ root, frontMatter }: ParsedMarkdown, vfile: VFile): void {
  const { variants = [], languages = [] } = frontMatter;
  const tags = tagsOf(frontMatter);
  const names = variants.map(({ name }) => name);
  const used = new Set<string>();
  const source = String(vfile);
  walkTree(root, (node) => {
    const { classes = [], values = {} } = node.data?.attributes ?? {};
    for (const name of classes) used.add(name);
    if (node.type === 'fencedDiv' && node.name !== undefined) {
      used.add(node.name);
      // Classes of HTML were judged when it was read.
      if (source[node.position?.start.offset as number] === ':') checkDivName(node.name, tags, node, vfile);
    }
    const asked = namedVariants({ classes, values });
    for (const name of asked) if (!names.includes(name)) reportVariant(name, names, node, vfile);
    const { lang } = values;
    if (lang !== undefined && isOddLanguage(lang, languages, !isPhrasing(node)))
      reportLanguage(lang, languages, node, vfile);
  });
  const texts = [frontMatter.summary, frontMatter.footer].flatMap((text) => text?.value ?? []).join('\n');
  const isUsed = (tag: string): boolean => used.has(tag) || texts.includes(`.${tag}`);
  reportUnused(frontMatter, isUsed, [...used], vfile);
}

/** Blocks may have any name, of other tools for instance. */
function checkDivName(name: string, tags: ReadonlySet<string>, node: Nodes, vfile: VFile): void {
  if (tags.has(name) || knownClassNames.has(name)) return;
  const nearest = nearestName(name, [...tags]);
  if (!nearest) return;
  addProblem(vfile, 'unknown-tag', {
    reason: `Cannot tell which variants the block \`${name}\` is for, none names this tag`,
    note: `Did you mean \`${nearest}\`? What is in it is in all of them.`,
    place: node,
  });
}

function reportVariant(name: string, names: readonly string[], node: Nodes, vfile: VFile): void {
  const nearest = nearestName(name, names);
  addProblem(vfile, 'unknown-variant', {
    severity: 'warning',
    reason: `Cannot find the variant \`${name}\`, \`variants\` ${names.length > 0 ? `has ${names.join(', ')}` : 'names none'}`,
    note: nearest ? `Did you mean \`${nearest}\`?` : 'Add it under `variants:`, or take it out here.',
    place: node,
  });
}

function reportLanguage(lang: string, languages: readonly string[], node: Nodes, vfile: VFile): void {
  const nearest = nearestName(lang, languages);
  addProblem(vfile, 'unknown-language', {
    reason: `Cannot tell which PDF a text in \`${lang}\` is for, the file is written in ${languages.join(', ')}`,
    note: `${nearest ? `Did you mean \`${nearest}\`? ` : ''}It is in all of them. Add \`${lang}\` to \`lang\`, or take \`lang=\` out.`,
    place: node,
  });
}

/** The name of a variant need not be a tag. */
function reportUnused(
  { variants = [] }: ParsedMarkdown['frontMatter'],
  isUsed: (tag: string) => boolean,
  used: readonly string[],
  vfile: VFile,
): void {
  const told = new Set<string>();
  // What the CV of a letter has tags for is told where the CV is built.
  const own = variants.filter(({ of }) => of !== 'cv');
  for (const { name, include = [], exclude } of own) {
    for (const { value: tag, position } of [...include, ...exclude]) {
      const isName = variants.some((one) => one.name === tag);
      if (isName || isUsed(tag) || told.has(tag) || knownClassNames.has(tag)) continue;
      told.add(tag);
      const nearest = nearestName(tag, used);
      addProblem(vfile, 'unused-tag', {
        reason: `Nothing in the file has the tag \`${tag}\` of the variant \`${name}\``,
        note: nearest
          ? `Did you mean \`${nearest}\`?`
          : `Mark what it is about with \`{.${tag}}\`, or take it out.`,
        place: position,
      });
    }
  }
}
