/** What the tests of the container toolchain share. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { MdcvError } from '../../src/problem.ts';
import { type ContainerImage, findImage } from '../../src/toolchain/docker/container-image.ts';
import { createFolder, skipFor } from './mdcv.ts';
import { type MdcvProcess, startMdcv, until } from './mdcv-process.ts';

/** The image that is there, and why these tests are skipped without one. */
export async function findTestImage(): Promise<{ image?: ContainerImage; reason?: string }> {
  try {
    return { image: await findImage(process.env) };
  } catch (error) {
    if (error instanceof MdcvError) return { reason: skipFor(`${error.message} (${error.code})`) };
    throw error;
  }
}

/** Asks docker or podman. */
export function client({ client: { command } }: ContainerImage, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Names of the containers of one mdcv, those that have ended with them. */
export function containersOf(image: ContainerImage, pid: number | undefined): string[] {
  const names = client(image, 'ps', '--all', '--filter', 'label=mdcv', '--format', '{{.Names}}');
  return names.split('\n').filter((name) => name.startsWith(`mdcv-${pid}-`));
}

export interface Running extends MdcvProcess {
  /** Names in the folder for temporary files. */
  leftovers: () => string[];
}

/** Starts mdcv with TeX in a container and a folder for temporary files of its own. */
export function start(args: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}): Running {
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const running = startMdcv([...args, '--toolchain', 'docker'], folder, { TMPDIR: temporary, ...env });
  return { ...running, leftovers: () => readdirSync(temporary) };
}

export async function untilUp(image: ContainerImage, { child, output }: Running): Promise<string> {
  await until(() => {
    if (child.exitCode !== null) throw new Error(`mdcv has ended: ${output()}`);
    return containersOf(image, child.pid).length > 0;
  });
  return containersOf(image, child.pid)[0] as string;
}

export async function untilGone(image: ContainerImage, { child }: Running): Promise<void> {
  await until(() => containersOf(image, child.pid).length === 0);
}

/** Starts a registry of images on this machine, which ends with the test; docker asks one on loopback without TLS. @returns its host and port */
export async function startRegistry(): Promise<string> {
  const folder = createFolder();
  const port = await findFreePort();
  const config = join(folder, 'config.yml');
  writeFileSync(
    config,
    `version: 0.1\nlog: {level: error}\nstorage: {filesystem: {rootdirectory: ${JSON.stringify(folder)}}}\nhttp: {addr: '127.0.0.1:${port}'}\n`,
  );
  const registry = spawn('docker-registry', ['serve', config], { stdio: 'ignore' });
  const ended = new Promise((resolve) => registry.once('exit', resolve));
  onTestFinished(async () => {
    registry.kill();
    await ended;
  });
  const address = `127.0.0.1:${port}`;
  await until(() =>
    fetch(`http://${address}/v2/`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return address;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
