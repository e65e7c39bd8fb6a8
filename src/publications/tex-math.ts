import { mathToTex } from '../latex/math.ts';
import { texAccents } from './tex-accents.ts';
import { texSwitches } from './tex-commands.ts';
import { texSymbols } from './tex-symbols.ts';

/** Longer formulas are read as text: they are no part of a title. */
const longest = 500;
const upright = /^\\(?:mathrm|text|textrm|textnormal|textup|mbox|hbox|operatorname)$/;

/** Mathematics that mdcv can set as such; `undefined` where it is better read as text. */
export function toInlineMath(content: string): string | undefined {
  const value = content.trim();
  if (value.length > longest || isSimple(value)) return undefined;
  return mathToTex(value) ? value : undefined;
}

/**
 * Whether a formula is text but for its dollars: a number, one sign, upright words, with scripts (`^{2}`, `_2`, `\alpha`, `10^{-3}`,
 * `\mathrm{H_2O}`). As text they can be copied from every PDF; letters that are variables want mathematics.
 */
function isSimple(content: string): boolean {
  const tokens = content.match(/\\(?:[a-zA-Z]+|.)|./gsu) ?? [];
  const groups: ('plain' | 'upright' | 'script')[] = ['plain'];
  let next: 'upright' | 'script' | undefined;
  let signs = 0;
  for (const token of tokens) {
    const context = next ?? (groups.at(-1) as 'plain' | 'upright' | 'script');
    if (/\s/.test(token)) continue;
    if (token === '^' || token === '_') {
      if (groups.includes('script')) return false;
      next = 'script';
      continue;
    }
    if (upright.test(token)) {
      next = context === 'script' ? 'script' : 'upright';
      continue;
    }
    next = undefined;
    if (token === '{') groups.push(context);
    else if (token === '}') groups.pop();
    else if (texSwitches.has(token.slice(1)))
      groups[groups.length - 1] = context === 'script' ? 'script' : 'upright';
    else if (/^\p{L}/u.test(token)) {
      if (context === 'plain') return false;
    } else if (/^\\/.test(token)) {
      const name = token.slice(1);
      if (!texSymbols.has(name) || texAccents.has(name)) return false;
      if (context !== 'script' && texSymbols.get(name)?.trim()) signs += 1;
    } else if (context !== 'script' && /[^\d.,]/.test(token)) signs += 1;
  }
  return signs <= 1;
}
