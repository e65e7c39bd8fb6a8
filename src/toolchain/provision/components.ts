/**
 * The parts of a managed TeX, each fetched when it is first needed: `base` sets everything with pdflatex, the others are
 * engines and fonts on top of it.
 */
export type ComponentName = 'base' | 'xetex' | 'luatex' | 'cjk' | 'scripts' | 'symbols' | 'tex-gyre';

export interface Component {
  /** For people. */
  title: string;
  /** Packages of Debian and Ubuntu; what else they depend on is left out but for shared libraries. */
  packages: readonly string[];
  /** Programs of the base packages that this component makes usable; their libraries belong to it. */
  binaries: readonly string[];
  format?: Format | undefined;
  /** Files that must be found afterwards. */
  files: readonly string[];
}

export interface Format {
  /** Name of the format and of the program that mdcv runs. */
  name: 'pdflatex' | 'xelatex' | 'lualatex';
  /** The binary behind it, and how TeX Live's fmtutil.cnf makes the format with it. */
  binary: string;
  args: readonly string[];
  /** A document that proves that the engine works, fonts and all. */
  test: string;
}

const fontspecTest = `\\documentclass{article}
\\usepackage{fontspec}
\\setmainfont{lmroman10-regular.otf}
\\begin{document}mdcv\\end{document}
`;

/** The OpenType kin of the Type 1 fonts that pdfLaTeX has in `base`, so that a change of engine does not change the look. */
const unicodeFonts = ['fonts-texgyre', 'fonts-sil-charis'];

export const components: Readonly<Record<ComponentName, Component>> = {
  base: {
    title: 'TeX with pdfLaTeX',
    packages: [
      'texlive-binaries',
      'texlive-base',
      'texlive-latex-base',
      'texlive-latex-recommended',
      'texlive-latex-extra',
      'texlive-pictures',
      'texlive-fonts-recommended',
      'lmodern',
      'fonts-lmodern',
    ],
    binaries: ['pdftex', 'kpsewhich'],
    format: {
      name: 'pdflatex',
      binary: 'pdftex',
      args: ['-translate-file=cp227.tcx', '*pdflatex.ini'],
      test: `\\documentclass{article}
\\usepackage[T1]{fontenc}
\\usepackage{lmodern,hyperref}
\\begin{document}mdcv\\end{document}
`,
    },
    files: [
      'article.cls',
      'moderncv.cls',
      'ec-lmr10.tfm',
      'lmr10.pfb',
      'lmroman10-regular.otf',
      'pdftex.map',
    ],
  },
  xetex: {
    title: 'XeLaTeX',
    packages: ['texlive-xetex', ...unicodeFonts],
    binaries: ['xetex', 'xdvipdfmx'],
    format: { name: 'xelatex', binary: 'xetex', args: ['-etex', 'xelatex.ini'], test: fontspecTest },
    files: ['fontspec.sty'],
  },
  luatex: {
    title: 'LuaLaTeX',
    packages: ['texlive-luatex', ...unicodeFonts],
    binaries: ['luahbtex'],
    format: { name: 'lualatex', binary: 'luahbtex', args: ['lualatex.ini'], test: fontspecTest },
    files: ['fontspec.sty', 'luaotfload.sty'],
  },
  cjk: {
    title: 'Chinese, Japanese and Korean fonts',
    packages: ['fonts-noto-cjk'],
    binaries: [],
    files: ['NotoSansCJK-Regular.ttc', 'NotoSerifCJK-Regular.ttc'],
  },
  scripts: {
    title: 'Fonts for Cyrillic, Greek, Arabic, Hebrew and other scripts',
    packages: ['fonts-noto-core'],
    binaries: [],
    files: ['NotoSans-Regular.ttf', 'NotoSansArabic-Regular.ttf', 'NotoSansHebrew-Regular.ttf'],
  },
  symbols: {
    title: 'Symbol fonts',
    packages: ['fonts-dejavu-core'],
    binaries: [],
    files: ['DejaVuSans.ttf'],
  },
  'tex-gyre': {
    title: 'TeX Gyre fonts',
    packages: ['tex-gyre', 'fonts-texgyre'],
    binaries: [],
    files: ['tgpagella.sty', 'texgyrepagella-regular.otf'],
  },
};

export const componentNames: readonly ComponentName[] = Object.keys(components) as ComponentName[];

/** The component that brings a Debian package, if one does. */
export function componentOf(debianPackage: string): ComponentName | undefined {
  return componentNames.find((name) => components[name].packages.includes(debianPackage));
}
