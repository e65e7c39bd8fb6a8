import { expect, test } from 'vitest';
import { kindOfNetwork } from '../../src/formats/networks.ts';
import { splitRating } from '../../src/formats/split-level.ts';

test.each([
  ['Go (beginner)', 'Go', 'beginner'],
  ['C++ (very advanced)', 'C++', 'very advanced'],
  ['Rust (80 %)', 'Rust', '80 %'],
  ['Rust (4/5)', 'Rust', '4/5'],
  ['Lua (3 years)', 'Lua', '3 years'],
  ['Google Kubernetes Engine (GKE)', 'Google Kubernetes Engine (GKE)', undefined],
  ['Scripting (Bash, Python)', 'Scripting (Bash, Python)', undefined],
  ['(expert)', '(expert)', undefined],
  ['Go', 'Go', undefined],
])('%s', (text, words, level) => {
  expect(splitRating(text)).toEqual(level === undefined ? { words } : { words, level });
});

test.each([
  ['Github', 'github'],
  ['LINKEDIN', 'linkedin'],
  ['Stack Overflow', 'stackoverflow'],
  ['Loom', undefined],
])('the network %s', (name, kind) => {
  expect(kindOfNetwork(name)).toBe(kind);
});
