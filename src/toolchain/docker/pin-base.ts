/** The base of an image, by the digest that its registry gave: the same name stands for other contents next month. */
import { runProgram } from '../run-program.ts';
import { ask, type ContainerClient } from './container-client.ts';

/** Some 30 MB (milliseconds). */
const longestPullMs = 10 * 60_000;

/**
 * Fetches a base image that is not there yet.
 * @param name such as `debian:bookworm-slim`
 * @returns `debian@sha256:…`, or the name where no registry has given a digest: an image that was made on this machine, or no network
 */
export async function pinBase(client: ContainerClient, name: string, signal?: AbortSignal): Promise<string> {
  if (name.includes('@')) return name;
  const there = await ask(client, ['image', 'inspect', name], signal);
  if (there.exitCode !== 0) {
    const options = { folder: '/', env: client.env, timeoutMs: longestPullMs, signal };
    const pulled = await runProgram(client.command, ['pull', '--quiet', name], options);
    // What is in the way the build itself will say, which needs the same image.
    if (pulled.exitCode !== 0) return name;
  }
  const { exitCode, output } = await ask(
    client,
    ['image', 'inspect', '--format', '{{range .RepoDigests}}{{println .}}{{end}}', name],
    signal,
  );
  return (exitCode === 0 && findDigest(output.split('\n'), name)) || name;
}

/**
 * The digest that belongs to a name. podman writes docker.io's names in full, and has one also for an image that no registry has (`localhost/…`).
 * @param digests such as `debian@sha256:…`, one for each registry that has the image
 */
export function findDigest(digests: readonly string[], name: string): string | undefined {
  // A colon behind the last slash begins a tag, one before it a port.
  const repository = name.replace(/:[^:/]*$/, '');
  return digests.find((digest) => {
    const [of = '', hash] = digest.split('@');
    const isSame = [repository, `docker.io/${repository}`, `docker.io/library/${repository}`].includes(of);
    return isSame && /^sha256:[0-9a-f]{64}$/.test(hash ?? '');
  });
}
