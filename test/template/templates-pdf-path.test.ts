import { describe, expect, it } from 'vitest';
import { toPdfPath } from '../../templates/prepare/pdf-path.ts';

const frame = { scale: 1, left: 0, bottom: 100 };

describe('toPdfPath', () => {
  it('turns y upwards and scales from the left bottom corner', () => {
    expect(toPdfPath('M10 20L30 100z', { scale: 2, left: 10, bottom: 100 })).toBe('0 160 m 40 0 l h');
  });
  it('resolves relative, horizontal and vertical lines', () => {
    expect(toPdfPath('M10 10l5 0H30v10h-5V50', frame)).toBe(
      '10 90 m 15 90 l 30 90 l 30 80 l 25 80 l 25 50 l',
    );
  });
  it('takes further pairs of a move as lines, and goes on from the start after closing', () => {
    expect(toPdfPath('m10 10 5 5zl0 5', frame)).toBe('10 90 m 15 85 l h 10 85 l');
  });
  it('mirrors the last control point for a smooth curve, and uses the point itself where there was no curve', () => {
    expect(toPdfPath('M0 0c0 10 10 20 20 20s20 10 20 20', frame)).toBe(
      '0 100 m 0 90 10 80 20 80 c 30 80 40 70 40 60 c',
    );
    expect(toPdfPath('M0 0s20 10 20 20', frame)).toBe('0 100 m 0 100 20 90 20 80 c');
  });
  it('reads numbers without spaces between them', () => {
    expect(toPdfPath('M.5-1.5-2.5.5', { scale: 10, left: 0, bottom: 0 })).toBe('5 15 m -25 -5 l');
  });
  it('turns arcs into curves of a quarter at most, with flags that touch their neighbours', () => {
    expect(toPdfPath('M0 50a50 50 0 11100 0', frame)).toBe(
      '0 50 m 0 78 22 100 50 100 c 78 100 100 78 100 50 c',
    );
    expect(toPdfPath('M0 50A50 50 0 0 0 50 100', frame)).toBe('0 50 m 0 22 22 0 50 0 c');
    // Radii too small for the distance grow until they fit.
    expect(toPdfPath('M0 50A10 10 0 0 1 100 50', frame)).toBe(
      '0 50 m 0 78 22 100 50 100 c 78 100 100 78 100 50 c',
    );
  });
  it('refuses what it does not know', () => {
    expect(() => toPdfPath('M0 0Q1 1 2 2', frame)).toThrow('Cannot convert the SVG path command `Q`');
  });
});
