import type { RootContent } from 'mdast';
import type { Block } from '../../model/cv.ts';

/**
 * Makes blocks of flow content. Recognisers that hold content (entries, subsections) take it as a parameter, since it in turn calls them.
 * In a section bullets with labels are items; in an entry they stay bullets.
 */
export type ToBlocks = (nodes: readonly RootContent[], within: 'section' | 'entry') => Block[];
