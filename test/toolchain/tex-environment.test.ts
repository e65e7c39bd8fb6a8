import { expect, test } from 'vitest';
import { texEnvironment } from '../../src/toolchain/tex-environment.ts';

const fixed = {
  openin_any: 'p',
  openout_any: 'p',
  shell_escape: 'f',
  MKTEXTFM: '0',
  max_print_line: '1000',
  error_line: '254',
  half_error_line: '238',
  LC_ALL: 'C',
};
const own = {
  PATH: '/bin',
  HOME: '/home/ada',
  LC_ALL: 'xx_XX.UTF-8',
  LANG: 'de_DE.UTF-8',
  NODE_OPTIONS: '--inspect',
  SECRET: 'x',
  SOURCE_DATE_EPOCH: '1',
  openin_any: 'a',
  max_print_line: '79',
  TEXMFHOME: '/home/ada/texmf',
  TEXINPUTS: './sty:',
  TEXMFOUTPUT: '/etc',
  TEXMF_OUTPUT_DIRECTORY: '/etc',
  T1FONTS: '/fonts',
};

test('takes the user’s TeX paths along, but no second folder to write to and no way out of the sandbox', () => {
  expect(texEnvironment(own, true)).toEqual({
    PATH: '/bin',
    HOME: '/home/ada',
    TEXMFHOME: '/home/ada/texmf',
    TEXINPUTS: './sty:',
    T1FONTS: '/fonts',
    ...fixed,
  });
});

test('leaves them out where the toolchain has its own', () => {
  expect(texEnvironment(own, false)).toEqual({
    PATH: '/bin',
    HOME: '/home/ada',
    ...fixed,
  });
});

test('takes no base folder along that is relative', () => {
  const absolute = { XDG_CACHE_HOME: '/a', XDG_DATA_DIRS: '/b:c', XDG_SESSION_TYPE: 'tty' };
  const relative = { XDG_CONFIG_HOME: 'd', XDG_DATA_HOME: './e', XDG_RUNTIME_DIR: '', XDG_STATE_HOME: '~/f' };
  expect(texEnvironment({ ...absolute, ...relative }, false)).toEqual({ ...absolute, ...fixed });
});
