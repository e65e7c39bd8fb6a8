import { nameToEmoji } from 'gemoji';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';
import { showCv } from './show-cv.ts';

const source = `# Jane Doe :wave:

:house: Berlin | :email: jane@doe.org | :phone: +49 30 1234567 | :link: [doe.org](https://doe.org)

- :octocat: github.com/jdoe
- :round_pushpin: Hamburg

## :mortar_board: Education

### BSc Knitting

:calendar: 2015 – 2018 | :school: University of Wool

## :briefcase: Experience

### :yarn: Knitter, Wool Ltd. :+1:
*2018 – 2020*

- Knitted :socks: from 10:30:00 to 12:00
- **Skills:** \`:house:\`, wool
`;

async function read(value: string): Promise<string> {
  const { cv } = await parseCv(new VFile({ path: 'cv.md', value }));
  return showCv(cv);
}

test('a CV with shortcodes is the CV with their emoji', async () => {
  const shown = await read(source);
  const withEmoji = source.replace(
    /(?<!`):([+\w-]+):(?!`)/g,
    (whole, name: string) => nameToEmoji[name] ?? whole,
  );
  expect(withEmoji).toContain('🎓');
  expect(shown).toBe(await read(withEmoji));
  expect(shown).toContain('location: Berlin');
  expect(shown).toContain('phone: +49 30 1234567 -> tel:+49301234567');
});
