/** The image that TeX is in: its name, and whether it is there. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../package-root.ts';
import { ask, askFirst, type ContainerClient } from './container-client.ts';
import { clientError, noImageError } from './container-errors.ts';

/** The releases of Debian that the Dockerfile is made for; the first is its own default, and used first where both are there. */
export const debianReleases = ['bookworm', 'trixie'] as const;

export interface ContainerImage {
  client: ContainerClient;
  /** As it was asked for. */
  name: string;
  /** The hash of its contents, 64 hex digits. */
  id: string;
}

export function readDockerfile(): string {
  return readFileSync(join(packageRoot, 'Dockerfile'), 'utf8');
}

/** The name that `mdcv toolchain build-image` gives: another Dockerfile makes another image. */
export function imageName(release: string): string {
  return `mdcv-tex:${release}-${createHash('sha256').update(readDockerfile()).digest('hex').slice(0, 12)}`;
}

/** The names to look for, the best first: what `MDCV_IMAGE` says, or one for each release. */
function imageNames(env: NodeJS.ProcessEnv): string[] {
  return env.MDCV_IMAGE ? [env.MDCV_IMAGE] : debianReleases.map(imageName);
}

/**
 * The image, with the client that has it: of docker and podman the first that answers and has one.
 * @throws MdcvError `no-container-client`, `no-container-daemon`, `container-denied`, `no-container-image`, `container-failed`
 */
export async function findImage(
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal | undefined,
): Promise<ContainerImage> {
  const names = imageNames(env);
  return askFirst(env, async (client) => {
    for (const name of names) {
      const run = await ask(client, ['image', 'inspect', '--format', '{{.Id}}', name], signal);
      const id = /^(?:sha256:)?([0-9a-f]{64})$/m.exec(run.output)?.[1];
      if (id) return { client, name, id };
      if (!isMissing(run.output)) throw clientError(client, 'look for the image', run.output);
    }
    throw noImageError(client, names[0] as string);
  });
}

/** In the words of docker and of podman. */
function isMissing(output: string): boolean {
  return /no such image|image not known|failed to find image/i.test(output);
}
