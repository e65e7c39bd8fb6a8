import { describe, expect, it } from 'vitest';
import { createOutlineMemory } from '../../../src/engine/fast/outline-memory.ts';

const aux = (text: string): Map<string, Buffer> => new Map([['cv.out', Buffer.from(text)]]);
const body = (text: string, ...titles: string[]): string =>
  `%\n${titles.map((title) => `\\mdcvsection{${title}}%\n  {${title}}\n${text}`).join('\n\n')}`;

describe('the memory of outlines', () => {
  it('guesses for the same titles in the same order, whatever stands below them', () => {
    const memory = createOutlineMemory();
    memory.note('key', body('One.', 'Work', 'Study'), aux('both'));
    memory.note('key', body('One.', 'Study', 'Work'), aux('turned'));
    expect(memory.guess('key', body('Two.', 'Work', 'Study'))).toEqual(aux('both'));
    expect(memory.guess('key', body('Two.', 'Work'))).toBeUndefined();
    expect(memory.guess('other', body('Two.', 'Work', 'Study'))).toBeUndefined();
    memory.note('key', body('One.', 'Work', 'Study'), aux('later'));
    expect(memory.guess('key', body('Two.', 'Work', 'Study'))).toEqual(aux('later'));
  });

  it('forgets the oldest of many', () => {
    const memory = createOutlineMemory();
    for (let index = 0; index < 501; index++) memory.note('key', body('', String(index)), aux(String(index)));
    expect(memory.guess('key', body('', '0'))).toBeUndefined();
    expect(memory.guess('key', body('', '1'))).toEqual(aux('1'));
    expect(memory.guess('key', body('', '500'))).toEqual(aux('500'));
  });
});
