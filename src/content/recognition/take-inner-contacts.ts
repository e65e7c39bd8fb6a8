/** Contacts under a title of their own within another section. */
import type { RootContent } from 'mdast';
import type { Person } from '../../model/cv.ts';
import { toPhrasingText } from '../phrasing-text.ts';
import { readContactBlock } from './contact-block.ts';
import { takeContacts } from './head.ts';
import { isContactTitle } from './section-words.ts';

type Taken = Pick<Person, 'contacts' | 'address'>;

/** The content of a section without `### Contact` and the contacts below it, where there is nothing else below. */
export function takeInnerContacts(content: readonly RootContent[], person: Taken): RootContent[] {
  const at = content.findIndex(
    (node) => node.type === 'heading' && isContactTitle(toPhrasingText(node.children)),
  );
  const heading = content[at];
  if (heading?.type !== 'heading') return [...content];
  const after = content.slice(at + 1);
  const end = after.findIndex((node) => node.type === 'heading' && node.depth <= heading.depth);
  const own = end < 0 ? after : after.slice(0, end);
  if (own.length === 0 || !own.every((node) => node.type === 'thematicBreak' || readContactBlock(node)))
    return [...content];
  takeContacts(own, person);
  return [...content.slice(0, at), ...after.slice(own.length)];
}
