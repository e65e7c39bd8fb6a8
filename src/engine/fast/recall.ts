/** What standbys are started from, out of the store. */
import type { Toolchain, ToolchainKind } from '../../toolchain/toolchain.ts';
import type { EngineRequest } from '../engine.ts';
import { type Basis, formatKeyOf, today } from './basis.ts';
import type { FormatStore } from './format-store.ts';
import { sameLooks } from './looks.ts';

/**
 * What an earlier process, or another day, has proven of a preamble; nothing where a file that it was made from is not as it was.
 * @param request outlives its build
 */
export function recallBasis(
  store: FormatStore,
  request: EngineRequest,
  preamble: string,
): Basis | { formatKey: string; difference: string } | undefined {
  const formatKey = formatKeyOf(request, preamble);
  const kept = store.find(formatKey);
  if (!kept) return undefined;
  if ('difference' in kept) return { ...kept, formatKey };
  if (!sameLooks(kept.looks)) {
    store.forget(formatKey);
    return undefined;
  }
  return { ...kept, formatKey, day: today(), request, preamble, isWhole: checkOnce(store, formatKey) };
}

/**
 * What this CV was set from last, for a document that is not there yet.
 * @param find the toolchain of that kind, if it is there
 */
export async function recallLast(
  store: FormatStore,
  find: (kind: ToolchainKind) => Promise<Toolchain | undefined>,
): Promise<Basis | undefined> {
  const last = store.findLast();
  if (!last) return undefined;
  const { start, ...kept } = last;
  const toolchain = await find(start.toolchain.kind);
  if (toolchain?.description !== start.toolchain.description) return undefined;
  const { engine, jobName, preamble } = start;
  const document = { source: '', assets: [], origins: [] };
  // Standbys take no more of it; time limit and folder are those of the document that comes.
  const request = { document, engine, toolchain, jobName, folder: '', timeoutMs: 0 };
  return { ...kept, day: today(), request, preamble, isWhole: checkOnce(store, kept.formatKey) };
}

function checkOnce(store: FormatStore, formatKey: string): () => boolean {
  return () => {
    const isWhole = store.isWhole(formatKey);
    if (!isWhole) store.forget(formatKey);
    return isWhole;
  };
}
