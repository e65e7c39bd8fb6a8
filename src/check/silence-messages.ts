import type { VFile } from 'vfile';
import type { FrontMatter } from '../content/front-matter/front-matter.ts';
import { nearestName } from '../nearest-name.ts';
import { addProblem, type ProblemCode, problems, severityOf } from '../problem.ts';

/** A code that `checks:` of the front matter keeps from being told. */
export interface Silenced {
  code: string;
  /** The author's. */
  reason: string;
  /** How many messages it kept back. */
  count: number;
}

/** Errors that a check finds in a PDF that is written all the same: the author may know better. */
const checkErrors: ReadonlySet<string> = new Set<ProblemCode>([
  'lost-text',
  'off-page',
  'unembedded-font',
  'encrypted-pdf',
  'active-pdf',
]);

/**
 * Takes the messages out that `checks:` of the front matter names, unless they are errors of the build, and warns of codes that mdcv does not have.
 * May be called again when more messages have come; what it counted before is in `before`.
 */
export function silenceMessages(
  vfile: VFile,
  checks: NonNullable<FrontMatter['checks']>,
  before: readonly Silenced[] = [],
): Silenced[] {
  return Object.entries(checks.value).map(([code, { value: reason, position }]) => {
    const told = vfile.messages.filter(({ ruleId }) => ruleId === code);
    if (!Object.hasOwn(problems, code) && before.length === 0) {
      const nearest = nearestName(code, Object.keys(problems));
      addProblem(vfile, 'unknown-check', {
        reason: `Cannot silence \`${code}\`, mdcv has no message with this code`,
        note: nearest ? `Did you mean \`${nearest}\`?` : 'The code stands before the text of a message.',
        place: position,
      });
    }
    const kept = told.filter((message) => severityOf(message) !== 'error' || checkErrors.has(code));
    for (const message of kept) vfile.messages.splice(vfile.messages.indexOf(message), 1);
    const earlier = before.find((one) => one.code === code)?.count ?? 0;
    return { code, reason, count: kept.length + earlier };
  });
}
