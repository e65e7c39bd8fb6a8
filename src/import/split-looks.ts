import { isWebAddress } from './rich-text.ts';
import type { SourceNode } from './source-tree.ts';

/** What a page of another tool looks like: names of icons and colours, switches (`pinned: true`), which nobody reads. */
export interface Look {
  /** `skills[0].icon` */
  path: string;
  value: string;
}

const lookKey =
  /^(?:(?:fontawesome|fa)?[_-]?icon(?:[_-]?(?:class|name|pack))?|class[_-]?name|(?:bg|text)?colou?r|emoji)$/iu;
/** Pictures of a firm or a project; the person's own is a photo. */
const pictureKey = /^(?:logo|thumbnail|image|img|picture|cover|banner)(?:[_-]?url)?$/iu;

/** A file without what it says of looks, and that by itself. The settings of a tool are left to who reads them. */
export function splitLooks(root: SourceNode): { root: SourceNode; looks: Look[] } {
  const looks: Look[] = [];

  function without(node: SourceNode, path: string): SourceNode {
    if (node.type === 'scalar') return node;
    if (node.type === 'list')
      return { ...node, items: node.items.map((item, index) => without(item, `${path}[${index}]`)) };
    const pairs = node.pairs.flatMap((pair) => {
      const own = path === '' ? pair.key : `${path}.${pair.key}`;
      if (path === '' && settings.has(pair.key)) return [pair];
      const { value } = pair;
      const isLook =
        value.type === 'scalar' &&
        (value.kind === 'boolean' ||
          (lookKey.test(pair.key) && value.value.length < 60 && !isWebAddress(value.value)) ||
          (pictureKey.test(pair.key) && !persons.has(path) && /^\S+$/u.test(value.value)));
      if (!isLook) return [{ ...pair, value: without(value, own) }];
      if (value.value.trim() !== '') looks.push({ path: own, value: value.value });
      return [];
    });
    return { ...node, pairs };
  }

  return { root: without(root, ''), looks };
}

const persons: ReadonlySet<string> = new Set(['', 'basics', 'bio', 'cv', 'content.basics']);

const settings: ReadonlySet<string> = new Set(
  'design locale locale_catalog settings rendercv_settings layout layouts meta'.split(' '),
);
