import { firstRelease } from './tex-live-releases.ts';

/** What brings a file that TeX misses. A part is absent where it is not known. */
export interface Packages {
  /** Package of Debian and Ubuntu. */
  debian?: string;
  /** Package of TeX Live's own manager, and of MiKTeX's. */
  tlmgr?: string;
  /** Where the file comes from, for which the name of a package is not enough. */
  note?: string;
  /** The first release of TeX Live that has the file, for what came late. */
  since?: number;
}

/**
 * The packages that bring a file or program, by its name (`enumitem.sty`, `EBGaramond.tfm`, `xelatex`). Known files come from
 * the table, others are judged by their ending: TeX Live names a package after its main file, and Debian keeps nearly
 * all further fonts in one package.
 */
export function packageFor(file: string): Packages {
  const known = knownPackageFor(file);
  if (known) return known;
  const { stem, ending } = splitName(file);
  if (fontEndings.has(ending)) return { debian: 'texlive-fonts-extra' };
  if (macroEndings.has(ending)) return { tlmgr: stem };
  return {};
}

/** The same without judging by the ending: undefined for a file that is not known. */
export function knownPackageFor(file: string): Packages | undefined {
  const { stem } = splitName(file);
  return table.get(file) ?? families.find(([pattern]) => pattern.test(stem))?.[1];
}

function splitName(file: string): { stem: string; ending: string } {
  const dot = file.lastIndexOf('.');
  if (dot < 0) return { stem: file, ending: '' };
  return { stem: file.slice(0, dot), ending: file.slice(dot + 1).toLowerCase() };
}

const fontEndings = new Set(['tfm', 'vf', 'pfb', 'otf', 'ttf', 'ttc', 'fd', 'enc', 'map', 'afm']);
const macroEndings = new Set(['sty', 'cls']);

/** Families of files too many to list, by the name without its ending. */
const families: [RegExp, Packages][] = [
  [/^NotoS(?:ans|erif)(?:Mono)?CJK/i, { debian: 'fonts-noto-cjk' }],
  [/^DejaVu/i, { debian: 'fonts-dejavu-core', tlmgr: 'dejavu' }],
  [
    /^(?:texgyre|(?:ec|ts1|t1|ly1|qx|t5)-q|q(?:pl|tm|hv|cr|bk|cs|zc))/,
    { debian: 'tex-gyre', tlmgr: 'tex-gyre' },
  ],
  [/^(?:lm|lmroman|lmsans|lmmono|(?:ec|ts1|t5|texnansi|cs|qx|l7x)-lm)/, { debian: 'lmodern', tlmgr: 'lm' }],
  [/^(?:EBGaramond|ebgaramond)/, { debian: 'texlive-fonts-extra', tlmgr: 'ebgaramond' }],
  [/^(?:kurier|Kurier)/, { debian: 'texlive-fonts-extra', tlmgr: 'kurier' }],
  [/^(?:fontawesome5|FontAwesome5)/, { debian: 'texlive-fonts-extra', tlmgr: 'fontawesome5' }],
  [
    /^moderncv(?:stylecontemporary|headvii|bodyvi)$/,
    {
      tlmgr: 'moderncv',
      note: 'contemporary comes with moderncv 2.4: TeX Live 2024, Debian 13',
      since: firstRelease.contemporary,
    },
  ],
  [/^(?:moderncv)/, { debian: 'texlive-latex-extra', tlmgr: 'moderncv' }],
  [
    /^(?:utm|phv|ptm|pcr|ppl|pzd|psy|uhv|ucr|upl)/,
    { debian: 'texlive-fonts-recommended', tlmgr: 'collection-fontsrecommended' },
  ],
  [/^(?:n?german|babel-german|loadhyph-de)/, { debian: 'texlive-lang-german', tlmgr: 'babel-german' }],
  [/^(?:french|babel-french|loadhyph-fr)/, { debian: 'texlive-lang-french', tlmgr: 'babel-french' }],
];

/** Debian package, then TeX Live package, then the files. Checked against Debian 12 (`dpkg -S`) and TeX Live 2022. */
const rows: [debian: string, tlmgr: string, files: string][] = [
  ['texlive-binaries', 'kpathsea', 'kpsewhich'],
  ['texlive-latex-base', 'latex-bin', 'pdflatex'],
  ['texlive-xetex', 'xetex', 'xelatex'],
  ['texlive-luatex', 'luahbtex', 'lualatex luahbtex'],
  ['texlive-base', 'iftex', 'iftex.sty ifxetex.sty ifluatex.sty'],
  ['texlive-base', 'amsfonts', 'amsfonts.sty amssymb.sty'],
  ['texlive-base', 'pdftex', 'glyphtounicode.tex'],
  [
    'texlive-latex-base',
    'latex',
    'article.cls report.cls letter.cls ifthen.sty fix-cm.sty fontenc.sty inputenc.sty textcomp.sty',
  ],
  ['texlive-latex-base', 'tools', 'array.sty calc.sty longtable.sty multicol.sty tabularx.sty'],
  ['texlive-latex-base', 'graphics', 'graphicx.sty graphics.sty color.sty'],
  ['texlive-latex-base', 'psnfss', 'charter.sty courier.sty helvet.sty mathptmx.sty palatino.sty pifont.sty'],
  ['texlive-latex-base', 'amsmath', 'amsmath.sty'],
  ['texlive-latex-base', 'amscls', 'amsthm.sty'],
  ['texlive-latex-base', 'babel', 'babel.sty'],
  ['texlive-latex-base', 'bookmark', 'bookmark.sty'],
  ['texlive-latex-base', 'colortbl', 'colortbl.sty'],
  ['texlive-latex-base', 'fancyhdr', 'fancyhdr.sty'],
  ['texlive-latex-base', 'geometry', 'geometry.sty'],
  ['texlive-latex-base', 'hyperref', 'hyperref.sty nameref.sty'],
  ['texlive-latex-base', 'natbib', 'natbib.sty'],
  ['texlive-latex-base', 'url', 'url.sty'],
  ['texlive-latex-recommended', 'beamer', 'beamer.cls'],
  ['texlive-latex-recommended', 'booktabs', 'booktabs.sty'],
  ['texlive-latex-recommended', 'cmap', 'cmap.sty'],
  ['texlive-latex-recommended', 'eso-pic', 'eso-pic.sty'],
  ['texlive-latex-recommended', 'etoolbox', 'etoolbox.sty'],
  ['texlive-latex-recommended', 'extsizes', 'extarticle.cls'],
  ['texlive-latex-recommended', 'fancyvrb', 'fancyvrb.sty'],
  ['texlive-latex-recommended', 'fontspec', 'fontspec.sty'],
  ['texlive-latex-recommended', 'koma-script', 'scrartcl.cls scrlttr2.cls'],
  ['texlive-latex-recommended', 'listings', 'listings.sty'],
  ['texlive-latex-recommended', 'memoir', 'memoir.cls'],
  ['texlive-latex-recommended', 'microtype', 'microtype.sty'],
  ['texlive-latex-recommended', 'parskip', 'parskip.sty'],
  ['texlive-latex-recommended', 'polyglossia', 'polyglossia.sty'],
  ['texlive-latex-recommended', 'ragged2e', 'ragged2e.sty'],
  ['texlive-latex-recommended', 'setspace', 'setspace.sty'],
  ['texlive-latex-recommended', 'xcolor', 'xcolor.sty'],
  ['texlive-latex-extra', 'accsupp', 'accsupp.sty'],
  ['texlive-latex-extra', 'adjustbox', 'adjustbox.sty'],
  ['texlive-latex-extra', 'changepage', 'changepage.sty'],
  ['texlive-latex-extra', 'csquotes', 'csquotes.sty'],
  ['texlive-latex-extra', 'currvita', 'currvita.sty'],
  ['texlive-latex-extra', 'enumitem', 'enumitem.sty'],
  ['texlive-latex-extra', 'europecv', 'europecv.cls'],
  ['texlive-latex-extra', 'hyperxmp', 'hyperxmp.sty'],
  ['texlive-latex-extra', 'lastpage', 'lastpage.sty'],
  ['texlive-latex-extra', 'moderncv', 'tweaklist.sty'],
  ['texlive-latex-extra', 'multirow', 'multirow.sty'],
  ['texlive-latex-extra', 'needspace', 'needspace.sty'],
  ['texlive-latex-extra', 'paracol', 'paracol.sty'],
  ['texlive-latex-extra', 'tcolorbox', 'tcolorbox.sty'],
  ['texlive-latex-extra', 'textpos', 'textpos.sty'],
  ['texlive-latex-extra', 'titlesec', 'titlesec.sty'],
  ['texlive-latex-extra', 'tocloft', 'tocloft.sty'],
  ['texlive-latex-extra', 'wrapfig', 'wrapfig.sty'],
  ['texlive-latex-extra', 'xltabular', 'xltabular.sty'],
  ['texlive-latex-extra', 'xstring', 'xstring.sty'],
  ['texlive-latex-extra', 'xurl', 'xurl.sty'],
  ['texlive-pictures', 'pgf', 'tikz.sty pgf.sty'],
  ['texlive-pictures', 'curve', 'curve.cls'],
  ['texlive-fonts-recommended', 'eurosym', 'eurosym.sty'],
  ['texlive-fonts-recommended', 'marvosym', 'marvosym.sty umvs.tfm'],
  ['texlive-fonts-recommended', 'wasysym', 'wasysym.sty'],
  ['texlive-luatex', 'luaotfload', 'luaotfload.sty'],
  ['texlive-luatex', 'luacolor', 'luacolor.sty'],
  ['texlive-luatex', 'lua-ul', 'lua-ul.sty'],
  ['texlive-bibtex-extra', 'biblatex', 'biblatex.sty'],
  ['texlive-plain-generic', 'ulem', 'ulem.sty'],
  ['texlive-plain-generic', 'soul', 'soul.sty'],
  ['texlive-science', 'siunitx', 'siunitx.sty'],
  ['texlive-publishers', 'limecv', 'limecv.cls'],
  ['texlive-fonts-extra', 'academicons', 'academicons.sty academicons.ttf'],
  ['texlive-fonts-extra', 'fontawesome', 'fontawesome.sty FontAwesome.otf'],
  ['texlive-fonts-extra', 'fourier', 'fourier.sty'],
  ['texlive-lang-cjk', 'xecjk', 'xeCJK.sty'],
  ['texlive-lang-japanese', 'luatexja', 'luatexja.sty luatexja-fontspec.sty'],
  ['texlive-lang-arabic', 'bidi', 'bidi.sty'],
];

const table: ReadonlyMap<string, Packages> = new Map(
  rows.flatMap(([debian, tlmgr, files]) =>
    files.split(' ').map((file) => [file, { debian, tlmgr }] as const),
  ),
);
