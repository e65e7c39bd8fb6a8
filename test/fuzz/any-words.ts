import fc from 'fast-check';

/** Ways to write what CVs hold; `$` is a word that the reader sees. */
const blocks = [
  '$ $ $',
  '$ $\n$ $',
  '$ *$ **$** ~~$~~ `$`* $',
  '$\\\n$  \n$',
  '<b>$</b> <i>$ $</i> $',
  '<div>\n\n$ $\n\n</div>',
  '## $ $\n\n$',
  '### $, $ ($)\n\n$ $\n\n- $\n- $',
  '### $, $, 2019 – 2020\n\n$',
  '### $ | $ | $ | May 2019 – today\n*$*\n\n$',
  '### **$** — *$*\n2019–2021, $\n\n- $ $',
  '#### $\n\n$',
  '**$**, $, 2019\n\n- $\n- $\n- $',
  '- $ $\n- $\n  - $\n    - $\n- $',
  '- $\n\n  $\n- $',
  '1. $\n2. $\n3. $',
  '- [x] $\n- [ ] $',
  '- **$:** $, $\n- **$:** $',
  '- 2019 – 2020: $, $\n- 2018: $',
  '| $ | $ | $ |\n|---|:-:|--:|\n| $ | $ $ | $ |\n| $ | $ | $ |',
  '| $ | $ | $ | $ |\n|-|-|-|-|\n| $ | $ | | $ |',
  '| | |\n|-|-|\n| 2019–2020 | **$**, $ |\n| 2018 | $ |',
  '$\n: $ $\n: $',
  '2019–2020\n: **$**, *$*, $\n\n2018\n: $\n\n    $',
  '> $\n> : $ $\n> : $',
  '- $\n\n  $\n  : $ $\n\n      $',
  '> $ $\n>\n> $',
  '```\n$ $\n$\n```',
  '[$ $](https://example.org) $ <https://example.org/$>',
  '[$](https://example.org/a_b%20c?d=$&e_f#g) <https://example.org/$_a%2Fb>',
  '$[^$] $\n\n[^$]: $ $',
  '$ ("$", $) -- $; $ & $ # $ 50% $_$ ~$ \\$',
  '<table><tr><td>$</td><td>$ $</td></tr></table>',
  '<ul><li>$<li>$ $</ul>',
  '::: note\n$ $\n:::',
  '$ -- $ | $ · $',
  '---\n\n$',
];

export interface Words {
  source: string;
  /** Each is there once, and part of no other. */
  words: string[];
  /** Of its links, as they are to be there. */
  addresses: string[];
}

/** A CV of such blocks, below a name and before the first heading, too. */
export const anyWords: fc.Arbitrary<Words> = fc
  .array(fc.constantFrom(...blocks), { minLength: 1, maxLength: 8 })
  .map((list) => {
    const words: string[] = [];
    const text = ['# Ada Lovelace', ...list].map((block) => {
      const label = `n${words.length}`;
      return block.replaceAll('[^$]', `[^${label}]`).replace(/(?<!\\)\$/g, () => {
        const word = wordOf(words.length);
        words.push(word);
        return word;
      });
    });
    const source = `${text.join('\n\n')}\n`;
    return { source, words, addresses: source.match(/https:[^\s)>]+/g) ?? [] };
  });

/** `Qaabz` for 1. */
function wordOf(index: number): string {
  const letters = [676, 26, 1].map((place) => String.fromCharCode(97 + (Math.floor(index / place) % 26)));
  return `Q${letters.join('')}z`;
}
