import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledTemplates } from './load-template.ts';
import type { CvView } from './view.ts';

/** A vector icon: PDF path operators in a box of `height` 1000 units. */
export interface Icon {
  name: string;
  width: number;
  height: number;
  /** PDF path construction and painting operators. */
  path: string;
}

/** The icons that a CV uses, each once. */
export function selectIcons(view: CvView): Icon[] {
  const names = new Set(view.person.contacts.flatMap((contact) => contact.icon ?? []));
  if (names.size === 0) return [];
  const all = readIcons();
  // `to-view.ts` gives a contact an icon only where there is one.
  return [...names].map((name) => ({ name, ...(all[name] as Omit<Icon, 'name'>) }));
}

/** Names of all icons there are. */
export function iconNames(): Set<string> {
  return new Set(Object.keys(readIcons()));
}

function readIcons(): Record<string, Omit<Icon, 'name'>> {
  return JSON.parse(readFileSync(join(bundledTemplates, 'shared', 'icons.json'), 'utf8'));
}
