/** The tables that the bench prints. */

/** A figure's name, its samples, how many digits it has, and the most that its median should be. */
export type Row = [name: string, values: number[], digits: number, target?: number];

export function reportRows(title: string, rows: readonly Row[]): void {
  console.log(`\n${title.padEnd(36)}${'median'.padStart(9)}${'min'.padStart(9)}${'max'.padStart(9)}`);
  for (const [name, values, digits, target] of rows) {
    const cells = [median(values), Math.min(...values), Math.max(...values)];
    const verdict =
      target === undefined
        ? ''
        : `  target ${target.toFixed(digits)}: ${median(values) <= target ? 'met' : 'MISSED'}`;
    console.log(name.padEnd(36) + cells.map((value) => value.toFixed(digits).padStart(9)).join('') + verdict);
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
