import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';
import type { Cv } from '../../../src/model/cv.ts';

async function parse(frontMatter: string, isPublic = false): Promise<Cv> {
  const value = `---\nname: Ada\n${frontMatter}\n---\n\nText\n`;
  return (await parseCv(new VFile({ path: 'cv.md', value }), { isPublic })).cv;
}

describe('parts of an address', () => {
  it('are kept beside its lines where they have names', async () => {
    const { person } = await parse(
      'address: {street: 1 High St, ZIP code: 0815, city: Husum, state: SH, region: North, country: true, planet: Earth, post-code: [1]}',
    );
    expect(person.postal).toEqual({ street: '1 High St', postcode: '0815', city: 'Husum', region: 'SH' });
  });

  it('are none where the address is a text', async () => {
    expect((await parse('address: 1 High St')).person.postal).toBeUndefined();
  });

  it('are as private as the address', async () => {
    const { person } = await parse('address: {street: 1 High St}\nprivate: [address]', true);
    expect(person).toMatchObject({ address: [], postal: undefined });
  });
});
