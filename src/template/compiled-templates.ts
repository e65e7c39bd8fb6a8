/**
 * What was made of mdcv's own templates when it was compiled: nothing here, where the sources run. `src/bundling/bundle.ts` puts a module
 * with the same exports in its place. Every piece is kept by the whole text that it was made from, so that a template that was changed
 * since is never served stale.
 */
import type { Manifest } from './manifest.ts';

/** What Nunjucks makes of a template: a function for the template and for each of its blocks. */
export type CompiledTemplate = () => Record<string, unknown>;

/** By `keyOfTemplate`. */
export const compiledTemplates: ReadonlyMap<string, CompiledTemplate> = new Map();

/** Manifests that were found sound, by the text of their `template.json`. */
export const checkedManifests: ReadonlyMap<string, Manifest> = new Map();
