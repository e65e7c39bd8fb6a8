import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { cacheFolder } from '../cache-folder.ts';
import { makeFolder } from '../make-folder.ts';

/** Who may see a preview: the server's port is open to every user of the machine, so its addresses begin with a key that only this one knows. */
export interface Access {
  /** Path of the page, `/KEY/`. */
  readonly root: string;
  /** What of the preview a request is for, such as `/cv.pdf`; nothing for one without the key. */
  within(path: string): string | undefined;
  /** A path that leads to the page, once: for the command line of a program that opens it, which every user can read. */
  issueTicket(): string;
  /** Whether a path is a ticket that was not used; it is now. */
  redeem(path: string): boolean;
}

const secretBytes = 32;

/**
 * The key of a CV's preview is the same each time, so that a page that is open finds a watch that is started again on its port.
 * @param file the CV
 */
export function createAccess(file: string, env: NodeJS.ProcessEnv = process.env): Access {
  const secret = openSecret(join(cacheFolder(env), 'preview-secret'));
  const key = createHmac('sha256', secret).update(resolve(file)).digest('base64url').slice(0, 22);
  const root = `/${key}/`;
  const tickets = new Set<string>();
  return {
    root,
    within(path) {
      const given = Buffer.from(path.slice(0, root.length));
      const isOurs = given.length === root.length && timingSafeEqual(given, Buffer.from(root));
      return isOurs ? path.slice(root.length - 1) : undefined;
    },
    issueTicket() {
      const ticket = `/${randomBytes(16).toString('base64url')}`;
      tickets.add(ticket);
      return ticket;
    },
    redeem: (path) => tickets.delete(path),
  };
}

/** A user's own, made with the first preview; where nothing can be kept, one for this process. */
function openSecret(path: string): Buffer {
  const kept = readSecret(path);
  if (kept) return kept;
  const made = randomBytes(secretBytes);
  try {
    return keepSecret(path, made);
  } catch {
    // A folder that cannot be written.
    return made;
  }
}

/** Keeps it whole, and not in place of one that another process has just made. */
function keepSecret(path: string, made: Buffer): Buffer {
  const beside = `${path}.${process.pid}`;
  makeFolder(dirname(path));
  try {
    writeFileSync(beside, made, { mode: 0o600 });
    try {
      linkSync(beside, path);
    } catch {
      const other = readSecret(path);
      if (other) return other;
      // A damaged one, or a file system without links.
      renameSync(beside, path);
    }
    return made;
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Nothing where there is none, or a damaged one. */
function readSecret(path: string): Buffer | undefined {
  try {
    const secret = readFileSync(path);
    return secret.length === secretBytes ? secret : undefined;
  } catch {
    // Not there yet, or another user's.
    return undefined;
  }
}
