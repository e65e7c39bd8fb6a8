/** The commands that mathematics may use, by the number of their arguments. None reads a file, defines, or leaves mathematics. */
const lists: readonly (readonly [count: number, names: string])[] = [
  [
    0,
    'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho sigma varsigma ' +
      'tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega',
  ],
  [
    0,
    'times div cdot pm mp ast star circ bullet oplus ominus otimes cup cap setminus wedge vee land lor lnot neg dagger ddagger ' +
      'leq le geq ge neq ne ll gg approx sim simeq cong equiv propto prec succ subset supset subseteq supseteq in ni notin perp ' +
      'parallel mid mapsto to gets rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow longrightarrow ' +
      'uparrow downarrow iff',
  ],
  [
    0,
    'sum prod int oint bigcup bigcap lim limsup liminf max min sup inf arg det dim exp gcd hom ker log lg ln Pr sin cos tan cot ' +
      'sec csc arcsin arccos arctan sinh cosh tanh deg',
  ],
  [
    0,
    'infty partial nabla forall exists emptyset hbar ell Re Im aleph angle degree prime ldots cdots dots vdots ddots ' +
      'top bot surd triangle langle rangle lfloor rfloor lceil rceil vert Vert lbrace rbrace quad qquad',
  ],
  [0, ', : ; ! { } | % & # _ $'],
  [
    1,
    'sqrt mathbb mathcal mathbf mathrm mathit mathsf mathtt hat bar vec dot ddot tilde overline underline widehat ' +
      'widetilde overbrace underbrace',
  ],
  [2, 'frac'],
];

/** Number of arguments by command. */
export const mathCommands: ReadonlyMap<string, number> = new Map(
  lists.flatMap(([count, names]) => names.split(' ').map((name) => [name, count] as const)),
);
