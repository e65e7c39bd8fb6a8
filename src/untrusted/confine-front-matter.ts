import type { VFile } from 'vfile';
import type { FrontMatter, Placed } from '../content/front-matter/front-matter.ts';
import { addProblem, type Severity } from '../problem.ts';
import { bundledNames } from '../template/load-template.ts';

/**
 * The front matter of a document that somebody else wrote, without what only its reader may decide. What is left out is told at its place:
 * raw LaTeX and a template of the CV's own are code, and so errors.
 */
export function confineFrontMatter(frontMatter: FrontMatter, vfile: VFile): FrontMatter {
  const { raw, template, toolchain, lock, checks, ...rest } = frontMatter;
  const refuse = (what: string, { position }: Placed<unknown>, note: string, severity?: Severity): void => {
    addProblem(vfile, 'untrusted-content', {
      reason: `Cannot use \`${what}\` of a document that is not trusted`,
      note,
      place: position,
      severity,
    });
  };
  if (raw)
    refuse('raw: latex', raw, 'Take it out, or, if you trust this file, build it without `--untrusted`.');
  const isForeign = template && !bundledNames().includes(template.value);
  if (isForeign)
    refuse(
      `template: ${template.value}`,
      template,
      `A template is code. Choose one of ${bundledNames().join(', ')}, or name yours on the command line by its path: \`-t ./templates/mine\`.`,
    );
  if (toolchain)
    refuse(
      'toolchain',
      toolchain,
      'Whoever builds it decides: `--toolchain` says where TeX runs.',
      'warning',
    );
  if (lock?.value)
    refuse(
      'lock',
      lock,
      'Nothing is written but the PDF and its .tex; `--lock` records the build.',
      'warning',
    );
  if (checks) refuse('checks', checks, 'Whoever builds it is to read every message.', 'warning');
  return { ...rest, ...(template && !isForeign && { template }) };
}
