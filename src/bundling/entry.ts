/** Everything in one: what `src/bundling/bundle.ts` bundles for the command line (`cli/start.ts`) and the library. */
export { main } from '../cli/main.ts';

/** The library is loaded only for those who ask for it: the command line imports parts of it, when it needs them. */
export const library = (): Promise<typeof import('../index.ts')> => import('../index.ts');
