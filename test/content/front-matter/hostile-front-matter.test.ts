/** Front matter that is written to harm whoever reads it: it is told at its line, changes nothing but its own CV, and the rest is read. */
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';
import { loadTemplate } from '../../../src/template/load-template.ts';
import { resolveOptions } from '../../../src/template/resolve-options.ts';

async function read(
  yaml: string,
  variant?: string,
): Promise<{ name: string | undefined; messages: string[]; options: object }> {
  const vfile = new VFile({ path: 'cv.md', value: `---\n${yaml}\nname: Ada\n---\n\n## Work\n\nword\n` });
  const before = Object.getOwnPropertyNames(Object.prototype);
  const { cv, frontMatter } = await parseCv(vfile, {
    edition: variant === undefined ? undefined : { variant },
  });
  const { manifest } = await loadTemplate('classic', []);
  const options = resolveOptions(manifest, frontMatter, vfile);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  expect(Object.keys(Object.prototype)).toEqual([]);
  for (const made of [cv, cv.person, frontMatter, options])
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  return {
    name: cv.person.name?.text,
    messages: vfile.messages.map(({ line, ruleId, reason }) => `${line} ${ruleId} ${reason}`),
    options,
  };
}

const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

describe('names of what every object has', () => {
  it.each(names)('%s is a key that mdcv does not know', async (key) => {
    const { name, messages } = await read(`${key}: { polluted: yes, template: banking }`);
    expect(name).toBe('Ada');
    expect(messages).toEqual([
      `2 unknown-key Cannot use \`${key}\` of the front matter, mdcv does not know this key`,
    ]);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it.each(names)('%s is an option that the template does not have', async (key) => {
    const { messages, options } = await read(`options: { ${key}: x, paper: letter }`);
    expect(messages).toEqual([`2 unknown-option The template has no option \`${key}\``]);
    expect(options).toMatchObject({ paper: 'letter' });
    expect(Object.keys(options)).not.toContain(key);
  });

  it.each(names)('%s is a name of a variant, and an option in one', async (key) => {
    const { name, messages } = await read(`variants: { ${key}: { ${key}: x, headline: Engineer } }`, key);
    expect(name).toBe('Ada');
    const isRefused = key === '__proto__';
    const refusal = 'Cannot name a variant `__proto__`, expected letters, digits, `-` and `_`';
    expect(messages).toEqual([
      isRefused ? `2 wrong-type ${refusal}` : `2 unknown-option The template has no option \`${key}\``,
    ]);
    expect((await read(`variants: { long: {} }\nvariant: ${key}`)).messages[0]).toMatch(
      /^3 unknown-variant /,
    );
  });

  it.each(names)('%s is none of the languages, the checks, the fields', async (key) => {
    const { name, messages } = await read(
      [
        `lang: [en, de]`,
        `headline: { ${key}: x, en: Engineer }`,
        `checks: { ${key}: because }`,
        `private: [${key}]`,
        `address: { ${key}: x }`,
      ].join('\n'),
    );
    expect(name).toBe('Ada');
    expect(messages.filter((message) => !/^[23456] /.test(message))).toEqual([]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

describe('YAML that grows', () => {
  const laughs = [
    'a0: &a0 [x, x, x, x, x, x, x, x, x]',
    ...Array.from(
      { length: 15 },
      (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`).join(', ')}]`,
    ),
  ].join('\n');

  it.each([
    ['aliases of aliases, as a list', `${laughs}\nkeywords: *a15`],
    ['aliases of aliases, as contacts', `${laughs}\nphone: *a15`],
    ['aliases of aliases, as options', `${laughs}\noptions: *a15`],
    ['aliases of aliases, as variants', `${laughs}\nvariants: *a15`],
    ['merge keys', `base: &base { name: Eve, template: banking }\n<<: *base`],
    ['merge keys of merge keys', `b0: &b0 { x: 1 }\nb1: &b1 { <<: *b0, <<: *b0 }\n<<: [*b0, *b1]`],
    ['merge keys among options', `b0: &b0 { paper: letter }\noptions: { <<: *b0 }`],
    ['an alias of itself', 'keywords: &a [x, *a]'],
    ['an alias of itself, as options', 'options: &a { paper: *a }'],
    ['an alias of nothing', 'keywords: *nobody'],
    ['lists in lists', `keywords: ${'['.repeat(20_000)}`],
    ['mappings in mappings', `options: ${'{a: '.repeat(5_000)}`],
    ['tags', 'keywords: !!js/function "function () {}"'],
    ['a key that is a list', 'title: x\n? [a, b]\n: y'],
    ['a key that is a list, among options', 'options: { [a, b]: x }'],
    ['a key that is an alias', 'keywords: &a x\n*a : y'],
    ['a key of Liquid', 'address: {{ site.address }}'],
  ])('%s: a message at its line, and no time', async (_what, yaml) => {
    const start = Date.now();
    const { name, messages } = await read(yaml);
    expect(Date.now() - start).toBeLessThan(5_000);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.length).toBeLessThan(60);
    for (const message of messages) expect(message).toMatch(/^\d+ [a-z-]+ \S/);
    // What cannot be read at all has no name; nobody else's name is taken.
    expect(['Ada', undefined]).toContain(name);
  });
});
