import { createStarter } from '../starter.ts';

/** `mdcv new`: writes a starter CV that builds. */
export async function runNew(file: string, flags: { template?: string }): Promise<number> {
  const written = await createStarter(file, flags.template);
  console.log(`${written.join(', ')} · now: mdcv build ${file}`);
  return 0;
}
