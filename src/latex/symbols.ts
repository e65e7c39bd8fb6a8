/**
 * What pdflatex sets beyond the letters of its font encodings: signs from mathematics, from the AMS (msam) and from Zapf Dingbats. No
 * package is needed: LaTeX knows the fonts by their family names. With xelatex and lualatex these fonts would extract as other letters,
 * so there the sign comes from an OpenType font.
 */
export interface SymbolGroup {
  reason: string;
  /** Whether the PDF's text is the very character; where it is not, xelatex sets it better. */
  exact: boolean;
  /** TeX by character. */
  characters: Readonly<Record<string, string>>;
}

export const symbols: readonly SymbolGroup[] = [
  {
    reason: 'T1 has no ellipsis; `\\dots` extracts as full stops with spaces',
    exact: true,
    characters: {
      '…': '...',
      '∙': '\\textbullet{}',
      '⋅': '\\textperiodcentered{}',
      '‧': '\\textperiodcentered{}',
    },
  },
  { reason: 'T1 has the minus only in mathematics', exact: true, characters: { '−': '\\ensuremath{-}' } },
  {
    reason: 'a prime is a raised sign of mathematics',
    exact: true,
    characters: { '′': "\\ensuremath{{}'}", '″': "\\ensuremath{{}''}", '‴': "\\ensuremath{{}'''}" },
  },
  {
    reason: 'a relation or operator of mathematics',
    exact: true,
    characters: toMath(
      '≤ leq ≥ geq ≈ approx ≡ equiv ∼ sim ≃ simeq ∝ propto ∞ infty ∗ ast ∂ partial ∇ nabla ∈ in ⊂ subset ⊆ subseteq ⊃ supset ' +
        '∪ cup ∩ cap ∅ emptyset ∀ forall ∃ exists ∧ wedge ∨ vee ⊕ oplus ⊗ otimes ⊥ perp ∥ parallel ≪ ll ≫ gg',
    ),
  },
  {
    reason: 'an arrow of mathematics',
    exact: true,
    characters: toMath('↔ leftrightarrow ⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow ↗ nearrow ↘ searrow'),
  },
  {
    reason: 'a geometric or musical sign of mathematics',
    exact: true,
    characters: toMath(
      '△ triangle ▷ triangleright ⋄ diamond ⋆ star ♠ spadesuit ♣ clubsuit ♯ sharp ♭ flat ♮ natural ℓ ell',
    ),
  },
  {
    reason: 'a sign of the AMS',
    exact: true,
    characters: toSymbols('msa', '□ 3 ▶ 73 ◀ 74 ∴ 41 ∵ 42 ∠ 92'),
  },
  {
    reason: 'a sign of Zapf Dingbats',
    exact: true,
    characters: toSymbols(
      'pzd',
      '✔ 52 ✓ 51 ✗ 55 ✘ 56 ✉ 41 ☎ 37 ✆ 38 ★ 72 ● 108 ■ 110 ▲ 115 ▼ 116 ◆ 117 ✦ 70 ❖ 118 ❤ 164 ❑ 113 ❏ 111 ' +
        '➔ 212 ➜ 220 ➟ 223 ➢ 226 ➤ 228 ① 172 ② 173 ③ 174 ④ 175 ⑤ 176 ⑥ 177 ⑦ 178 ⑧ 179 ⑨ 180 ⑩ 181',
    ),
  },
  {
    reason: 'a sign of mathematics whose text in the PDF is a look-alike',
    exact: false,
    characters: toMath(
      '≠ neq ∉ notin ≅ cong ∘ circ √ surd ∑ sum ∏ prod ∫ int ⋯ cdots ☆ star ○ bigcirc ◯ bigcirc ♥ heartsuit ♦ diamondsuit ' +
        '⧳ bullet ↦ mapsto ⟶ longrightarrow ⟨ langle ⟩ rangle',
    ),
  },
  {
    reason: 'a sign of the AMS whose text in the PDF is a look-alike',
    exact: false,
    characters: toSymbols('msa', '▸ 73 ▪ 4 ◇ 6 ◊ 6'),
  },
];

/**
 * Greek letters that stand alone, as in `β-carotene` or `5 μm`: pdflatex sets them in mathematics. Greek words need a Greek font.
 */
export const greekLetters: Readonly<Record<string, string>> = toMath(
  'α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma ' +
    'τ tau υ upsilon φ varphi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Φ Phi Ψ Psi Ω Omega',
);

/** Accents that T1 sets over any letter, by their combining character; the PDF's text then holds two characters. */
export const accents: Readonly<Record<string, string>> = {
  '\u0300': '\\`',
  '\u0301': "\\'",
  '\u0302': '\\^',
  '\u0303': '\\~',
  '\u0304': '\\=',
  '\u0306': '\\u',
  '\u0307': '\\.',
  '\u0308': '\\"',
  '\u030a': '\\r',
  '\u030b': '\\H',
  '\u030c': '\\v',
  '\u0323': '\\d',
  '\u0326': '\\textcommabelow',
  '\u0327': '\\c',
  '\u0328': '\\k',
  '\u0331': '\\b',
};

function toMath(list: string): Record<string, string> {
  return toPairs(list, (name) => `\\ensuremath{\\${name}}`);
}

// Within \ensuremath, \MakeUppercase leaves the family name alone.
function toSymbols(family: string, list: string): Record<string, string> {
  return toPairs(list, (number) => `\\ensuremath{\\mbox{\\usefont{U}{${family}}{m}{n}\\symbol{${number}}}}`);
}

function toPairs(list: string, toTex: (name: string) => string): Record<string, string> {
  const words = list.split(' ');
  const pairs: Record<string, string> = {};
  for (let index = 0; index + 1 < words.length; index += 2) {
    pairs[words[index] as string] = toTex(words[index + 1] as string);
  }
  return pairs;
}
