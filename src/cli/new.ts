import { dirname, join } from 'node:path';
import { defaultFile } from '../options.ts';
import { createLetter, createStarter } from '../starter.ts';
import { printLine } from './print.ts';

export interface NewFlags {
  template?: string;
  /** A cover letter in place of a CV. */
  letter?: boolean;
}

/** `mdcv new`: writes a starter CV, or a letter to go with one, that builds. */
export async function runNew(named: string | undefined, flags: NewFlags): Promise<number> {
  const file = named ?? (flags.letter ? join(dirname(defaultFile), 'letter.md') : defaultFile);
  const written = await (flags.letter ? createLetter : createStarter)(file, flags.template);
  printLine(`${written.join(', ')} · now: mdcv build ${file}`);
  return 0;
}
