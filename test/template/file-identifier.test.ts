import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { identifierPlace, identifyDocument } from '../../src/template/file-identifier.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-identifier-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const document = (text: string): string => `\\mdcvidentify{${identifierPlace}}\n${text}`;

it('puts the identifier in its place, and nothing elsewhere', () => {
  const text = `x ${identifierPlace}`;
  const identified = identifyDocument(document(text), []);
  expect(identified).toMatch(/^\\mdcvidentify\{[0-9A-F]{32}\}\nx 0{32}$/);
  expect(identified).not.toContain(`{${identifierPlace}}`);
  expect(identifyDocument(text, [])).toBe(text);
});

it('is the same for the same content, and another for each other', () => {
  const texts = [
    '',
    'a',
    'b',
    'ab',
    'ba',
    'a ',
    '\u0100',
    ...Array.from({ length: 2000 }, (_, n) => `Ada ${n}`),
  ];
  const identifiers = texts.map((text) => identifyDocument(document(text), []).slice(14, 46));
  expect(new Set(identifiers).size).toBe(texts.length);
  expect(texts.map((text) => identifyDocument(document(text), []).slice(14, 46))).toEqual(identifiers);
});

it('does not depend on the seal', () => {
  const identify = (seal: string): string =>
    identifyDocument(document(`x\\gdef\\mdcvseal{${seal}}`), []).slice(14, 46);
  expect(identify('0123456789abcdef')).toBe(identify('fedcba9876543210'));
});

it('knows an image by its bytes, not by where it lies', () => {
  const identify = (name: string, bytes: string): string => {
    writeFileSync(join(folder, name), bytes);
    return identifyDocument(document('x'), [{ name: 'image-1.png', from: join(folder, name) }]);
  };
  expect(identify('a.png', 'one')).toBe(identify('b.png', 'one'));
  expect(identify('a.png', 'one')).not.toBe(identify('b.png', 'two'));
  expect(identify('a.png', 'one')).not.toBe(identify('b.png', 'one more'));
});
