/** A container that waits for programs to be run in it, and ends with this process however that ends. */
import { realpathSync } from 'node:fs';
import { execa } from 'execa';
import { ask, type ContainerClient } from './container-client.ts';
import { clientError } from './container-errors.ts';
import type { ContainerImage } from './container-image.ts';
import { runArguments } from './run-arguments.ts';

export interface Container {
  readonly name: string;
  /** Whether it still takes programs. */
  isUp(): boolean;
  /** Passes a signal on to a program that was started with `startProgram`, and to all of its group; also to one that is about to start. */
  signal(program: string, signal: NodeJS.Signals): void;
  /** Says that a program has ended, so that nothing has to be known of it. */
  forget(program: string): void;
  /** Ends it with all that runs in it; resolves when it is gone. */
  end(): Promise<void>;
}

const readyLine = 'mdcv-ready';
const startMs = 60_000;
/** The longest that a container which was told to end by its standard input is waited for. */
const endMs = 5000;

/**
 * The container's first process. When its standard input ends, because its owner has closed it or is dead, it ends, and with it all the
 * others (pid_namespaces(7)). It passes signals on, since the client of `docker exec` does not. luaotfload uses no index of fonts but one
 * that it may write to, and takes half a minute to make one.
 */
const firstProcess = `names=luatex-cache/generic/names
mkdir -p /tmp/$names && cp /var/lib/texmf/$names/* /tmp/$names 2>/dev/null
echo ${readyLine}
while read -r signal program; do
  if [ "$signal" = FORGET ]; then rm -f "/tmp/$program.pid" "/tmp/$program.stop"; continue; fi
  : > "/tmp/$program.stop"
  if read -r group < "/tmp/$program.pid"; then kill -s "$signal" -- "-$group"; fi
done 2>/dev/null`;

/**
 * Starts a program so that the first process can find it: as the leader of a group of its own, which runc makes of it and crun does not.
 * One that was told to stop before it has begun does not begin.
 */
export function startProgram(program: string, command: readonly string[]): string[] {
  const script = [
    'echo $$ > "/tmp/$0.pid"',
    '[ -e "/tmp/$0.stop" ] && exit 143',
    'read -r _ _ _ _ group _ < /proc/$$/stat',
    '[ "$group" = $$ ] || set -- setsid "$@"',
    'exec "$@"',
  ].join('\n');
  return ['/bin/sh', '-c', script, program, ...command];
}

let count = 0;

/**
 * @param folder absolute path of the one folder that it sees, as `/mdcv`
 * @throws MdcvError what `clientError` makes of the client's words
 */
export async function startContainer(image: ContainerImage, folder: string): Promise<Container> {
  const { client } = image;
  count += 1;
  const name = `mdcv-${process.pid}-${Date.now().toString(36)}-${count}`;
  const { getuid, getgid } = process;
  const user = getuid && getgid && { uid: getuid(), gid: getgid() };
  const isRootless = user !== undefined && user.uid !== 0 && (await isRootlessHere(client));
  const setting = { image, name, folder: realpathSync(folder), user, isRootless, script: firstProcess };
  // No group of processes is watched over, as for programs: that its standard input ends is all that it needs.
  const subprocess = execa(client.command, runArguments(setting), {
    cwd: '/',
    env: client.env,
    extendEnv: false,
    stdin: 'pipe',
    all: true,
    buffer: false,
    reject: false,
    detached: true,
    cleanup: false,
  });
  const { stdin } = subprocess;
  // A container that has ended reads no more.
  stdin.on('error', () => {});
  let isUp = false;
  let heard = '';
  const ready = new Promise<void>((resolve) => {
    subprocess.all.on('data', (chunk: Buffer) => {
      heard = (heard + chunk.toString('utf8')).slice(-4000);
      if (!heard.includes(readyLine)) return;
      isUp = true;
      resolve();
    });
  });
  const ended = subprocess.then(() => {
    isUp = false;
  });
  const end = async (): Promise<void> => {
    isUp = false;
    stdin.end();
    if (await isSettled(ended, endMs)) return;
    await ask(client, ['rm', '--force', name]);
    await isSettled(ended, endMs);
  };
  await isSettled(Promise.race([ready, ended]), startMs);
  if (!isUp) {
    await end();
    throw clientError(client, 'start a container', heard);
  }
  return {
    name,
    isUp: () => isUp,
    signal: (program, given) => void stdin.write(`${given.replace('SIG', '')} ${program}\n`),
    forget: (program) => void stdin.write(`FORGET ${program}\n`),
    end,
  };
}

/** podman runs as whoever calls it; docker's daemon says so. */
async function isRootlessHere(client: ContainerClient): Promise<boolean> {
  if (client.name === 'podman') return true;
  const { output } = await ask(client, ['info', '--format', '{{.SecurityOptions}}']);
  return output.includes('name=rootless');
}

/** Whether something comes about in time (milliseconds). */
async function isSettled(event: Promise<void>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  try {
    return await Promise.race([event.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
