/** A folder of this machine and the container that sees it: both are there while somebody holds them. */
import { constants, copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { createWorkFolder } from '../../engine/work-folder.ts';
import { MdcvError } from '../../problem.ts';
import { type Container, startContainer } from './container.ts';
import type { ContainerImage } from './container-image.ts';
import { mountPoint } from './run-arguments.ts';

export interface ContainerRoom {
  hold(): () => Promise<void>;
  /** Absolute path of the folder, which is made when it is first asked for. */
  folder(): string;
  /** The container, started where it is not up. */
  container(signal: AbortSignal | undefined): Promise<Container>;
  /** Whether a container is up, so that nothing has to be asked before it is used. */
  isUp(): boolean;
  /** What the container calls a path in the folder. */
  inside(path: string): string;
  /** What the container calls a format; one that lies outside the folder is copied into it. */
  formatInside(path: string): string;
}

export function createRoom(image: ContainerImage): ContainerRoom {
  let holders = 0;
  let root: string | undefined;
  let starting: Promise<Container> | undefined;
  let current: Container | undefined;
  const copies = new Map<string, string>();

  const folder = (): string => {
    if (holders === 0) throw new Error('The folder of a container that nobody holds was asked for');
    root ??= createWorkFolder();
    return root;
  };
  const start = (): Promise<Container> => {
    const mine = startContainer(image, folder())
      .then((container) => {
        if (starting === mine) current = container;
        return container;
      })
      .finally(() => {
        if (starting === mine) starting = undefined;
      });
    // Told to those who still wait for it.
    mine.catch(() => {});
    return mine;
  };
  const leave = async (): Promise<void> => {
    const [left, container] = [root, current];
    const coming = starting;
    root = undefined;
    current = undefined;
    starting = undefined;
    copies.clear();
    // One that is just being started ends as well; what kept it from starting was told to who started it.
    await coming?.then(
      (late) => late.end(),
      () => {},
    );
    await container?.end();
    if (left) rmSync(left, { recursive: true, force: true });
  };
  const inside = (path: string): string => {
    const own = relative(folder(), path);
    if (own.startsWith('..')) throw new Error(`The container does not see ${path}`);
    return [mountPoint, ...own.split(sep)].filter(Boolean).join('/');
  };

  return {
    hold() {
      holders += 1;
      let isHeld = true;
      return async () => {
        if (!isHeld) return;
        isHeld = false;
        holders -= 1;
        if (holders === 0) await leave();
      };
    },
    folder,
    isUp: () => current?.isUp() ?? false,
    async container(signal) {
      if (current?.isUp()) return current;
      starting ??= start();
      // A build that is stopped does not wait; the container may serve the next one.
      return orAborted(starting, signal);
    },
    inside,
    formatInside(path) {
      if (path.startsWith(folder() + sep)) return inside(path);
      const { mtimeMs, size } = statSync(path);
      const key = `${path} ${mtimeMs} ${size}`;
      const copy = copies.get(key) ?? join(folder(), 'formats', `${copies.size}.fmt`);
      if (!copies.has(key)) {
        mkdirSync(join(folder(), 'formats'), { recursive: true });
        copyFileSync(path, copy, constants.COPYFILE_FICLONE);
        copies.set(key, copy);
      }
      return inside(copy);
    },
  };
}

async function orAborted<T>(coming: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return coming;
  let abort = (): void => {};
  const stopped = new Promise<never>((_resolve, reject) => {
    abort = () => reject(new MdcvError('aborted', 'The build was stopped'));
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
  });
  try {
    return await Promise.race([coming, stopped]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
