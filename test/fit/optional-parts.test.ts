import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { parseCv } from '../../src/content/parse-cv.ts';
import { findOptional, withoutParts } from '../../src/fit/optional-parts.ts';
import type { Cv } from '../../src/model/cv.ts';

const markdown = `---
name: Ada
---
Hello there.

Some more. {.optional}

## Work

### Engineer | Firm | 2016

- one {.optional}
- two
  - two and a half {.optional}

### Fellow | House | 2014 {.optional}

- three {.optional}

## Skills

**Languages:** English {.optional}

- **Crafts:** turning
- **Arts:** singing {.optional}

## Talks {.optional}

- 2013: Proofs

## Awards

::: {.optional}
- 2012: Medal
- 2011: Prize
:::

### Small ones

> Cup. {.optional}
`;

async function read(text: string): Promise<Cv> {
  const vfile = new VFile({ path: 'cv.md', value: text });
  const { cv } = await parseCv(vfile);
  expect(vfile.messages.map(String)).toEqual([]);
  return cv;
}

describe('findOptional', () => {
  it('finds sections, entries, items, paragraphs and bullets, from the last to the first', async () => {
    const found = findOptional(await read(markdown));
    expect(found.map(({ line, text }) => `${line} ${text}`)).toEqual([
      '40 Cup.',
      '35 Prize',
      '34 Medal',
      '27 Talks',
      '25 Arts',
      '22 Languages',
      '16 Fellow',
      '14 two and a half',
      '12 one',
      '6 Some more.',
    ]);
  });

  it('finds nothing where nothing is marked', async () => {
    expect(findOptional(await read('---\nname: Ada\n---\n## Work\n\n- one {.unlisted}\n- two\n'))).toEqual(
      [],
    );
  });
});

describe('withoutParts', () => {
  it('drops what is named and what is left empty, and nothing else', async () => {
    const cv = await read(markdown);
    const words = (of: Cv): string => JSON.stringify(of);
    const all = findOptional(cv);
    expect(withoutParts(cv, [])).toEqual(cv);
    const left = withoutParts(cv, all);
    for (const word of [
      'Cup',
      'Prize',
      'Medal',
      'Awards',
      'Small ones',
      'Talks',
      'Proofs',
      'Arts',
      'Fellow',
      'half',
      '"one"',
      'more',
    ])
      expect(words(left), word).not.toContain(word);
    for (const word of ['Hello there', 'Engineer', 'two', 'Crafts', 'turning'])
      expect(words(left)).toContain(word);
    const some = withoutParts(cv, all.slice(0, 2));
    expect(words(some)).not.toContain('Small ones');
    expect(words(some)).not.toContain('Prize');
    expect(words(some)).toContain('Medal');
  });
});
