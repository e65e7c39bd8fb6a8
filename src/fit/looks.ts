/** The looks that a CV may be set in to take fewer pages, from the one that was asked for to the tightest. Pure. */
import type { FitBounds, Manifest } from '../template/manifest.ts';
import { pointsPerUnit, type ResolvedOptions } from '../template/resolve-options.ts';

/** A row of looks of one size of type, each tighter than the one before. Never empty. */
export type LookRow = ResolvedOptions[];

/** Hundredths; a step that is seen only side by side. */
const spacingStep = 5;

/**
 * All looks within a template's bounds, a row for each size of type, the largest size first. The first look of the first row is `options`
 * itself; without bounds there is no other.
 *
 * What is given up, and in which order: first space between the pieces, which nobody misses; then margins, which give the page its
 * rest; then size, which is what reading is easy by. A smaller size begins anew with all its space, since it may need less.
 */
export function toLookRows({ options: declared, fit = {} }: Manifest, options: ResolvedOptions): LookRow[] {
  return toSizes(declared, fit, options).map((size) => {
    const sized = { ...options, ...size };
    const spacings = toSpacings(fit, options);
    const tightest = spacings.at(-1);
    return [
      sized,
      ...spacings.map((spacing) => ({ ...sized, spacing })),
      ...toMargins(fit, options).map((margin) => ({
        ...sized,
        ...(tightest !== undefined && { spacing: tightest }),
        margin,
      })),
    ];
  });
}

function toSizes(
  declared: Manifest['options'],
  fit: FitBounds,
  { fontSize }: ResolvedOptions,
): ResolvedOptions[] {
  const option = declared.fontSize;
  if (!fit.fontSize || option?.type !== 'choice' || typeof fontSize !== 'string') return [{}];
  const [own, least] = [Number.parseFloat(fontSize), Number.parseFloat(fit.fontSize.min)];
  const smaller = option.values
    .map((value) => ({ value, size: Number.parseFloat(value) }))
    .filter(({ size }) => size < own && size >= least)
    .sort((a, b) => b.size - a.size);
  return [{}, ...smaller.map(({ value }) => ({ fontSize: value }))];
}

/** Below the one that is set. */
function toSpacings(fit: FitBounds, { spacing }: ResolvedOptions): string[] {
  if (!fit.spacing || typeof spacing !== 'string') return [];
  return stepDown(Number(spacing) * 100, fit.spacing.min * 100, spacingStep).map((percent) =>
    String(percent / 100),
  );
}

/** Below the one that is set. */
function toMargins(fit: FitBounds, { margin }: ResolvedOptions): string[] {
  const [, number, unit] = /^([\d.]+)(pt|mm|cm|in|bp)$/.exec(String(margin)) ?? [];
  if (!fit.margin || number === undefined) return [];
  const own = (Number(number) * pointsPerUnit[unit as keyof typeof pointsPerUnit]) / pointsPerUnit.mm;
  return stepDown(own, Number.parseFloat(fit.margin.min), 1).map((mm) => `${mm}mm`);
}

/** The multiples of a step below a value, down to a bound, which is the last one in any case. */
function stepDown(from: number, least: number, step: number): number[] {
  const values: number[] = [];
  // What is a multiple but for the machine's arithmetic is one.
  const top = Math.ceil(Number((from / step).toFixed(6))) - 1;
  const bound = Number(least.toFixed(4));
  for (let count = top; count * step > bound; count--) values.push(count * step);
  return bound < from - 1e-6 ? [...values, bound] : values;
}
