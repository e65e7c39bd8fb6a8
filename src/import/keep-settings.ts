import type { Description } from './description.ts';
import type { Fields } from './fields.ts';

/** What a record still holds is no content of the CV, but how the other tool sets it: it is kept, and nobody is told. */
export function keepSettings(name: string, record: Fields | undefined, { settings }: Description): void {
  for (const { path, value } of record?.left(true) ?? [])
    settings.push({ path: [name, ...path].join('.'), value });
}
