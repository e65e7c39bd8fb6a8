import type { ContactKind } from '../model/cv.ts';

/** Social networks as people write their names, by the kind of contact, which is also the key of the front matter. */
const names: Readonly<Partial<Record<ContactKind, string>>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  bitbucket: 'Bitbucket',
  linkedin: 'LinkedIn',
  xing: 'Xing',
  twitter: 'Twitter',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  facebook: 'Facebook',
  instagram: 'Instagram',
  youtube: 'YouTube',
  stackoverflow: 'StackOverflow',
  orcid: 'ORCID',
  scholar: 'Google Scholar',
  researchgate: 'ResearchGate',
  telegram: 'Telegram',
  whatsapp: 'WhatsApp',
  wechat: 'WeChat',
  skype: 'Skype',
  signal: 'Signal',
  matrix: 'Matrix',
};

/** The network that a kind of contact is; missing for e-mail, phone and other contacts that are none. */
export function networkName(kind: ContactKind): string | undefined {
  return names[kind];
}

/** The kind whose network has this name, however it is capitalised. */
export function kindOfNetwork(name: string): ContactKind | undefined {
  const key = name.replace(/\s+/gu, '').toLowerCase();
  const found = Object.entries(names).find(([, one]) => one.replace(/\s+/gu, '').toLowerCase() === key);
  return found?.[0] as ContactKind | undefined;
}
