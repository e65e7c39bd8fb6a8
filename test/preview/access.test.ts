import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createAccess } from '../../src/preview/access.ts';

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'mdcv-access-'));
  onTestFinished(() => rmSync(cache, { recursive: true, force: true }));
});

const access = (file = 'cv.md', folder = cache) => createAccess(file, { MDCV_CACHE: folder });
const secret = (): string => join(cache, 'preview-secret');

describe('access to a preview', () => {
  it('has a key that is the same for a CV each time, and another one for others', () => {
    const { root } = access();
    expect(root).toMatch(/^\/[\w-]{22}\/$/);
    expect(access().root).toBe(root);
    expect(access('letter.md').root).not.toBe(root);
    expect(statSync(secret()).mode & 0o777).toBe(0o600);
    expect(readdirSync(cache)).toEqual(['preview-secret']);
    rmSync(secret());
    expect(access().root).not.toBe(root);
  });

  it('is by the key alone', () => {
    const { root, within } = access();
    expect(within(root)).toBe('/');
    expect(within(`${root}cv.pdf`)).toBe('/cv.pdf');
    for (const path of ['', '/', '/cv.pdf', root.slice(0, -1), `/${root}`, root.replace(/.\/$/, '*/')])
      expect(within(path), path).toBeUndefined();
  });

  it('is given once by a ticket', () => {
    const { issueTicket, redeem, within } = access();
    const [one, other] = [issueTicket(), issueTicket()];
    expect(one).not.toBe(other);
    expect(within(one)).toBeUndefined();
    expect([redeem(one), redeem(one), redeem(other), redeem('/')]).toEqual([true, false, true, false]);
  });

  it('makes a damaged secret anew', () => {
    writeFileSync(secret(), 'short');
    const { root } = access();
    expect(readFileSync(secret())).toHaveLength(32);
    expect(access().root).toBe(root);
  });

  it('has a key of its own where nothing can be kept', () => {
    writeFileSync(join(cache, 'file'), '');
    const roots = [access('cv.md', join(cache, 'file')).root, access('cv.md', join(cache, 'file')).root];
    expect(roots[0]).toMatch(/^\/[\w-]{22}\/$/);
    expect(roots[0]).not.toBe(roots[1]);
  });
});
