/** The words of a tree and of a CV, for the promise that none is lost. */
import type { Nodes } from 'mdast';
import type { Cv } from '../../../src/model/cv.ts';

/** Words in alphabetical order. Dates lose their dashes, so that digits and letters are what counts. */
export function wordsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).sort();
}

/** Every text that a reader of the source sees. */
export function textsOfTree(node: Nodes): string[] {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return [node.value];
  return 'children' in node ? (node.children as Nodes[]).flatMap(textsOfTree) : [];
}

/** Every text in the model: values of phrasing nodes, wherever they are. */
export function textsOfCv(cv: Cv): string[] {
  const { given, family } = cv.person.name ?? {};
  return collect([given, family, { ...cv.person, name: undefined }, cv.introduction, cv.sections, cv.footer]);
}

function collect(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(collect);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && 'value' in value && typeof value.value === 'string') return [value.value];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'position' || key === 'data' ? [] : collect(inner),
  );
}
