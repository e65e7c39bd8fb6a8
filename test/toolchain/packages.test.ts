import { describe, expect, test } from 'vitest';
import { installHint, missingError } from '../../src/toolchain/missing-error.ts';
import { packageFor } from '../../src/toolchain/packages.ts';

test.each([
  ['enumitem.sty', { debian: 'texlive-latex-extra', tlmgr: 'enumitem' }],
  ['xelatex', { debian: 'texlive-xetex', tlmgr: 'xetex' }],
  ['moderncvstylecontemporary.sty', { debian: 'texlive-latex-extra', tlmgr: 'moderncv' }],
  ['EBGaramond-Regular.otf', { debian: 'texlive-fonts-extra', tlmgr: 'ebgaramond' }],
  ['NotoSansCJK-Regular.ttc', { debian: 'fonts-noto-cjk' }],
  ['NotoSerifCJK-Bold.ttc', { debian: 'fonts-noto-cjk' }],
  ['DejaVuSans.ttf', { debian: 'fonts-dejavu-core', tlmgr: 'dejavu' }],
  ['texgyrepagella-regular.otf', { debian: 'tex-gyre', tlmgr: 'tex-gyre' }],
  ['ec-qplr.tfm', { debian: 'tex-gyre', tlmgr: 'tex-gyre' }],
  ['ec-lmr10.tfm', { debian: 'lmodern', tlmgr: 'lm' }],
  ['ngerman.ldf', { debian: 'texlive-lang-german', tlmgr: 'babel-german' }],
  ['libertinus.otf', { debian: 'texlive-fonts-extra' }],
  ['altacv.cls', { tlmgr: 'altacv' }],
  ['photo.png', {}],
  ['README', {}],
])('%s', (file, packages) => {
  expect(packageFor(file)).toEqual(packages);
});

describe('the error for what is missing', () => {
  test('names every file once and every package once', () => {
    expect(installHint(['enumitem.sty', 'titlesec.sty', 'altacv.cls'])).toBe(
      'Install what is missing: on Debian and Ubuntu `sudo apt-get install texlive-latex-extra`; ' +
        'with TeX Live’s own manager `tlmgr install enumitem titlesec altacv`.',
    );
  });

  test('says so when no package is known', () => {
    expect(installHint(['x.dat', 'y.dat'])).toBe(
      'No package is known that brings x.dat, y.dat; see https://ctan.org.',
    );
  });

  test('no TeX at all', () => {
    const error = missingError(undefined, ['moderncv.cls']);
    expect(error.code).toBe('no-tex');
    expect(error.hint).toContain(
      '`sudo apt-get install texlive-latex-base texlive-binaries texlive-latex-extra`',
    );
  });
});
