/** What keeps a container from running, read off what the client says, with what to do about it. */
import { tmpdir } from 'node:os';
import { MdcvError } from '../../problem.ts';
import { installHint } from '../missing-error.ts';
import type { Toolchain } from '../toolchain.ts';
import type { ContainerClient } from './container-client.ts';

const buildCommand = 'mdcv toolchain build-image';

export function noClientError(): MdcvError {
  return new MdcvError('no-container-client', 'Cannot run TeX in a container: there is no docker or podman', {
    hint: 'Install one of them: on Debian and Ubuntu `sudo apt-get install docker.io` or `podman`, elsewhere Docker Desktop.',
  });
}

export function noImageError({ name }: ContainerClient, image: string): MdcvError {
  const own = image.startsWith('mdcv-tex:');
  return new MdcvError(
    'no-container-image',
    `Cannot run TeX in a container: ${name} has no image \`${image}\``,
    {
      hint: own
        ? `Build it, once and with a network: \`${buildCommand}\`.`
        : `MDCV_IMAGE names it. Pull it by \`${name} pull ${image}\`, or unset MDCV_IMAGE and run \`${buildCommand}\`.`,
    },
  );
}

/**
 * The error for a client that failed.
 * @param what was to be done, after "Cannot"
 * @param output all that the client printed
 */
export function clientError(client: ContainerClient, what: string, output: string): MdcvError {
  const { name } = client;
  const said = output.trim().split('\n').slice(-3).join(' ').slice(0, 400);
  const known = reasons.find(({ pattern }) => pattern.test(output));
  return known
    ? new MdcvError(known.code, `Cannot ${what}: ${known.text(name)}`, { hint: known.hint(client) })
    : new MdcvError('container-failed', `Cannot ${what}: ${name} said: ${said || 'nothing'}`, {
        hint: `\`${name} info\` may tell what is wrong. \`mdcv doctor\` says what else can set it.`,
      });
}

/** The error for an image that lacks what a document needs. */
export function beyondImageError({ description }: Toolchain, missing: readonly string[]): MdcvError {
  const names = missing.map((name) => `\`${name}\``).join(', ');
  return new MdcvError(
    'missing-tex-files',
    `Cannot set this document with ${description}: it lacks ${names}`,
    {
      hint: `A container sees no TeX files of this machine, nor what TEXINPUTS names. Build an image \`FROM\` this one that has them and name it in MDCV_IMAGE. ${installHint(missing)}`,
    },
  );
}

interface Reason {
  pattern: RegExp;
  code: string;
  text: (name: string) => string;
  hint: (client: ContainerClient) => string;
}

/** In the words of docker 20 to 28 and podman 4 and 5. */
const reasons: readonly Reason[] = [
  {
    pattern: /permission denied while trying to connect|connect: permission denied/i,
    code: 'container-denied',
    text: (name) => `the permission to talk to ${name}’s daemon is missing`,
    hint: () =>
      'Add yourself to its group, `sudo usermod -aG docker $USER`, and log in again; or use podman, which needs no daemon. (Who is in that group is as mighty as root.)',
  },
  {
    pattern:
      /Cannot connect to the Docker daemon|Is the docker daemon running|failed to connect to the docker API|error during connect|unable to connect to Podman/i,
    code: 'no-container-daemon',
    text: (name) => `${name}’s daemon does not answer`,
    hint: ({ name, env }) =>
      [
        name === 'docker'
          ? 'Start it: `sudo systemctl start docker`, or Docker Desktop.'
          : 'Start it: `podman machine start`.',
        env.DOCKER_HOST && `DOCKER_HOST names \`${env.DOCKER_HOST}\`.`,
      ]
        .filter(Boolean)
        .join(' '),
  },
  {
    pattern:
      /bind source path does not exist|statfs .*no such file or directory|Mounts denied|not shared from the host/i,
    code: 'container-mount',
    text: (name) => `${name} does not see the folder \`${tmpdir()}\` of this machine`,
    hint: () =>
      'Its daemon runs on another machine, or (Docker Desktop, snap) may see some folders only. Set TMPDIR to a folder that it sees, below your home for instance.',
  },
];
