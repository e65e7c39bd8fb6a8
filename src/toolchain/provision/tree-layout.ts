import path from 'node:path';
import { type ComponentName, componentNames } from './components.ts';
import type { TreeLayout } from './tree-config.ts';

/** Where a component lives once it is complete. */
export function componentFolder(tree: string, name: ComponentName): string {
  return path.join(tree, name);
}

/** The layout of a tree, with all components that it may ever have. */
export function treeLayout(tree: string): TreeLayout {
  return {
    components: componentNames.map((name) => componentFolder(tree, name)),
    joined: path.join(tree, 'joined'),
    caches: path.join(tree, 'caches'),
  };
}
