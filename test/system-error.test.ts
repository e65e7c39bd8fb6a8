import { describe, expect, it } from 'vitest';
import { MdcvError } from '../src/problem.ts';
import { toSystemError } from '../src/system-error.ts';

const systemError = (code: string, syscall = 'open'): Error =>
  Object.assign(new Error(`${code}: ${syscall}`), { code, syscall });

describe('toSystemError', () => {
  it.each(['EMFILE', 'ENFILE', 'EAGAIN', 'EFBIG', 'EDQUOT', 'ENOMEM'])('says what %s asks for', (code) => {
    expect(toSystemError(systemError(code))).toMatchObject({
      name: 'MdcvError',
      code: 'exhausted',
      hint: expect.stringMatching(/, and run it again\.$/),
      cause: { code },
    });
  });
  it('knows a working folder that is gone', () => {
    expect(toSystemError(systemError('ENOENT', 'uv_cwd'))).toMatchObject({ code: 'no-folder' });
  });
  it.each([systemError('ENOENT'), new TypeError('x'), new MdcvError('bad-lock', 'x'), 'thrown'])(
    'leaves others as they are',
    (error) => {
      expect(toSystemError(error)).toBe(error);
    },
  );
});
