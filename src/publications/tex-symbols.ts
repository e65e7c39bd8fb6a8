/**
 * Commands that stand for text, as Unicode: those of LaTeX's text encodings (`ltoutenc.dtx`, `textcomp`), of babel's quotes, and of
 * mathematics, which .bib files use in text, too. An empty text is a command that prints nothing.
 */

/** Lists of a command and its text in turn. */
const lists: readonly string[] = [
  // letters
  'ss ß SS ẞ ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł aa å AA Å i ı j ȷ imath ı jmath ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ ij ĳ IJ Ĳ ' +
    'textschwa ə textordfeminine ª textordmasculine º textdotlessi ı textdotlessj ȷ ohorn ơ OHORN Ơ uhorn ư UHORN Ư',
  // signs that TeX needs escaped
  '& & % % $ $ # # _ _ { { } } textbackslash \\ textasciitilde ~ textasciicircum ^ textasciigrave ` textasciiacute ´ textasciidieresis ¨ ' +
    'textasciimacron ¯ textunderscore _ textdollar $ textless < textgreater > textbar | textbraceleft { textbraceright } lbrace { ' +
    'rbrace } textquotesingle \' textquotedbl " textasteriskcentered * textnumbersign # textpercent % textampersand & slash / ' +
    'backslash \\ lbrack [ rbrack ] < < > > ? ? + +',
  // punctuation
  'ldots … dots … textellipsis … dotsc … cdots ⋯ dotsb ⋯ textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ ' +
    'textquotedblright ” lq ‘ rq ’ quotesinglbase ‚ quotedblbase „ guillemotleft « guillemotright » guillemetleft « guillemetright » ' +
    'guilsinglleft ‹ guilsinglright › glqq „ grqq “ glq ‚ grq ‘ flqq « frqq » flq ‹ frq › og « fg » textexclamdown ¡ ' +
    'textquestiondown ¿ textbullet • textperiodcentered · textdagger † textdaggerdbl ‡ dag † ddag ‡ S § P ¶ textsection § ' +
    'textparagraph ¶ textpilcrow ¶ textbrokenbar ¦ textbardbl ‖ textreferencemark ※ textvisiblespace ␣ textinterrobang ‽',
  // trade, money, numbers
  'copyright © textcopyright © textregistered ® texttrademark ™ textservicemark ℠ pounds £ textsterling £ euro € texteuro € EUR € ' +
    'textyen ¥ yen ¥ textcent ¢ textcurrency ¤ textwon ₩ textnumero № textdegree ° textcelsius °C celsius °C degree ° ' +
    'textonehalf ½ textonequarter ¼ textthreequarters ¾ textonesuperior ¹ texttwosuperior ² textthreesuperior ³ textperthousand ‰ ' +
    'permil ‰ textpertenthousand ‱ textmu µ textohm Ω textmho ℧ texttimes × textdiv ÷ textpm ± textminus − textsurd √ textlnot ¬ ' +
    'textestimated ℮ textleftarrow ← textrightarrow → textuparrow ↑ textdownarrow ↓ textfractionsolidus ⁄ checkmark ✓',
  // Greek
  'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ ' +
    'omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ ' +
    'Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω textalpha α textbeta β textgamma γ textdelta δ ' +
    'textepsilon ε textlambda λ textpi π textsigma σ textomega ω textmugreek μ upmu μ',
  // operators and relations
  'times × div ÷ cdot · pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ cup ∪ cap ∩ setminus ∖ wedge ∧ ' +
    'land ∧ vee ∨ lor ∨ neg ¬ lnot ¬ dagger † ddagger ‡ leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ neq ≠ ne ≠ ll ≪ gg ≫ approx ≈ ' +
    'sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ prec ≺ succ ≻ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ in ∈ ni ∋ notin ∉ perp ⊥ ' +
    'parallel ∥ mid ∣ lesssim ≲ gtrsim ≳ oslash ⊘ amalg ⨿',
  // arrows
  'to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ longrightarrow ⟶ uparrow ↑ ' +
    'downarrow ↓ mapsto ↦ iff ⇔ rightleftharpoons ⇌',
  // other signs of mathematics
  'sum ∑ prod ∏ int ∫ oint ∮ infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ emptyset ∅ varnothing ∅ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ ' +
    'angle ∠ prime ′ vdots ⋮ ddots ⋱ top ⊤ bot ⊥ surd √ triangle △ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ vert | ' +
    'Vert ‖ | ‖ diamond ⋄ Box □ square □ sharp ♯ flat ♭ natural ♮ clubsuit ♣ spadesuit ♠ heartsuit ♥ diamondsuit ♦ sun ☉ earth ⊕ ' +
    'leftmoon ☾ male ♂ female ♀',
];

/** Names of functions are their own text: `\log`. */
const functions =
  'lim limsup liminf max min sup inf arg det dim exp gcd hom ker log lg ln Pr sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh deg';

/** Spaces of all widths; a narrow one stays narrow and, as in TeX, no line ends there. */
const spaces: readonly (readonly [text: string, commands: string])[] = [
  [
    ' ',
    '\n \\ quad qquad enspace enskip space par newline linebreak newblock hfill hfil medspace thickspace',
  ],
  ['\u00a0', 'nobreakspace nbsp'],
  ['\u202f', ', : ; thinspace'],
];

const silent =
  '/ - ! @ * ( ) [ ] relax protect leavevmode ignorespaces unskip xspace displaystyle textstyle scriptstyle limits nolimits left right ' +
  'big Big bigg Bigg bigl bigr Bigl Bigr allowbreak nobreak break nolinebreak noindent nonfrenchspacing frenchspacing sloppy strut ' +
  'BibitemOpen bibitemStop bibitemNoStop bibitemContinue EOS cyrchar negthinspace textcompwordmark textnormalfont fi else ' +
  'itshape slshape em it sl bf tt sc rm sf up bfseries mdseries ttfamily rmfamily sffamily scshape upshape normalfont selectfont ' +
  'tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge boldmath unboldmath cal mit bibliographystyle bgroup egroup';

/** Words that are set like drawings. */
const logos =
  'TeX LaTeX BibTeX BibLaTeX ConTeXt XeTeX XeLaTeX LuaTeX LuaLaTeX pdfTeX pdfLaTeX AmSTeX AmSLaTeX XyMTeX OpTeX NTS eTeX';
const otherLogos = 'LaTeXe LaTeX2e KOMAScript KOMA-Script MF Metafont MP MetaPost AmS AMS';

/** What a command prints, by its name without backslash. */
export const texSymbols: ReadonlyMap<string, string> = new Map([
  ...silent.split(' ').map((name) => [name, ''] as const),
  ...[...lists, otherLogos].flatMap(toPairs),
  ...[functions, logos]
    .join(' ')
    .split(' ')
    .map((name) => [name, name] as const),
  ...spaces.flatMap(([text, names]) => names.split(' ').map((name) => [name, text] as const)),
  // The one command whose name is the blank that parts names.
  [' ', ' '] as const,
]);

function toPairs(list: string): (readonly [string, string])[] {
  const words = list.split(' ');
  return words.flatMap((name, index) =>
    index % 2 === 0 ? [[name, words[index + 1] as string] as const] : [],
  );
}
