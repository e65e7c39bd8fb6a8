/** A file of another format as data with places: what JSON and YAML have in common. Keys are never looked up as properties. */
import type { Position } from 'unist';

export interface SourceScalar {
  type: 'scalar';
  /** As written, numbers included; empty for null. */
  value: string;
  kind: 'text' | 'number' | 'boolean' | 'null';
  position: Position;
}

export interface SourceList {
  type: 'list';
  items: SourceNode[];
  position: Position;
}

export interface SourcePair {
  key: string;
  keyPosition: Position;
  value: SourceNode;
}

export interface SourceMap {
  type: 'map';
  pairs: SourcePair[];
  position: Position;
}

export type SourceNode = SourceScalar | SourceList | SourceMap;

/** No CV nests deeper, and what does is there to exhaust whoever reads it. */
export const deepestSource = 60;

/** The value of a key; the first where it is repeated. */
export function valueAt(node: SourceNode | undefined, key: string): SourceNode | undefined {
  return node?.type === 'map' ? node.pairs.find((pair) => pair.key === key)?.value : undefined;
}

/** True for what says nothing: null, an empty text, an empty list or map. */
export function isBlank(node: SourceNode): boolean {
  if (node.type === 'scalar') return node.value.trim() === '';
  return (node.type === 'list' ? node.items : node.pairs).length === 0;
}

/** True for a list of maps, which is a section whatever it is called. */
export function isRecordList(node: SourceNode | undefined): boolean {
  const items = node?.type === 'list' ? node.items.filter((item) => !isBlank(item)) : [];
  return items.length > 0 && items.every(({ type }) => type === 'map');
}

/** A text as it may stand in a CV: without what cannot be seen and is never meant, lines ended by LF. */
export function cleanScalar(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFDD0-\uFDEF\uFEFF\uFFFD-\uFFFF]|\p{Surrogate}/gu, '')
    .replace(/[\u2028\u2029]/g, '\n');
}
