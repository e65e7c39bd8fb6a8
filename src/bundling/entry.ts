/** Everything in one: what `src/bundling/bundle.ts` bundles for the command line (`cli/start.ts`) and the library. */
import type { BuildFlags } from '../cli/build.ts';

export { main } from '../cli/main.ts';

/** A process that builds one CV after the other. */
export const serveBuilds = async (flags: BuildFlags): Promise<void> =>
  (await import('../cli/build-worker.ts')).serveBuilds(flags);

/** The library is loaded only for those who ask for it: the command line imports parts of it, when it needs them. */
export const library = (): Promise<typeof import('../index.ts')> => import('../index.ts');
