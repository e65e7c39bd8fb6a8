import { type BuildInput, defaultFile, toEditionSuffix } from '../options.ts';
import { MdcvError } from '../problem.ts';
import type { BuildFlags } from './build.ts';
import { exitCodeOfError } from './exit-code.ts';
import { toJsonError } from './json-error.ts';
import { printError } from './print.ts';

/**
 * Builds each edition of a CV that is asked for, one after the other. One that fails stops no other: 1 is the exit code then.
 * @param buildOne builds one, and returns its exit code
 * @throws MdcvError where what is asked for is not there, where two would have one name, and where nothing came of any
 */
export async function buildEditions(
  input: BuildInput,
  flags: BuildFlags,
  buildOne: (input: BuildInput) => Promise<number>,
): Promise<number> {
  const { checkEditionNames, listEditions } = await import('../selection/list-editions.ts');
  const file = input.file ?? defaultFile;
  const editions = await listEditions(file, flags);
  if (editions.length === 1) return buildOne({ ...input, ...editions[0] });
  checkEditionNames(file, editions.map(toEditionSuffix));
  let worst = 0;
  let failed: MdcvError | undefined;
  let isVain = true;
  for (const edition of editions) {
    input.signal?.throwIfAborted();
    const one = { ...input, ...edition, nameWithEdition: true };
    try {
      worst = Math.max(worst, await buildOne(one));
      isVain = false;
    } catch (error) {
      if (!(error instanceof MdcvError) || concernsAll(error) || input.signal?.aborted) throw error;
      if (flags.json) console.log(JSON.stringify(toJsonError(error, { ...one, file }, 'error')));
      else printError(error, [edition.variant, edition.lang].filter(Boolean).join(', '));
      failed = error;
    }
  }
  return failed ? (isVain ? exitCodeOfError(failed) : 1) : worst;
}

/** What is asked for is wrong, whatever the edition. */
function concernsAll({ code }: MdcvError): boolean {
  return ['bad-argument', 'unknown-template', 'missing-file', 'not-a-file'].includes(code);
}
