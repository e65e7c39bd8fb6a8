import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { chooseEngine } from '../src/choose-engine.ts';
import { parseCv } from '../src/content/parse-cv.ts';
import type { EngineName } from '../src/engine/engine.ts';
import type { ScriptFonts } from '../src/latex/encoded-scripts.ts';
import type { Template } from '../src/template/load-template.ts';

const all: EngineName[] = ['pdflatex', 'xelatex', 'lualatex'];

/** The engine, and the messages about it. */
async function choose(
  markdown: string,
  asked?: EngineName,
  engines = all,
  fonts: ScriptFonts = new Map(),
): Promise<[EngineName, string[]]> {
  const vfile = new VFile({ path: 'cv.md', value: markdown });
  const { cv, frontMatter } = await parseCv(vfile);
  vfile.messages.length = 0;
  const template = { name: 'mine', manifest: { engines } } as Template;
  const findScriptFonts = async (): Promise<ScriptFonts> => fonts;
  const { engine } = await chooseEngine({ asked, frontMatter, template, cv, vfile, findScriptFonts });
  return [engine, vfile.messages.map(({ ruleId, line, reason }) => `${line} ${ruleId} ${reason}`)];
}

const hebrew = '---\nlang: he\n---\n# נועה\n\n## שפות\n\n- עברית\n';

it('turns pages with lualatex, and says why', async () => {
  const reason = 'Using lualatex, which sets pages from right to left, because the language is `he`';
  expect(await choose(hebrew)).toEqual(['lualatex', [`2 engine-choice ${reason}`]]);
  expect(await choose(hebrew, 'lualatex')).toEqual(['lualatex', []]);
});

it('turns them where the script alone tells the language', async () => {
  expect((await choose('# ליאת\n\n## ניסיון תעסוקתי\n\n- עבודה\n'))[0]).toBe('lualatex');
});

it('is an error with another engine', async () => {
  const reason = 'Cannot set pages from right to left (`he`) with xelatex';
  await expect(choose(hebrew, 'xelatex')).rejects.toThrow(reason);
  const asked = hebrew.replace('lang: he', 'lang: he\nengine: xelatex');
  expect(await choose(asked)).toEqual(['xelatex', [`3 engine-not-supported ${reason}`]]);
});

it('is an error in a template that lualatex cannot set', async () => {
  const reason = 'Cannot set pages from right to left (`he`) in the template `mine`';
  expect(await choose(hebrew, undefined, ['xelatex'])).toEqual([
    'xelatex',
    [`2 engine-not-supported ${reason}`],
  ]);
});

it('leaves names from right to left in other CVs to the first Unicode engine', async () => {
  const [engine, messages] = await choose('# Noa Levi\n\n## Languages\n\n- Hebrew (עברית)\n');
  expect(engine).toBe('xelatex');
  expect(messages[0]).toContain('5 engine-choice Using xelatex, because pdflatex cannot set `ע`');
});

describe('Cyrillic and Greek', () => {
  const cyrillic: ScriptFonts = new Map([['cyrillic', { encoding: 'T2A', family: 'fpl' }]]);
  const greek: ScriptFonts = new Map([['greek', { encoding: 'LGR', family: 'lmss' }]]);
  const russian = '# Анна Белова\n\n## Языки\n\n- Русский\n';

  it('stay with pdflatex where it has fonts for them, without a word', async () => {
    expect(await choose(russian, undefined, all, cyrillic)).toEqual(['pdflatex', []]);
    expect(await choose('# Ελένη\n\n## Γλώσσες\n\n- Ελληνικά\n', undefined, all, greek)).toEqual([
      'pdflatex',
      [],
    ]);
  });

  it('go to a Unicode engine where it has none, or not for all of the text', async () => {
    const because = (line: number, letter: string): string[] => [
      expect.stringContaining(`${line} engine-choice Using xelatex, because pdflatex cannot set ${letter}`),
    ];
    expect(await choose(russian)).toEqual(['xelatex', because(1, '`А`')]);
    expect(await choose(russian, undefined, all, greek)).toEqual(['xelatex', because(1, '`А`')]);
    expect(await choose(`${russian}- 中文\n`, undefined, all, cyrillic)).toEqual([
      'xelatex',
      because(6, '`中`'),
    ]);
    // A letter that shares a glyph with a Latin one would be copied as that.
    expect(await choose(`${russian}- Київ і Львів\n`, undefined, all, cyrillic)).toEqual([
      'xelatex',
      because(6, '`і`'),
    ]);
  });
});
