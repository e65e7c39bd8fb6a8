import { describe, expect, test } from 'vitest';
import { installHint, missingError } from '../../src/toolchain/missing-error.ts';
import { packageFor } from '../../src/toolchain/packages.ts';
import { isBeyondComponents } from '../../src/toolchain/provision/beyond-components.ts';
import type { Toolchain } from '../../src/toolchain/toolchain.ts';

const contemporary = {
  tlmgr: 'moderncv',
  note: 'contemporary comes with moderncv 2.4: TeX Live 2024, Debian 13',
  since: 2024,
};

test.each([
  ['enumitem.sty', { debian: 'texlive-latex-extra', tlmgr: 'enumitem' }],
  ['xelatex', { debian: 'texlive-xetex', tlmgr: 'xetex' }],
  ['moderncvstylecasual.sty', { debian: 'texlive-latex-extra', tlmgr: 'moderncv' }],
  ['moderncvstylecontemporary.sty', contemporary],
  ['moderncvheadvii.sty', contemporary],
  ['moderncvbodyvi.sty', contemporary],
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

test.each([
  ['moderncvstylecontemporary.sty', 2022, true],
  ['moderncvstylecontemporary.sty', 2024, false],
  ['moderncvstylecontemporary.sty', undefined, false],
  ['fourier.sty', 2024, true],
  ['enumitem.sty', 2022, false],
  ['altacv.cls', 2022, false],
  ['libertinus.otf', 2022, false],
])('%s is beyond the components of a managed TeX of %s: %s', (file, release, isBeyond) => {
  expect(isBeyondComponents(file, release)).toBe(isBeyond);
});

describe('the error for what is missing', () => {
  test('names every file once and every package once', () => {
    expect(installHint(['enumitem.sty', 'titlesec.sty', 'altacv.cls'])).toBe(
      'Install what is missing: on Debian and Ubuntu `sudo apt-get install texlive-latex-extra`; ' +
        'with TeX Live’s own manager `tlmgr install enumitem titlesec altacv`.',
    );
  });

  test('does not promise that a package brings what came later', () => {
    expect(installHint(['moderncvstylecontemporary.sty', 'moderncvheadvii.sty'])).toBe(
      'Install what is missing: with TeX Live’s own manager `tlmgr install moderncv`; ' +
        'contemporary comes with moderncv 2.4: TeX Live 2024, Debian 13.',
    );
  });

  test('says so when no package is known', () => {
    expect(installHint(['x.dat', 'y.dat'])).toBe(
      'No package is known that brings x.dat, y.dat; see https://ctan.org.',
    );
  });

  test('no TeX at all', () => {
    const error = missingError(undefined, ['moderncv.cls'], {});
    expect(error.code).toBe('no-tex');
    expect(error.hint).toContain(
      '`sudo apt-get install texlive-latex-base texlive-binaries texlive-latex-extra`',
    );
  });

  test.each([
    [
      { TEXINPUTS: '/mine' },
      '`TEXINPUTS` of your environment may hide files that are there: unset it, or end it with `:`. ',
    ],
    [
      { TEXMFCNF: '/mine', TEXMF: '/x' },
      '`TEXMFCNF` and `TEXMF` of your environment may hide files that are there: unset them, or end each with `:`. ',
    ],
    [{ TEXINPUTS: '/mine:', TEXMF: '', TEXMFHOME: '/texmf' }, ''],
    [{ TEXINPUTS: '.::/mine' }, ''],
  ])('variables that hide files: %j', (env, hint) => {
    const error = missingError({ description: 'TeX' } as Toolchain, ['moderncv.cls'], env);
    expect(error.hint).toBe(`${hint}${installHint(['moderncv.cls'])}`);
  });
});
