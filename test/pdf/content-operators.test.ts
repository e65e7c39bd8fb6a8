import { expect, it } from 'vitest';
import { contentOperators } from '../../src/pdf/content-operators.ts';

const namesOf = (content: string): string[] => [...contentOperators(content)].map(({ name }) => name);

it('reads operators with what stands before them', () => {
  const [font, show] = [...contentOperators('/F1 9.96 Tf [(a\\)b)-20 <4142>] TJ')];
  expect(font).toEqual({ name: 'Tf', operands: [{ name: 'F1' }, 9.96] });
  const list = show?.operands[0] as unknown as { text: string }[];
  expect([show?.name, list[0]?.text, list[1], list[2]?.text]).toEqual(['TJ', 'a\\)b', -20, 'AB']);
});

it('is not led astray by strings, comments, dictionaries and the data of images', () => {
  expect(namesOf('(Do (k) \\( ) Tj % K\nq')).toEqual(['Tj', 'q']);
  expect(namesOf('/Span <</ActualText (k)>> BDC EMC')).toEqual(['BDC', 'EMC']);
  expect(namesOf('BI /W 1 /H 1 ID \x00k K Do(\nEI Q')).toEqual(['BI', 'Q']);
});

it('reads one stream in the middle of another, as a form that is drawn', () => {
  const names: string[] = [];
  for (const { name } of contentOperators('q /Form Do Q')) {
    names.push(name);
    if (name === 'Do') names.push(...namesOf('0 0 m S'));
    if (names.length > 10) break;
  }
  expect(names).toEqual(['q', 'Do', 'm', 'S', 'Q']);
});
