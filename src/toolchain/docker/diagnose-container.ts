import { type EngineName, engineNames } from '../../engine/engine.ts';
import { MdcvError } from '../../problem.ts';
import type { Toolchain } from '../toolchain.ts';
import { openDockerToolchain } from './docker-toolchain.ts';

/** Whether TeX can be run in a container. */
export interface ContainerState {
  /** `none` without a client; `ready` with one that answers and has an image with TeX. */
  state: 'none' | 'ready' | 'unusable';
  /** `TeX Live 2022/Debian, docker image mdcv-tex:…`. */
  description?: string | undefined;
  engines: EngineName[];
  /** Why it cannot be used, with its permanent code and what to do. */
  problem?: { code: string; message: string; hint: string | undefined } | undefined;
}

/** Of an image that mdcv meets for the first time a container is started, to ask what is in it. */
export async function diagnoseContainer(
  env: NodeJS.ProcessEnv,
): Promise<{ state: ContainerState; toolchain?: Toolchain }> {
  try {
    const toolchain = await openDockerToolchain(env);
    const engines = engineNames.filter((engine) => toolchain.programs.has(engine));
    return { state: { state: 'ready', description: toolchain.description, engines }, toolchain };
  } catch (error) {
    if (!(error instanceof MdcvError)) throw error;
    const { code, message, hint } = error;
    if (code === 'no-container-client') return { state: { state: 'none', engines: [] } };
    return { state: { state: 'unusable', engines: [], problem: { code, message, hint } } };
  }
}
