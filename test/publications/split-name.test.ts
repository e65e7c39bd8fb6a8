import { expect, test } from 'vitest';
import { splitName } from '../../src/publications/split-name.ts';

/** `given|particle|family|suffix`. */
function show(name: string): string | undefined {
  const spans = splitName(name);
  if (!spans) return undefined;
  const { given, particle, family, suffix } = spans;
  return [given, particle, family, suffix].map((span) => span && name.slice(span.start, span.end)).join('|');
}

// As `format.name$` of BibTeX 0.99d has them.
test.each([
  ['Jean de La Fontaine', 'Jean|de|La Fontaine|'],
  ['Ludwig van Beethoven', 'Ludwig|van|Beethoven|'],
  [
    "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
    "Charles Louis Xavier Joseph|de la|Vall{\\'e}e Poussin|",
  ],
  ["d'Alembert, Jean le Rond", "Jean le Rond||d'Alembert|"],
  ['King, Jr., Martin Luther', 'Martin Luther||King|Jr.'],
  ['J.-P. Serre', 'J.-P.||Serre|'],
  ['Prince', '||Prince|'],
  ["{\\'e}mile Zola", "|{\\'e}mile|Zola|"],
  ["{\\'E}mile Zola", "{\\'E}mile||Zola|"],
  ['jean de la fontaine', '|jean de la|fontaine|'],
  ['de la Fontaine, Jean', 'Jean|de la|Fontaine|'],
  ['De La Fontaine, Jean', 'Jean||De La Fontaine|'],
  ['Jean {de} Vries', 'Jean {de}||Vries|'],
  ['Jean {\\uppercase{d}e} Vries', 'Jean|{\\uppercase{d}e}|Vries|'],
  ['Fontaine, jean', 'jean||Fontaine|'],
  ['von', '||von|'],
  ['van Gogh', '|van|Gogh|'],
  ['张三', '||张三|'],
  ['Jean~van~Gogh', 'Jean|van|Gogh|'],
  ['A {B}c d {E} F', 'A|{B}c d|{E} F|'],
  ['jean De la fontaine', '|jean De la|fontaine|'],
  ['Foo,, Bar', 'Bar||Foo|'],
  ['Foo,', '||Foo|'],
  ['{Barnes, Noble} Inc', '{Barnes, Noble}||Inc|'],
])('splits %s as BibTeX does', (name, expected) => {
  expect(show(name)).toBe(expected);
});

test.each([
  ['Xiao-ming Zhang', 'Xiao-ming||Zhang|'],
  ['Ortega y Gasset, José', 'José||Ortega y Gasset|'],
  ['von, Hans', 'Hans||von|'],
  ['Martin Luther King, Jr.', 'Martin Luther||King|Jr.'],
  ['Charles de Gaulle, III', 'Charles|de|Gaulle|III'],
  ['Martin Luther King Jr.', 'Martin Luther||King|Jr.'],
  ['King, Jr', 'Jr||King|'],
  ['Junior Sr', 'Junior||Sr|'],
  ['García Márquez, Gabriel José', 'Gabriel José||García Márquez|'],
  ['张 锦涛', '||张 锦涛|'],
  ['张, 锦涛', '锦涛||张|'],
  ['カール・マルクス', '||カール・マルクス|'],
  ['Pe\\~na, Mar\\~na', 'Mar\\~na||Pe\\~na|'],
  ['J.\\,P. Serre', 'J.\\,P.||Serre|'],
  ['J.\\ P.~Serre', 'J.\\ P.||Serre|'],
  [', Foo', '||Foo|'],
  [', Jr., Foo', '||Foo|Jr.'],
  ['Zhang, Jintao,', 'Jintao||Zhang|'],
  ['محمد علي', 'محمد||علي|'],
])('splits %s where BibTeX does worse', (name, expected) => {
  expect(show(name)).toBe(expected);
});

test.each(['A, B, C, D', '', ' ~ ', ',', ', ,'])('makes nothing of %j', (name) => {
  expect(show(name)).toBeUndefined();
});
