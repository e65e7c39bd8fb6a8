import type { VFile } from 'vfile';
import type { FrontMatter } from './content/front-matter/front-matter.ts';
import type { EngineName } from './engine/engine.ts';
import { directionOf } from './latex/directions/language-direction.ts';
import { nameCharacter } from './latex/name-character.ts';
import { findUnsettable } from './latex/unsettable.ts';
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
}

/**
 * Who asks first wins: the command line, the front matter, the template. Where nobody insists on pdflatex and the text
 * holds letters that it cannot set, the template's first Unicode engine takes its place and a message says which letter, and where.
 * An engine of the front matter that the template cannot be set with is a problem of the content, and the template's own stands in for it.
 * @throws MdcvError `engine-not-supported` when the command line asks for an engine that the template cannot be set with
 */
export function chooseEngine({ asked, frontMatter, template, cv, vfile }: EngineQuestion): EngineName {
  const { engines } = template.manifest;
  const wish = asked ?? frontMatter.engine?.value;
  if (wish && !engines.includes(wish)) {
    const reason = `Cannot set the template \`${template.name}\` with ${wish}`;
    const hint = `It can be set with ${engines.join(', ')}.`;
    if (asked) throw new MdcvError('engine-not-supported', reason, { hint });
    addProblem(vfile, 'engine-not-supported', { reason, note: hint, place: frontMatter.engine?.position });
    return engines[0] ?? 'pdflatex';
  }
  if (directionOf(cv.lang) === 'rtl')
    return turnPage(engines, { wish, asked, frontMatter, template, cv, vfile });
  const engine = wish ?? engines[0] ?? 'pdflatex';
  const [beyond] = findUnsettable(cv, engine, String(vfile));
  if (!beyond) return engine;
  const unicodeEngine = engines.find((name) => name !== 'pdflatex');
  // Who insists on pdflatex is told by `latex/` of each letter that is lost.
  if (wish || !unicodeEngine) return engine;
  addProblem(vfile, 'engine-choice', {
    reason: `Using ${unicodeEngine}, because ${engine} cannot set ${nameCharacter(beyond.character)}`,
    place: beyond.position,
  });
  return unicodeEngine;
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
