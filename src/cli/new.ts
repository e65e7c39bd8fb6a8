import { createStarter } from '../starter.ts';

/** `mdcv new`: writes a starter CV that builds. */
export async function runNew(file: string, flags: { template?: string }): Promise<number> {
  await createStarter(file, flags.template);
  console.log(`${file} · now: mdcv build ${file}`);
  return 0;
}
