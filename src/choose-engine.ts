import type { VFile } from 'vfile';
import type { FrontMatter } from './content/front-matter/front-matter.ts';
import type { EngineName } from './engine/engine.ts';
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
