import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * A file's name as it is spelt where it lies. `ü` is one letter or two (Unicode Standard Annex #15): names that came from a Mac may have other ones than what
 * people type, which look the same.
 * @param name as the author wrote it
 * @param folder that it is relative to
 * @returns the name itself where no spelling leads to a file
 */
export function spellAsOnDisk(name: string, folder: string): string {
  const spellings = [name, name.normalize('NFC'), name.normalize('NFD')];
  return spellings.find((spelling) => existsSync(resolve(folder, spelling))) ?? name;
}
