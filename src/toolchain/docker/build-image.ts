/** Builds the image that TeX runs in, from mdcv's own Dockerfile. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWorkFolder } from '../../engine/work-folder.ts';
import { MdcvError } from '../../problem.ts';
import { runProgram } from '../run-program.ts';
import type { OnToolchainProgress } from '../toolchain.ts';
import { readBuildOutput } from './build-output.ts';
import { ask, askFirst } from './container-client.ts';
import { clientError } from './container-errors.ts';
import { type debianReleases, imageName, readDockerfile } from './container-image.ts';
import { pinBase } from './pin-base.ts';

export interface ImageRequest {
  release: (typeof debianReleases)[number];
  /** Base image in place of `debian:<release>-slim`; either is pinned by its digest where its registry gives one. */
  base?: string | undefined;
  /** Name in place of mdcv's own. */
  tag?: string | undefined;
  /** The network of the build in the client's words, e.g. `host`; the client's own by default. */
  network?: string | undefined;
  onProgress?: OnToolchainProgress | undefined;
  signal?: AbortSignal | undefined;
  env?: NodeJS.ProcessEnv | undefined;
}

export interface BuiltImage {
  name: string;
  /** By its digest, `debian@sha256:…`, where it has one. */
  base: string;
  client: 'docker' | 'podman';
}

/** Some 250 MB are fetched and 1 GB unpacked (milliseconds). */
const longestBuildMs = 2 * 60 * 60_000;

/**
 * Takes some minutes and needs a network.
 * @throws MdcvError `no-container-client`, `no-container-daemon`, `container-denied`, `image-failed`, `aborted`
 */
export async function buildImage({
  release,
  base = `debian:${release}-slim`,
  tag = imageName(release),
  network,
  onProgress = () => {},
  signal,
  env = process.env,
}: ImageRequest): Promise<BuiltImage> {
  const client = await askFirst(env, async (candidate) => {
    // Both answer this only where they could run something.
    const run = await ask(candidate, ['version', '--format', '{{.Server.Version}}'], signal);
    if (run.exitCode !== 0) throw clientError(candidate, 'build the image', run.output);
    return candidate;
  });
  onProgress({ step: `Fetching ${base}`, detail: '' });
  const pinned = await pinBase(client, base, signal);
  const context = createWorkFolder();
  try {
    writeFileSync(join(context, 'Dockerfile'), readDockerfile());
    const args = [
      'build',
      `--tag=${tag}`,
      `--build-arg=RELEASE=${release}`,
      `--build-arg=BASE=${pinned}`,
      ...(network ? [`--network=${network}`] : []),
      context,
    ];
    const onOutput = readBuildOutput(onProgress);
    // Plain lines from both builders of docker; podman knows no other.
    const own = { ...client.env, BUILDKIT_PROGRESS: 'plain' };
    const options = { folder: context, env: own, timeoutMs: longestBuildMs, signal, onOutput };
    const run = await runProgram(client.command, args, options);
    if (run.aborted) throw new MdcvError('aborted', 'The build of the image was stopped');
    if (run.exitCode !== 0) throw buildError(client.name, run.output);
    return { name: tag, base: pinned, client: client.name };
  } finally {
    rmSync(context, { recursive: true, force: true });
  }
}

function buildError(name: string, output: string): MdcvError {
  const lines = output.trim().split('\n');
  const isOffline =
    /Could not resolve|Temporary failure resolving|no such host|dial tcp|Unable to connect/i.test(output);
  return new MdcvError('image-failed', `Cannot build the image: ${name} ended with an error`, {
    hint: [
      isOffline
        ? 'It seems to have no network. Where the registry cannot be reached, `--base` names another base image; where only the host has a network, `--network host` uses that.'
        : 'Run it again, in case the package server was busy.',
      'It said last:',
      ...lines.slice(-8),
    ].join('\n'),
  });
}
