import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml, toJunit } from '../../src/many/to-junit.ts';
import { toLine } from './report-lines.ts';

const warning = {
  code: 'widow',
  severity: 'warning' as const,
  file: 'a.md',
  line: 3,
  column: 1,
  reason: 'W',
};
const error = {
  ...warning,
  code: 'tex-error',
  severity: 'error' as const,
  reason: 'A < B & "C"',
  note: 'Do\nthis.',
};

describe('JUnit XML', () => {
  it('has a test case for each CV, in their order', () => {
    const xml = toJunit([
      toLine({ file: 'b/cv.md', status: 'failed', messages: [warning, error] }),
      toLine({ file: 'a.md', messages: [warning] }),
      toLine({ file: 'c.md', status: 'unchanged', template: null }),
      toLine({ file: 'd.md' }),
    ]);
    expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="mdcv" tests="4" failures="1" errors="0" skipped="1" time="6.000">
  <testsuite name="mdcv" tests="4" failures="1" errors="0" skipped="1" time="6.000">
    <testcase name="a.md (banking)" classname="." file="a.md" time="1.500">
      <system-out>a.md:3:1 warning widow W</system-out>
    </testcase>
    <testcase name="b/cv.md (banking)" classname="b" file="b/cv.md" time="1.500">
      <failure message="A &#60; B &#38; &#34;C&#34;" type="tex-error">a.md:3:1 warning widow W&#10;a.md:3:1 error tex-error A &#60; B &#38; &#34;C&#34;&#10;Do&#10;this.</failure>
    </testcase>
    <testcase name="c.md" classname="." file="c.md" time="1.500">
      <skipped message="unchanged since the last build"/>
    </testcase>
    <testcase name="d.md (banking)" classname="." file="d.md" time="1.500"/>
  </testsuite>
</testsuites>
`);
  });

  it('holds no character that XML cannot hold, and loses none that it can', () => {
    expect(escapeXml('\0\x1B[31m\uD800 \uFFFE ]]>\r\n\t😀')).toBe(
      '\uFFFD\uFFFD[31m\uFFFD \uFFFD ]]&#62;&#13;&#10;&#9;😀',
    );
    const isSafe = (text: string): boolean => {
      const escaped = escapeXml(text);
      const isXml = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u.test(escaped);
      return isXml && !/[<>"']|&(?!#\d+;)/.test(escaped);
    };
    fc.assert(fc.property(fc.string({ unit: 'binary' }), isSafe));
  });
});
