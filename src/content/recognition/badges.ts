/** Badges (`[![Docker](https://img.shields.io/…)](https://docker.com)`): which of them lead to the person, and what becomes of the others. */
import type { Paragraph, PhrasingContent } from 'mdast';
import type { ContactKind } from '../../model/cv.ts';
import { around, toPhrasingText } from '../phrasing-text.ts';
import { kindOfUrl, kindOfWord } from './contact-kinds.ts';
import { toUrl } from './contact-url.ts';

/** Paths of profiles, where another path of the host is a project, a video or an advertisement; elsewhere any path is one. */
const profilePaths: Readonly<Partial<Record<ContactKind, RegExp>>> = {
  ...Object.fromEntries(
    ['github', 'gitlab', 'bitbucket', 'twitter', 'instagram', 'telegram', 'whatsapp'].map((kind) => [
      kind,
      /^[^/]+$/u,
    ]),
  ),
  facebook: /^(?:[^/]+|people\/[^/]+\/\d+)$/u,
  linkedin: /^(?:[^/]+\/)?(?:in|pub|profile)\/./u,
  youtube: /^(?:@|c\/|channel\/|user\/)./u,
  stackoverflow: /^(?:users|story|cv)\/./u,
  mastodon: /^(?:@|users\/)[^/]+$/u,
  scholar: /^citations$/u,
};

/** True for a badge that only says what is beside it: `![Email](…) jane@doe.org`. */
function isLabelBadge(node: PhrasingContent): boolean {
  return node.type !== 'link' && kindOfWord(toPhrasingText([node])) !== undefined;
}

/** True for a badge that is no label of what is beside it. */
export function isOwnBadge(node: PhrasingContent): boolean {
  return node.data?.isBadge === true && !isLabelBadge(node);
}

/** True for a badge that is no contact: with a link to a tool, a project, a count of visitors, or without one, unless it says what is beside it. */
export function isToolBadge(node: PhrasingContent): boolean {
  return isOwnBadge(node) && !(node.type === 'link' && leadsToPerson(node.url, toPhrasingText([node])));
}

/** To a profile of a known network, a mailbox or a telephone, or to a page that the badge calls the person's. */
function leadsToPerson(address: string, said: string): boolean {
  const url = toUrl(address);
  if (!url) return false;
  const kind = kindOfUrl(url);
  if (kind === 'homepage') return said.split(/[\s-]+/u).some((word) => kindOfWord(word) === 'homepage');
  const path = /^https?:\/\/[^/?#]+([^?#]*)/iu.exec(url)?.[1];
  if (path === undefined) return true;
  return (profilePaths[kind] ?? /./u).test(path.split('/').filter(Boolean).join('/'));
}

/** What stands beside badges that are no contacts: a contact, or nothing that is one, so that all stays together. */
export function withoutTools(
  piece: readonly PhrasingContent[],
  isContact: (nodes: PhrasingContent[]) => boolean,
): { contacts: PhrasingContent[]; aside: PhrasingContent[] } {
  if (!piece.some(isToolBadge)) return { contacts: [...piece], aside: [] };
  const others = piece.filter((node) => !isToolBadge(node));
  const open = others.filter((node) => !node.data?.isBadge);
  if (toPhrasingText(open).trim() === '' || isContact(others))
    return { contacts: others, aside: piece.filter(isToolBadge) };
  return { contacts: [], aside: [...piece] };
}

/** A paragraph of what was set aside, with a space between pieces and between badges. */
export function toParagraphs(pieces: readonly PhrasingContent[][]): Paragraph[] {
  const set = pieces.filter((piece) => piece.length > 0);
  const children = set.flatMap((piece, at) =>
    piece.flatMap((node, index): PhrasingContent[] => {
      const isApart = index > 0 ? node.data?.isBadge && piece[index - 1]?.data?.isBadge : at > 0;
      return isApart ? [{ type: 'text', value: ' ', position: node.position }, node] : [node];
    }),
  );
  return set.length > 0 ? [{ type: 'paragraph', children, position: around(children) }] : [];
}
