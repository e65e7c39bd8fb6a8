/** The programs that run containers: docker, or podman, which takes the same words. */
import { MdcvError } from '../../problem.ts';
import { findExecutable } from '../find-executable.ts';
import { runProgram } from '../run-program.ts';
import type { ProgramRun } from '../toolchain.ts';
import { noClientError } from './container-errors.ts';

export interface ContainerClient {
  name: 'docker' | 'podman';
  /** Absolute path. */
  command: string;
  /** Its whole environment: where its daemon is and its settings are. */
  env: Readonly<Record<string, string>>;
}

/** Long for a question, short for a machine that hangs (milliseconds). */
const answerMs = 20_000;

/** The clients on the `PATH`, docker first. Starts no process. */
function listClients(env: NodeJS.ProcessEnv): ContainerClient[] {
  const own = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
  return (['docker', 'podman'] as const).flatMap((name) => {
    const command = findExecutable(name, env.PATH);
    return command ? [{ name, command, env: own as Record<string, string> }] : [];
  });
}

/** Asks a client something. One that fails resolves all the same. */
export async function ask(
  client: ContainerClient,
  args: readonly string[],
  signal?: AbortSignal,
): Promise<ProgramRun> {
  return runProgram(client.command, args, { folder: '/', env: client.env, timeoutMs: answerMs, signal });
}

/** Codes of clients that have nothing to answer for them. */
const unanswered: ReadonlySet<string> = new Set([
  'no-container-client',
  'no-container-daemon',
  'container-denied',
]);

/**
 * The answer of the first client that gives one.
 * @param read takes an answer, or throws why it is none
 * @throws MdcvError `no-container-client`, or what the first answer was refused with, if there was none what the first client was
 */
export async function askFirst<T>(
  env: NodeJS.ProcessEnv,
  read: (client: ContainerClient) => Promise<T>,
): Promise<T> {
  const clients = listClients(env);
  let refusal: unknown = noClientError();
  for (const [index, client] of clients.entries()) {
    try {
      return await read(client);
    } catch (error) {
      // Whoever has podman and the command line of a docker that does not run needs to hear of podman.
      if (index === 0 || (isUnanswered(refusal) && !isUnanswered(error))) refusal = error;
    }
  }
  throw refusal;
}

function isUnanswered(error: unknown): boolean {
  return error instanceof MdcvError && unanswered.has(error.code);
}
