/** Everything in one: what `scripts/bundle.ts` bundles for the command line (`cli/start.ts`) and the library. */
export { main } from './cli/main.ts';
export * from './index.ts';
