import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settleLinks } from '../../../src/toolchain/provision/settle-links.ts';
import { createStep } from '../../../src/toolchain/provision/step.ts';
import { unpack } from '../../../src/toolchain/provision/unpack.ts';

const hasDpkg = spawnSync('/usr/bin/dpkg-deb', ['--version']).status === 0;

/** Numbers of the format (POSIX.1-1988, ustar). */
const kinds = { file: '0', hardLink: '1', link: '2', device: '3', pipe: '6' };

interface Member {
  name: string;
  kind?: keyof typeof kinds;
  to?: string;
  content?: string;
  mode?: number;
}

let parent: string;
let root: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'mdcv-unpack-'));
  root = join(parent, 'tree/root');
  mkdirSync(root, { recursive: true });
  mkdirSync(join(parent, 'outside'));
  writeFileSync(join(parent, 'outside/victim'), 'good');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function toTar(members: readonly Member[]): Buffer {
  const blocks = members.map(({ name, kind = 'file', to = '', content = '', mode = 0o644 }) => {
    const header = Buffer.alloc(512);
    const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;
    header.write(name, 0);
    header.write(
      `${octal(mode, 8)}${octal(1234, 8)}${octal(1234, 8)}${octal(content.length, 12)}${octal(0, 12)}`,
      100,
    );
    header.write(`        ${kinds[kind]}${to}`, 148);
    header.write(`ustar\0${'00'}`, 257);
    header.write(`${octal(1, 8)}${octal(8, 8)}`, 329);
    header.write(
      `${octal(
        header.reduce((sum, byte) => sum + byte, 0),
        7,
      )} `,
      148,
    );
    return Buffer.concat([header, Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512)]);
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** A package (deb(5)) of these files. */
function writeDeb(members: readonly Member[]): string {
  const parts: [string, Buffer][] = [
    ['debian-binary', Buffer.from('2.0\n')],
    ['control.tar', toTar([{ name: './control', content: 'Package: x\nVersion: 1\n' }])],
    ['data.tar', toTar(members)],
  ];
  const bytes = parts.flatMap(([name, content]) => [
    Buffer.from(
      `${name.padEnd(16)}${'0'.padEnd(12)}0     0     100644  ${String(content.length).padEnd(10)}\`\n`,
    ),
    content,
  ]);
  const deb = join(parent, 'x.deb');
  writeFileSync(deb, Buffer.concat([Buffer.from('!<arch>\n'), ...bytes]));
  return deb;
}

/** Why a package is refused; nothing where it is unpacked. */
async function refusalOf(deb: string): Promise<string | undefined> {
  const step = createStep({ tree: join(parent, 'tree'), env: process.env, onProgress: () => {} });
  try {
    await unpack(deb, root, step);
    await settleLinks(root);
    return undefined;
  } catch (error) {
    return `${(error as { code?: string }).code} ${(error as { hint?: string }).hint}`;
  } finally {
    expect(readdirSync(join(parent, 'outside'))).toEqual(['victim']);
    expect(readFileSync(join(parent, 'outside/victim'), 'utf8')).toBe('good');
  }
}

describe.skipIf(!hasDpkg)('unpack', () => {
  it('unpacks what TeX reads, and no documentation', async () => {
    const deb = writeDeb([
      { name: './usr/share/texmf/a.sty', content: 'x' },
      { name: './usr/share/doc/a.txt', content: 'x' },
    ]);
    expect(await refusalOf(deb)).toBeUndefined();
    expect(readdirSync(join(root, 'usr/share'))).toEqual(['texmf']);
  });

  it('takes absolute paths for those within, and no rights of other users', async () => {
    const deb = writeDeb([
      { name: '/abs.sty', content: 'x' },
      { name: './program', content: 'x', mode: 0o6755 },
      { name: './open', content: 'x', mode: 0o666 },
    ]);
    expect(await refusalOf(deb)).toBeUndefined();
    expect(readdirSync(root).sort()).toEqual(['abs.sty', 'open', 'program']);
    expect(statSync(join(root, 'program')).mode & 0o7000).toBe(0);
    expect(statSync(join(root, 'open')).mode & 0o777).toBe(0o666 & ~process.umask());
    expect(statSync(join(root, 'open')).uid).toBe(process.getuid?.());
  });

  it.each<[string, (outside: string) => Member[]]>([
    ['paths that lead out', () => [{ name: '../../outside/new', content: 'x' }]],
    [
      'files through an absolute link',
      (outside) => [
        { name: './l', kind: 'link', to: outside },
        { name: './l/new', content: 'x' },
      ],
    ],
    [
      'files through a link upwards',
      () => [
        { name: './l', kind: 'link', to: '../../outside' },
        { name: './l/new', content: 'x' },
      ],
    ],
    ['hard links to other files', (outside) => [{ name: './h', kind: 'hardLink', to: `${outside}/victim` }]],
    ['hard links upwards', () => [{ name: './h', kind: 'hardLink', to: '../../outside/victim' }]],
    ['pipes', () => [{ name: './usr/p', kind: 'pipe' }]],
    ['devices', () => [{ name: './usr/d', kind: 'device' }]],
  ])('refuses %s', async (_what, members) => {
    expect(await refusalOf(writeDeb(members(join(parent, 'outside'))))).toMatch(
      /^provision-failed Try again\./,
    );
  });

  it('writes over a link, not through it, and removes links that lead out', async () => {
    const victim = join(parent, 'outside/victim');
    const deb = writeDeb([
      { name: './f', kind: 'link', to: victim },
      { name: './f', content: 'other' },
      { name: './g', kind: 'link', to: victim },
    ]);
    expect(await refusalOf(deb)).toBeUndefined();
    expect(readdirSync(root)).not.toContain('g');
  });

  it('refuses what is cut off, empty, or no package', async () => {
    const whole = readFileSync(writeDeb([{ name: './a.sty', content: 'x'.repeat(5000) }]));
    for (const bytes of [whole.subarray(0, -3000), Buffer.alloc(0), Buffer.from('<html>Log in</html>')]) {
      writeFileSync(join(parent, 'x.deb'), bytes);
      expect(await refusalOf(join(parent, 'x.deb'))).toMatch(/^provision-failed /);
    }
  });
});
