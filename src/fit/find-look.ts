import type { ResolvedOptions } from '../template/resolve-options.ts';
import type { Typesetting } from '../typeset.ts';
import { toLookRows } from './looks.ts';
import { inLook } from './try-look.ts';

/** The look in which a CV comes out as this .tex, among those that fitting may choose. */
export function findLookOf(typesetting: Typesetting, tex: string): ResolvedOptions | undefined {
  const { template, result } = typesetting;
  const looks = toLookRows(template.manifest, result.options).flat();
  return looks.find((look) => inLook(typesetting, look).document.source === tex);
}
