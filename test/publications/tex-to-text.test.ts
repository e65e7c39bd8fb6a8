import { expect, test } from 'vitest';
import { journalMacros } from '../../src/publications/journal-macros.ts';
import { texToText } from '../../src/publications/tex-to-text.ts';

const tex: typeof String.raw = String.raw;

test.each([
  [tex`\'e \'{e} {\'e} {\'{e}} \' e`, 'é é é é é'],
  [tex`\'\i{}x \'{\i}x \.{\i} \.I \.i \'{\j}`, 'íx íx i İ i j\u0301'],
  [
    tex`\"{u} \v{c} \v c \c{c} \H{o} \k{a} \r{a} \u{g} \d{h} \b{b} \=a \.z \~n \^o`,
    'ü č č ç ő ą å ğ ḥ ḇ ā ż ñ ô',
  ],
  ['\\`a \\`{a}', 'à à'],
  [tex`\t{oo}`, 'o\u0361o'],
  [tex`\'{\^e} \^{\'e} \'\ae`, 'ế é\u0302 ǽ'],
  [tex`\"{ab}c`, 'äbc'],
  [tex`\~{}x \^{} \'1 \"{`, '~x ^ ´1 ¨'],
  [tex`{\'}e`, '´e'],
  [tex`\"$x$`, '¨x'],
  ['e\u0301', 'é'],
  [tex`e\textbf{\char"301}`, 'é'],
])('sets the accents of %s', (value, expected) => {
  expect(texToText(value)).toBe(expected);
});

test.each([
  [tex`\ss\ae\AE\oe\OE\o{}\O\l\L\aa\AA\i\j\dh\th\DH\TH\DJ\dj\ng\NG`, 'ßæÆœŒøØłŁåÅıȷðþÐÞĐđŋŊ'],
  [tex`stra\ss e, Bj\o{}rn, M\o ller`, 'straße, Bjørn, Møller'],
  [tex`\& \% \$ \# \_ \{ \} \textbackslash x`, '& % $ # _ { } \\x'],
  [tex`a\ldots\ b \copyright{} {\textregistered} \texttrademark`, 'a… b © ® ™'],
  [
    tex`10~m, 10\,m, a\;b a\!b a\/b data\-base a\quad b a\ b`,
    '10\u00a0m, 10\u202fm, a\u202fb ab ab database a b a b',
  ],
  [tex`1--2 --- 3-4`, '1–2 — 3-4'],
  ["``a'' `b' c's ?`Que !`No", '“a” ‘b’ c’s ¿Que ¡No'],
  ['Why?``', 'Why?“'],
  [tex`\guillemotleft a\guillemotright{} \glqq b\grqq`, '«a» „b“'],
  [tex`{\TeX}nische \TeX book \LaTeX{} is`, 'TeXnische TeXbook LaTeX is'],
  ['  a \n\t b  ', 'a b'],
  [tex`~a\ ~ \,`, 'a'],
  ['a\u00a0b', 'a\u00a0b'],
  [tex`a~ b`, 'a\u00a0b'],
  [tex` \emph{a}b`, 'ab'],
  [tex`a ~b\\c`, 'a\u00a0b c'],
  ['', ''],
])('prints the signs of %s', (value, expected) => {
  expect(texToText(value)).toBe(expected);
});

test.each([
  [tex`{N}-{B}ody {DNA}`, 'N-Body DNA'],
  [tex`\noopsort{1973b}1973 \noopsort x`, '1973'],
  [tex`\bibinfo{author}{Foo} \natexlab{a} \href@noop {} {bar}`, 'Foo a bar'],
  [tex`\BibitemOpen a\newblock b\protect c\relax`, 'a bc'],
  [tex`\providecommand{\x}[1]{zz}\def\y#1{zz}\newcommand z`, 'z'],
  [tex`\ifmmode\acute{e}\else\'e\fi{}t\'e`, 'été'],
  [tex`\ifmmode x`, 'x'],
  [tex`\char"E9 \char'351 \char233 \symbol{233} \char x\char"FFFFFF`, 'éééé x'],
  [tex`L\kern-.36em A\penalty0 B\hskip 1em plus`, 'LABplus'],
  [tex`\textcolor[rgb]{1,0,0}{red} \foreignlanguage{german}{Titel}`, 'red Titel'],
  [tex`\noopsort{open`, 'open'],
  [tex`\enquote{a \enquote{b} c} \mkbibparens{d} \mkbibquote*{e}`, '“a ‘b’ c” (d) “e”'],
  [tex`\frac12 \frac{a}{b} \sqrt2 {\frac}{x} \frac`, '1/2 a/b √2 /x /'],
  [tex`\emph\textbf a\emph\relax`, 'a'],
  [tex`\foo{a}{b} \foo c x\@y \1`, 'a b c xy 1'],
  [tex`\x@y \LaTeX@z`, '@y LaTeX@z'],
  [tex`a\(b\) c\) \[d\]`, 'ab c d'],
])('does what %s says', (value, expected) => {
  expect(texToText(value)).toBe(expected);
});

test.each([
  [tex`H$_2$O 10$^{-3}$ 25$^\circ$C 25$^{\circ}$C $x'$ $a~b$`, 'H2O 10−3 25°C 25°C x′ a\u00a0b'],
  [tex`$ a \in { B } $ $x^{ 2 }_i$`, 'a ∈ B x2i'],
  [tex`\ensuremath{\alpha} \ensuremath \beta x`, 'α βx'],
  [tex`$\bar x \hat{y}$ $\log n$`, 'x̄ ŷ log n'],
  [tex`from $5 to $10 and $x$`, 'from $5 to $10 and x'],
  [tex`$5-$10`, '$5-$10'],
  [tex`$7$8, a`, '$7$8, a'],
  ['a $ b', 'a $ b'],
  ['$7 $x', '$7 $x'],
  ['$7 $ x', '7 x'],
  [tex`$$x$$ {$}a{$} \(x$y$`, 'x $a$ xy'],
  ['{a}^b_c', 'a^b_c'],
  [tex`$ \alpha $x`, 'αx'],
])('reads the mathematics of %s', (value, expected) => {
  expect(texToText(value)).toBe(expected);
});

test.each([
  [tex`https://x.org/~me/a--b'c_d and e--f`, "https://x.org/~me/a--b'c_d and e–f"],
  [tex`{https://x.org/\~{}me\_a$b$--c}--d`, 'https://x.org/~me_a$b$--c–d'],
  ['10.1002/(SICI)1097--0118', '10.1002/(SICI)1097--0118'],
  [tex`\url{https://x.org/a\%20b--c\~{}d\textasciitilde e}`, 'https://x.org/a%20b--c~d~e'],
  [tex`\path{/a--b} \nolinkurl{c_d} \url foo \url{no  address}`, '/a--b c_d foo no address'],
  [tex`\doi{10.1000/a_b} \doi{https://doi.org/10.1000/c} \doi{none}`, '10.1000/a_b 10.1000/c none'],
  [tex`\url{https://x.org/open`, 'https://x.org/open'],
  [tex`a \url`, 'a'],
])('keeps the addresses of %s', (value, expected) => {
  expect(texToText(value)).toBe(expected);
});

test.each([
  ['a &amp; b \\&amp; c {\\&}amp; d &lt; e', 'a & b & c & d < e'],
  [
    '&eacute;&Uuml;&#233;&#xE9;&szlig; &none; &#0; &#xD800; &#xFFFFFF; R&D',
    'éÜééß &none; &#0; &#xD800; &#xFFFFFF; R&D',
  ],
  ['<i>a</i> <b>b <i>c</b> <x>d</x>', 'a <b>b <i>c</b> <x>d</x>'],
  ['{<i>a}</i> </i>', '<i>a</i> </i>'],
  ['\\textless i\\textgreater a\\textless /i\\textgreater b', 'a b'],
])('reads the HTML of %s', (value, expected) => {
  expect(texToText(value)).toBe(expected);
});

test.each([
  ['}}{{a {b', 'a b'],
  ['a\\', 'a'],
  [tex`\emph{open \enquote{b`, 'open “b”'],
  [tex`a } b } c`, 'a b c'],
  [tex`\frac`, '/'],
])('reads what is malformed in %s', (value, expected) => {
  expect(texToText(value)).toBe(expected);
});

test('knows the journals of ADS', () => {
  expect(texToText(tex`\apj`)).toBe('The Astrophysical Journal');
  expect(texToText(tex`\mnras{} 12`)).toBe('Monthly Notices of the Royal Astronomical Society 12');
  expect(texToText(tex`{\aap} , \prl Extra, \nat , x`)).toBe(
    'Astronomy & Astrophysics , Physical Review Letters Extra, Nature, x',
  );
  expect(journalMacros.size).toBeGreaterThan(60);
  for (const [macro, name] of journalMacros) expect(texToText(`\\${macro}`)).toBe(name);
});
