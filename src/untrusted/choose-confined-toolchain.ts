import { MdcvError } from '../problem.ts';
import { chooseToolchain, type ToolchainChoice } from '../toolchain/choose-toolchain.ts';
import { withoutOwnTrees } from '../toolchain/tex-environment.ts';
import type { Toolchain } from '../toolchain/toolchain.ts';
import { untrustedPassTimes, untrustedProgram } from './untrusted-limits.ts';

/**
 * The toolchain for a CV that somebody else wrote: a container where docker or podman answers and has an image, else mdcv's own TeX. The TeX of this
 * machine only where it is asked for; the user's own trees are left out then. Whichever it is, it is held to the tightest limits.
 * @param timeoutMs of one pass
 * @throws MdcvError as `chooseToolchain`
 */
export async function chooseConfinedToolchain(
  choice: Omit<ToolchainChoice, 'findLocal'>,
  timeoutMs: number,
): Promise<Toolchain> {
  const confined = { ...choice, env: withoutOwnTrees(choice.env ?? process.env) };
  const toolchain = choice.wish === 'auto' ? await chooseApart(confined) : await chooseToolchain(confined);
  return confine(toolchain, untrustedPassTimes * timeoutMs);
}

async function chooseApart(choice: ToolchainChoice): Promise<Toolchain> {
  try {
    return await chooseToolchain({ ...choice, wish: 'docker' });
  } catch (refusal) {
    if (!(refusal instanceof MdcvError) || refusal.code === 'aborted') throw refusal;
    return chooseManaged(choice, refusal);
  }
}

async function chooseManaged(choice: ToolchainChoice, refusal: MdcvError): Promise<Toolchain> {
  try {
    return await chooseToolchain({ ...choice, wish: 'managed' });
  } catch (error) {
    if (!(error instanceof MdcvError) || error.code === 'aborted') throw error;
    const ways =
      'A document that is not trusted is set in a container, for which `mdcv toolchain build-image` builds the image, or with mdcv’s own TeX; with this machine’s only by `--toolchain local`.';
    const hint = [error.hint, `${refusal.message}.`, ways].filter(Boolean).join(' ');
    throw new MdcvError(error.code, error.message, { hint, cause: error });
  }
}

/** Makes TeX start no program that makes fonts (kpathsea's `mktex.opt`); no font of mdcv's needs one. */
const noFontMaking = { MKTEXTFM: '0', MKTEXPK: '0', MKTEXMF: '0', MKTEXTEX: '0', MKOCP: '0', MKOFM: '0' };

/** @param texMs for all runs together */
function confine(toolchain: Toolchain, texMs: number): Toolchain {
  let usedMs = 0;
  return {
    ...toolchain,
    async run(request) {
      const run = await toolchain.run({
        ...request,
        timeoutMs: Math.max(1, Math.min(request.timeoutMs, texMs - usedMs)),
        limits: untrustedProgram,
        env: { ...request.env, ...noFontMaking },
      });
      usedMs += run.durationMs;
      return run;
    },
  };
}
