import { statfsSync } from 'node:fs';

/** Looks at files in a watch that the system may tell nothing of. */
export interface Glances {
  /** Something happened to the files: they are looked at for a while. */
  wake(): void;
  /** The system will not tell of them: they are looked at until the end. */
  keep(): void;
  end(): void;
}

/** How often files are looked at (milliseconds). */
const glanceMs = 1000;

/**
 * In the instant in which a file is replaced, and the new one is not followed yet, the system tells of nothing. So files are looked at for so long after it
 * has told of something (milliseconds), and then no more: a watch that waits takes no processor time.
 */
const wakeMs = 5000;

/** @param look is called once a second while there is reason to */
export function createGlances(look: () => void): Glances {
  let timer: NodeJS.Timeout | undefined;
  let until = 0;
  let isKept = false;
  const end = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  const wake = (): void => {
    until = performance.now() + wakeMs;
    timer ??= setInterval(() => {
      look();
      if (!isKept && performance.now() > until) end();
    }, glanceMs);
  };
  return {
    wake,
    keep() {
      isKept = true;
      wake();
    },
    end,
  };
}

/**
 * File systems whose files others change, of which inotify tells nothing (inotify(7), "Limitations and caveats"): NFS, SMB, 9P, FUSE and virtiofs, Ceph, AFS, Lustre,
 * VirtualBox's and VMware's folders. The numbers are those of statfs(2).
 */
const sharedTypes: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x65735546, 0x00c36400, 0x5346414f, 0x0bd00bd0,
  0x786f4256, 0xbacbacbc,
]);

/** Whether another machine, or the host of this one, may change what is in a folder; false where that cannot be told. */
export function isShared(folder: string): boolean {
  try {
    return sharedTypes.has(statfsSync(folder).type);
  } catch {
    // Not there yet.
    return false;
  }
}
