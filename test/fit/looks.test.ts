import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { type LookRow, toLookRows } from '../../src/fit/looks.ts';
import { listTemplates } from '../../src/template/load-template.ts';
import type { Manifest } from '../../src/template/manifest.ts';
import { resolveOptions } from '../../src/template/resolve-options.ts';

const templates = await listTemplates([]);
const manifest = templates.find(({ name }) => name === 'classic')?.manifest as Manifest;

function rowsFor(asked: Record<string, string | number>, own: Manifest = manifest): LookRow[] {
  const vfile = new VFile({ path: 'cv.md' });
  const options = resolveOptions(own, { contacts: [] }, vfile, asked);
  expect(vfile.messages.map(String)).toEqual([]);
  return toLookRows(own, options);
}

const shown = (rows: LookRow[]): string[][] =>
  rows.map((row) => row.map(({ fontSize, margin, spacing }) => `${fontSize} ${margin} ${spacing}`));

describe('toLookRows', () => {
  it('gives up spacing, then margins, then size', () => {
    expect(shown(rowsFor({ fontSize: '11pt', margin: '17.5mm' }))).toEqual(
      ['11pt', '10pt'].map((size) => [
        `${size} 17.5mm 1`,
        `${size} 17.5mm 0.95`,
        `${size} 17.5mm 0.9`,
        `${size} 17.5mm 0.85`,
        `${size} 17.5mm 0.8`,
        `${size} 17.5mm 0.75`,
        `${size} 17.5mm 0.7`,
        `${size} 17mm 0.7`,
        `${size} 16mm 0.7`,
        `${size} 15mm 0.7`,
      ]),
    );
  });

  it('begins at what is set, in any unit', () => {
    expect(shown(rowsFor({ fontSize: '10pt', margin: '1.6cm', spacing: 0.8 }))).toEqual([
      ['10pt 1.6cm 0.8', '10pt 1.6cm 0.75', '10pt 1.6cm 0.7', '10pt 15mm 0.7'],
    ]);
    expect(shown(rowsFor({ fontSize: '12pt', margin: '0.6in', spacing: 0.71 })).at(-1)).toEqual([
      '10pt 0.6in 0.71',
      '10pt 0.6in 0.7',
      '10pt 15mm 0.7',
    ]);
  });

  it('leaves alone what is set beyond its bound', () => {
    expect(shown(rowsFor({ fontSize: '10pt', margin: '12mm', spacing: 0.6 }))).toEqual([['10pt 12mm 0.6']]);
    expect(shown(rowsFor({ fontSize: '10pt', margin: '15mm', spacing: 0.7 }))).toEqual([['10pt 15mm 0.7']]);
    expect(shown(rowsFor({ fontSize: '10pt', margin: '16mm', spacing: 0.6 }))[0]?.at(-1)).toBe(
      '10pt 15mm 0.6',
    );
  });

  it('goes below no bound, whatever sizes there are', () => {
    const fontSize = { ...manifest.options.fontSize, values: ['8pt', '9pt', '10pt', '10.5pt', '11pt'] };
    const own = { ...manifest, options: { ...manifest.options, fontSize } } as Manifest;
    expect(rowsFor({ fontSize: '11pt' }, own).map(([first]) => first?.fontSize)).toEqual([
      '11pt',
      '10.5pt',
      '10pt',
    ]);
  });

  it('has one look where a template declares no bounds', () => {
    const { fit, ...unbound } = manifest;
    expect(fit).toBeDefined();
    expect(toLookRows(unbound, { fontSize: '11pt' })).toEqual([[{ fontSize: '11pt' }]]);
  });

  it('keeps all other options', () => {
    for (const look of rowsFor({ colour: 'red' }).flat()) expect(look.colour).toBe('B3261E');
  });

  it.each(templates.map(({ name, manifest: own }) => ({ name, own })))(
    '$name stays legible: 10 pt, 15 mm, and 0.7 of its space at least',
    ({ own }) => {
      const looks = rowsFor({ fontSize: '12pt', margin: '30mm', spacing: 1.2 }, own).flat();
      expect(looks.length).toBeGreaterThan(20);
      for (const { fontSize, margin, spacing } of looks) {
        expect(Number.parseFloat(String(fontSize))).toBeGreaterThanOrEqual(10);
        expect(margin).toMatch(/mm$/);
        expect(Number.parseFloat(String(margin))).toBeGreaterThanOrEqual(15);
        expect(Number(spacing)).toBeGreaterThanOrEqual(0.7);
      }
    },
  );
});
