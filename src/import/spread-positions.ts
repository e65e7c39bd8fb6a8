import { isBlank, isRecordList, type SourceMap, type SourceNode, valueAt } from './source-tree.ts';

/** What all positions at a firm have in common. */
const shared: ReadonlySet<string> = new Set([
  'name',
  'company',
  'organization',
  'organisation',
  'employer',
  'url',
  'website',
  'location',
]);

/** Work of several positions at one firm as a record for each, as other tools have it; what else is said of the firm stays with the first. */
export function spreadPositions(root: SourceNode): SourceNode {
  if (root.type !== 'map') return root;
  const pairs = root.pairs.map((pair) => {
    const { key, value } = pair;
    const isWork = (key === 'work' || key === 'volunteer') && value.type === 'list';
    return isWork ? { ...pair, value: { ...value, items: value.items.flatMap(spread) } } : pair;
  });
  return { ...root, pairs };
}

function spread(item: SourceNode): SourceNode[] {
  if (item.type !== 'map') return [item];
  const own = valueAt(item, 'position');
  const pair = item.pairs.find(({ key, value }) => /^(?:positions|roles)$/u.test(key) && isRecordList(value));
  if (pair?.value.type !== 'list' || (own && !isBlank(own))) return [item];
  const positions = pair.value.items.filter((one): one is SourceMap => one.type === 'map');
  return positions.map((position, index) => {
    const keys = new Set(position.pairs.filter(({ value }) => !isBlank(value)).map(({ key }) => key));
    // What both say is the position's; the firm's own word for it is told of as a field without a place.
    const ofFirm = item.pairs.filter(
      (one) => one !== pair && (shared.has(one.key) ? !keys.has(one.key) : index === 0),
    );
    return { ...position, pairs: [...position.pairs, ...ofFirm] };
  });
}
