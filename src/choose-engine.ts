import type { VFile } from 'vfile';
import type { FrontMatter } from './content/front-matter/front-matter.ts';
import type { EngineName } from './engine/engine.ts';
import { directionOf } from './latex/directions/language-direction.ts';
import { encodedScriptOf, type ScriptFonts } from './latex/encoded-scripts.ts';
import { nameCharacter } from './latex/name-character.ts';
import { findUnsettable, type Unsettable } from './latex/unsettable.ts';
import type { Cv } from './model/cv.ts';
import { addProblem, MdcvError } from './problem.ts';
import type { Template } from './template/load-template.ts';

export interface EngineQuestion {
  /** From the command line. */
  asked: EngineName | undefined;
  frontMatter: FrontMatter;
  template: Template;
  cv: Cv;
  /** Takes the message that says which engine was chosen, and why. */
  vfile: VFile;
  /** What pdflatex has at hand for Cyrillic and Greek; asked for where the CV has some. */
  findScriptFonts: () => Promise<ScriptFonts>;
}

export interface EngineChoice {
  engine: EngineName;
  /** Of pdflatex, besides its main font. */
  scriptFonts: ScriptFonts;
}

const none: ScriptFonts = new Map();

/**
 * Who asks first wins: the command line, the front matter, the template. Where nobody insists on pdflatex and the text
 * holds letters that it cannot set with the fonts at hand, the template's first Unicode engine takes its place and a message says which letter, and where.
 * An engine of the front matter that the template cannot be set with is a problem of the content, and the template's own stands in for it.
 * @throws MdcvError `engine-not-supported` when the command line asks for an engine that the template cannot be set with
 */
export async function chooseEngine(question: EngineQuestion): Promise<EngineChoice> {
  const { asked, frontMatter, template, cv, vfile } = question;
  const { engines } = template.manifest;
  const wish = asked ?? frontMatter.engine?.value;
  if (wish && !engines.includes(wish)) {
    const reason = `Cannot set the template \`${template.name}\` with ${wish}`;
    const hint = `It can be set with ${engines.join(', ')}.`;
    if (asked) throw new MdcvError('engine-not-supported', reason, { hint });
    addProblem(vfile, 'engine-not-supported', { reason, note: hint, place: frontMatter.engine?.position });
    return { engine: engines[0] ?? 'pdflatex', scriptFonts: none };
  }
  if (directionOf(cv.lang) === 'rtl')
    return { engine: turnPage(engines, { ...question, wish }), scriptFonts: none };
  const engine = wish ?? engines[0] ?? 'pdflatex';
  const { beyond, scriptFonts } = await findBeyond(question, engine);
  const unicodeEngine = engines.find((name) => name !== 'pdflatex');
  // Who insists on pdflatex is told by `latex/` of each letter that is lost.
  if (!beyond || wish || !unicodeEngine) return { engine, scriptFonts };
  addProblem(vfile, 'engine-choice', {
    reason: `Using ${unicodeEngine}, because ${engine} cannot set ${nameCharacter(beyond.character)}`,
    place: beyond.position,
  });
  return { engine: unicodeEngine, scriptFonts: none };
}

/** The first character that the engine cannot set, even with all the fonts that it has. */
async function findBeyond(
  { cv, vfile, findScriptFonts }: EngineQuestion,
  engine: EngineName,
): Promise<{ beyond?: Unsettable | undefined; scriptFonts: ScriptFonts }> {
  const [beyond] = findUnsettable(cv, engine, String(vfile));
  if (!beyond || !encodedScriptOf(beyond.character)) return { beyond, scriptFonts: none };
  const scriptFonts = await findScriptFonts();
  const [further] = findUnsettable(cv, engine, String(vfile), scriptFonts);
  return { beyond: further, scriptFonts };
}

/** Only LuaTeX has pages, columns and indentations from right to left. */
function turnPage(
  engines: readonly EngineName[],
  { wish, asked, frontMatter, template, cv, vfile }: EngineQuestion & { wish: EngineName | undefined },
): EngineName {
  if (wish === 'lualatex') return wish;
  const canTurn = engines.includes('lualatex');
  if (!wish && canTurn) {
    addProblem(vfile, 'engine-choice', {
      reason: `Using lualatex, which sets pages from right to left, because the language is \`${cv.lang}\``,
      place: frontMatter.lang?.position,
    });
    return 'lualatex';
  }
  const reason = canTurn
    ? `Cannot set pages from right to left (\`${cv.lang}\`) with ${wish}`
    : `Cannot set pages from right to left (\`${cv.lang}\`) in the template \`${template.name}\``;
  const hint = canTurn
    ? 'Use `engine: lualatex`, or leave the engine to mdcv.'
    : 'It cannot be set with lualatex, which that needs; choose another template.';
  if (asked && canTurn) throw new MdcvError('engine-not-supported', reason, { hint });
  addProblem(vfile, 'engine-not-supported', {
    reason,
    note: hint,
    place: (wish ? frontMatter.engine : frontMatter.lang)?.position,
  });
  return wish ?? engines[0] ?? 'pdflatex';
}
