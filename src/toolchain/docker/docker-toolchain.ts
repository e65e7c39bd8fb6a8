/** TeX in a container, by docker or podman: one container for as long as somebody holds it, in which each run is one `exec`. */
import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { MdcvError } from '../../problem.ts';
import { limitsFor } from '../create-toolchain.ts';
import { kpsewhichArgs, readLocated } from '../locate-files.ts';
import type { RemoteProcess } from '../process-group.ts';
import { runProgram, withLimits } from '../run-program.ts';
import { xelatexDate } from '../tex-environment.ts';
import {
  type ProgramRequest,
  type ProgramRun,
  type TexProgram,
  type Toolchain,
  texPrograms,
} from '../toolchain.ts';
import { type Container, startProgram } from './container.ts';
import { ask } from './container-client.ts';
import { containerEnvironment } from './container-environment.ts';
import { clientError } from './container-errors.ts';
import { type ContainerImage, findImage } from './container-image.ts';
import { type ContainerRoom, createRoom } from './container-room.ts';
import { type ImageFacts, keepFacts, recallFacts } from './image-facts.ts';

interface Open {
  image: ContainerImage;
  toolchain: Toolchain;
  room: ContainerRoom;
}

/** By what decides on client and image: an edit in a watch has nothing to ask. */
const opened = new Map<string, Open>();

/**
 * The TeX of mdcv's image, or of the one that `MDCV_IMAGE` names. Its container is started by the first run.
 * @throws MdcvError `no-container-client`, `no-container-daemon`, `container-denied`, `no-container-image`, `container-mount`, `container-failed`
 */
export async function openDockerToolchain(
  env: NodeJS.ProcessEnv = process.env,
  signal?: AbortSignal | undefined,
): Promise<Toolchain> {
  const key = JSON.stringify(
    ['MDCV_IMAGE', 'MDCV_CACHE', 'PATH', 'DOCKER_HOST', 'DOCKER_CONTEXT', 'CONTAINER_HOST'].map(
      (name) => env[name],
    ),
  );
  const known = opened.get(key);
  if (known?.room.isUp()) return known.toolchain;
  const image = await findImage(env, signal);
  // Engines that wait hold the room of a container that was taken away. In another room this document would start a second one beside theirs.
  if (known && isDeepStrictEqual(known.image, image)) return known.toolchain;
  const room = createRoom(image);
  const facts = recallFacts(image, env) ?? (await askFacts(image, room, signal));
  const toolchain = createDockerToolchain(image, room, facts, env);
  opened.set(key, { image, toolchain, room });
  return toolchain;
}

/** What `openDockerToolchain` gives, but nothing where there is none. */
export async function findDockerToolchain(
  env: NodeJS.ProcessEnv = process.env,
): Promise<Toolchain | undefined> {
  try {
    return await openDockerToolchain(env);
  } catch (error) {
    if (error instanceof MdcvError) return undefined;
    throw error;
  }
}

function createDockerToolchain(
  image: ContainerImage,
  room: ContainerRoom,
  facts: ImageFacts,
  env: NodeJS.ProcessEnv,
): Toolchain {
  const { client, name, id } = image;
  const description = `${facts.release}, ${client.name} image ${name} (${id.slice(0, 12)})`;
  return {
    kind: 'docker',
    description,
    programs: new Set(facts.programs),
    async run(request) {
      if (!facts.programs.includes(request.program))
        throw new MdcvError('no-such-program', `Cannot find \`${request.program}\` in ${description}`, {
          hint: 'Run `mdcv doctor` to see what brings it.',
        });
      const release = room.hold();
      try {
        return await runInside(image, room, request);
      } finally {
        await release();
      }
    },
    async locate(files) {
      const unknown = files.filter((file) => !(file in facts.files));
      if (unknown.length > 0) {
        const run = await execute(image, room, ['kpsewhich', ...kpsewhichArgs(unknown)]);
        const found = readLocated('kpsewhich', unknown, run);
        for (const file of unknown) facts.files[file] = found.get(file) ?? null;
        keepFacts(image, facts, env);
      }
      return new Map(
        files.flatMap((file) => {
          const path = facts.files[file];
          return path ? [[file, path] as const] : [];
        }),
      );
    },
    elsewhere: { hold: room.hold, workRoot: room.folder },
  };
}

async function askFacts(
  image: ContainerImage,
  room: ContainerRoom,
  signal: AbortSignal | undefined,
): Promise<ImageFacts> {
  const script = `for program in ${texPrograms.join(' ')}; do command -v "$program"; done; pdflatex --version`;
  const { output } = await execute(image, room, ['/bin/sh', '-c', script], signal);
  const release = /\(((?:TeX Live|MiKTeX) [^)\n]+)\)/.exec(output)?.[1];
  const lines = output.split('\n');
  const programs = texPrograms.filter((program: TexProgram) =>
    lines.some((line) => line.endsWith(`/${program}`)),
  );
  if (!release || !programs.includes('kpsewhich'))
    throw new MdcvError(
      'no-container-image',
      `Cannot run TeX in the image \`${image.name}\`: there is none in it`,
      {
        hint: 'MDCV_IMAGE has to name an image with `pdflatex` and `kpsewhich` on its PATH.',
      },
    );
  return { release, programs, files: {} };
}

/** Runs something short that knows no folder. */
async function execute(
  image: ContainerImage,
  room: ContainerRoom,
  command: readonly string[],
  signal?: AbortSignal | undefined,
): Promise<ProgramRun> {
  const release = room.hold();
  try {
    const container = await room.container(signal);
    return await ask(
      image.client,
      execArguments(container, '/tmp', containerEnvironment(), false, command),
      signal,
    );
  } finally {
    await release();
  }
}

async function runInside(
  image: ContainerImage,
  room: ContainerRoom,
  request: ProgramRequest,
): Promise<ProgramRun> {
  for (let isFirst = true; ; isFirst = false) {
    const container = await room.container(request.signal);
    const run = await runIn(container, image, room, request);
    const failed = run.exitCode !== 0 && !run.aborted && !run.timedOut;
    if (!failed || !(await hasEnded(container, run))) return { ...run, ...readExit(run) };
    // It was taken away before the program began, and this process had not been told yet.
    const hasBegun = !clientRefused.test(run.output);
    if (hasBegun || !isFirst) throw clientError(image.client, 'run TeX, its container has ended', run.output);
  }
}

function runIn(
  container: Container,
  { client }: ContainerImage,
  room: ContainerRoom,
  request: ProgramRequest,
): Promise<ProgramRun> {
  const { program, args, folder, format, timeoutMs, signal, dialogue } = request;
  const start = format === undefined ? [] : [`-fmt=${room.formatInside(format)}`];
  const remote = speakFor(container);
  const command = withLimits([program, ...start, ...args], limitsFor(request));
  const env = {
    ...containerEnvironment(),
    ...(program === 'xelatex' && xelatexDate),
    ...request.env,
  };
  return runProgram(
    client.command,
    execArguments(
      container,
      room.inside(folder),
      env,
      dialogue !== undefined,
      startProgram(remote.program, command),
    ),
    { folder: '/', env: client.env, timeoutMs, signal, dialogue, remote },
  );
}

/** A shell says by a number above 128 that a signal has ended a program. */
function readExit({ exitCode, signal }: ProgramRun): Pick<ProgramRun, 'exitCode' | 'signal'> {
  if (exitCode === undefined || exitCode <= 128) return { exitCode, signal };
  const known = Object.entries(constants.signals).find(([, number]) => number === exitCode - 128);
  return { exitCode: undefined, signal: known?.[0] as NodeJS.Signals | undefined };
}

let programs = 0;

/** Signals go through the container's first process: the client of `exec` passes none on. */
function speakFor(container: Container): RemoteProcess & { program: string } {
  programs += 1;
  const program = `p${programs}`;
  return {
    program,
    signal: (signal) => container.signal(program, signal),
    ended: () => container.forget(program),
    giveUp: () => void container.end(),
  };
}

function execArguments(
  { name }: Container,
  folder: string,
  env: Readonly<Record<string, string>>,
  hasInput: boolean,
  command: readonly string[],
): string[] {
  return [
    'exec',
    ...(hasInput ? ['--interactive'] : []),
    `--workdir=${folder}`,
    ...Object.entries(env).map(([key, value]) => `--env=${key}=${value}`),
    name,
    ...command,
  ];
}

/** What docker and podman say where they have started nothing; TeX's banner would come first. */
const clientRefused = /^(Error response from daemon: |Error: |OCI runtime )/;

/** Whether a run failed because its container has gone. The end of the container is told a moment after the end of what ran in it. */
async function hasEnded(container: Container, { exitCode = 0, output }: ProgramRun): Promise<boolean> {
  const isLikely = exitCode > 128 || new RegExp(clientRefused, 'm').test(output);
  for (let look = 0; isLikely && look < 20 && container.isUp(); look++) await delay(100);
  return !container.isUp();
}
