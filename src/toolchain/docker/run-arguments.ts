/** How a container is started: locked down, with one folder of this machine in it. */
import type { ContainerImage } from './container-image.ts';

/** Where the container sees the folder. A path without spaces or accents, whatever the folder's own name is. */
export const mountPoint = '/mdcv';

export interface ContainerSetting {
  image: ContainerImage;
  /** Of the container. */
  name: string;
  /** Absolute path on this machine, symbolic links followed. */
  folder: string;
  /** Whom files belong to; undefined where the system has no such numbers. */
  user: { uid: number; gid: number } | undefined;
  /** Whether root in the container is the user outside. */
  isRootless: boolean;
  script: string;
}

/** lualatex with Chinese fonts takes half of it; standbys of a watch share it. */
const memory = '2g';
const processes = '256';

/** The arguments of `docker run` or `podman run`. */
export function runArguments({
  image: { client, id },
  name,
  folder,
  user,
  isRootless,
  script,
}: ContainerSetting): string[] {
  return [
    'run',
    '--rm',
    // The container lives as long as this process holds the other end of its standard input.
    '--interactive',
    `--name=${name}`,
    '--label=mdcv',
    '--pull=never',
    '--network=none',
    '--read-only',
    '--tmpfs=/tmp',
    '--cap-drop=ALL',
    '--security-opt=no-new-privileges',
    ...userArguments(client.name, user, isRootless),
    `--memory=${memory}`,
    `--pids-limit=${processes}`,
    `--mount=${mountArgument(folder)}`,
    '--workdir=/tmp',
    '--entrypoint=/bin/sh',
    id,
    '-c',
    script,
  ];
}

/** What TeX writes has to belong to the user outside. */
function userArguments(
  client: 'docker' | 'podman',
  user: ContainerSetting['user'],
  isRootless: boolean,
): string[] {
  if (!user) return [];
  // Without this podman maps the user outside to root inside, and every other number to one of its own.
  if (client === 'podman' && isRootless) return ['--userns=keep-id', `--user=${user.uid}:${user.gid}`];
  // A rootless docker cannot but do that: its root has no more rights than the user.
  if (isRootless) return ['--user=0:0'];
  return [`--user=${user.uid}:${user.gid}`];
}

/** The value is a line of CSV (docker's and podman's manual of `--mount`), so that a folder's name may hold commas and colons. */
function mountArgument(folder: string): string {
  const source = `source=${folder}`;
  const field = /[",\n]/.test(source) ? `"${source.replaceAll('"', '""')}"` : source;
  return `type=bind,${field},target=${mountPoint}`;
}
