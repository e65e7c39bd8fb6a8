import { describe, expect, test } from 'vitest';
import { parseUris } from '../../../src/toolchain/provision/apt.ts';
import { choosePackages } from '../../../src/toolchain/provision/libraries.ts';

test('reads what apt would fetch, and nothing else that it prints', () => {
  const output = `Reading package lists...
The following NEW packages will be installed:
  lmodern
'http://deb.debian.org/debian/pool/main/l/lmodern/lmodern_2.005-1_all.deb' lmodern_2.005-1_all.deb 9480156 SHA256:ab
'http://x/libx11-6_1.8.4-2%2bdeb12u2_amd64.deb' libx11-6_2%3a1.8.4-2+deb12u2_amd64.deb 759544 MD5Sum:cd
'file:/srv/a_1_all.deb' a_1_all.deb 12
'http://x/readme.txt' readme.txt 12 MD5Sum:cd
`;
  expect(parseUris(output)).toEqual([
    { name: 'lmodern', version: '2.005-1', file: 'lmodern_2.005-1_all.deb', bytes: 9480156 },
    {
      name: 'libx11-6',
      version: '2:1.8.4-2+deb12u2',
      file: 'libx11-6_2%3a1.8.4-2+deb12u2_amd64.deb',
      bytes: 759544,
    },
    { name: 'a', version: '1', file: 'a_1_all.deb', bytes: 12 },
  ]);
});

describe('the packages of libraries', () => {
  const names = [
    ...['libc6', 'zlib1g', 'libpng16-16t64', 'libicu72', 'libharfbuzz0b', 'libglib2.0-0', 'libgraphite2-3'],
    ...['libbrotli1', 'libbz2-1.0', 'libx11-6', 'libx11-data', 'libperl5.36', 'libzzip-0-13', 'texlive-base'],
    ...[
      'libfontconfig1',
      'libfreetype6',
      'libexpat1',
      'libpcre2-8-0',
      'libteckit0',
      'libpaper1',
      'libstdc++6',
    ],
  ];
  const candidates = names.map((name) => ({ name, version: '1', file: `${name}_1_all.deb`, bytes: 1 }));
  const choose = (...libraries: string[]) => choosePackages(libraries, candidates).map(({ name }) => name);

  test.each([
    ['libpng16.so.16', 'libpng16-16t64'],
    ['libicuuc.so.72', 'libicu72'],
    ['libicudata.so.72', 'libicu72'],
    ['libharfbuzz.so.0', 'libharfbuzz0b'],
    ['libglib-2.0.so.0', 'libglib2.0-0'],
    ['libgraphite2.so.3', 'libgraphite2-3'],
    ['libbrotlidec.so.1', 'libbrotli1'],
    ['libbrotlicommon.so.1', 'libbrotli1'],
    ['libbz2.so.1.0', 'libbz2-1.0'],
    ['libX11.so.6', 'libx11-6'],
    ['libzzip-0.so.13', 'libzzip-0-13'],
    ['libfontconfig.so.1', 'libfontconfig1'],
    ['libfreetype.so.6', 'libfreetype6'],
    ['libexpat.so.1', 'libexpat1'],
    ['libpcre2-8.so.0', 'libpcre2-8-0'],
    ['libTECkit.so.0', 'libteckit0'],
    ['libpaper.so.1', 'libpaper1'],
    ['libstdc++.so.6', 'libstdc++6'],
  ])('%s is in %s', (library, name) => {
    expect(choose(library)).toEqual([name]);
  });

  test('each once', () => {
    expect(choose('libicuuc.so.72', 'libicudata.so.72', 'libexpat.so.1')).toEqual(['libicu72', 'libexpat1']);
  });

  test('all libraries but the system’s own when one cannot be told', () => {
    expect(choose('libexpat.so.1', 'libz.so.1')).toEqual(
      names.filter((name) => !['libc6', 'libx11-data', 'libperl5.36', 'texlive-base'].includes(name)),
    );
  });
});
