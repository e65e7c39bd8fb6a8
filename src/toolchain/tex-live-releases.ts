/**
 * What differs between releases of TeX Live, by the year that their programs say. The one place in `src/` that knows a year; templates ask TeX
 * itself (`templates/shared/before-class`, `tagging`, `moderncv`), and Lua is asked by `engine/lua-guard.ts`.
 */

/** The first release with each. */
export const firstRelease = {
  /** The option `-cnf-line`, which says how much memory TeX sets up. */
  memoryOption: 2021,
  /** LaTeX tags documents of the classes that templates use. */
  tagging: 2024,
  /** moderncv 2.4, which brought contemporary. */
  contemporary: 2024,
} as const;

/** The release in the package sources of a system, as `provision/tree-folder.ts` names systems; later ones have later releases. */
export const releaseOfSystem: ReadonlyMap<string, number> = new Map([
  ['debian-11', 2020],
  ['debian-12', 2022],
  ['debian-13', 2024],
  ['ubuntu-22.04', 2021],
  ['ubuntu-24.04', 2023],
]);

/**
 * @param description that begins as `Toolchain.description` does: `TeX Live 2022/Debian`. Debian 13 says `2025/dev` of what it took from TeX Live 2024
 *   after its release. A TeX that says no year, as MiKTeX, counts as old: what is new is then done without.
 */
export function hasSince(feature: keyof typeof firstRelease, description: string): boolean {
  return Number(/TeX Live (\d{4})/.exec(description)?.[1] ?? 0) >= firstRelease[feature];
}
