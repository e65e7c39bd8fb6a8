import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { severityOf } from '../../src/problem.ts';
import { importText, lettersOf, messagesOf, readImported, wordsOfCv } from './formats.ts';

describe('a file that is not what it claims gives a placed message', () => {
  test.each([
    ['r.json', '{"basics": {\n  "name": "Ada",\n  "phone": 12x\n}}', '3:14 json-syntax'],
    ['r.json', '{"basics": {"name": "Ada"}', '1:27 json-syntax'],
    ['r.json', "{'basics': 1}", '1:2 json-syntax'],
    [
      'r.json',
      '{"basics": {"name": "Ada",}}',
      '1:27 json-syntax Cannot read this JSON: a `,` stands behind the last value, before `}`',
    ],
    ['r.json', 'basics:\n  name: Ada\n', '1:1 json-syntax'],
    ['r.json', '{"a": 1}', '1:1 unknown-format'],
    ['r.json', '[1, 2]', '1:1 unknown-format'],
    ['r.json', `{"basics":${'['.repeat(100_000)}`, '1:100010 json-syntax'],
    ['r.yaml', 'cv:\n  name: "Ada\n  x: 1\n', '4:1 yaml-syntax'],
    ['r.yaml', 'cv:\n  name: Ada\n sections: 1\n', '3:1 yaml-syntax'],
    ['r.yaml', 'a plain text', '1:1 unknown-format'],
    ['r.yaml', '# only a comment\n', '1:1 unknown-format'],
    ['r.yaml', `cv: ${'['.repeat(20_000)}`, 'yaml-syntax'],
    [
      'r.yaml',
      `cv:\n${Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth + 1)}a:`).join('\n')}\n`,
      'yaml-syntax',
    ],
    ['r.yaml', 'cv: *nobody\n', '1:5 yaml-syntax'],
    ['r.bib', 'no entries here', '1:1 unknown-format'],
    ['r.json', '', '1:1 empty-file'],
    ['r.json', '\0\0\0\x01\0\0\0', '1:1 not-text'],
  ])('%s %j', async (name, text, expected) => {
    const { markdown, source } = await importText(text, name);
    expect(markdown).toBeUndefined();
    expect(messagesOf(source).join('\n')).toContain(expected);
    expect(source.messages.map(severityOf)).toContain('error');
    expect(source.messages[0]?.note).toBeTruthy();
  });

  it('and one that is not what `--from` claims', async () => {
    const { markdown, source } = await importText('cv: {name: Ada}\n', 'r.yaml', { format: 'jsonresume' });
    expect(markdown).toBeUndefined();
    expect(messagesOf(source)).toEqual([
      '1:1 unknown-format Cannot read this file as JSON Resume, expected `basics` or `work` at its top',
    ]);
  });

  it('as a CV without a name', async () => {
    const { markdown, source } = await importText('{"work": [{"name": "Acme"}]}', 'r.json');
    expect(markdown).toContain('name: Your Name');
    expect(messagesOf(source)).toEqual(['1:1 unnamed-import Cannot find whose CV this is']);
  });
});

describe('hostile files stay data', () => {
  it('YAML whose aliases multiply', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level += 1)
      lines.push(
        `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    const { markdown, source } = await importText(`cv: {name: Ada}\n${lines.join('\n')}\n`, 'bomb.yaml');
    expect(markdown).toBeUndefined();
    expect(messagesOf(source)[0]).toContain(
      'yaml-syntax Cannot read this YAML: its aliases make too much of it',
    );
  });

  it('keys of prototypes and merge keys', async () => {
    const json =
      '{"basics": {"name": "Ada", "__proto__": {"polluted": "yes"}, "constructor": {"prototype": {"bad": "x"}}}, "meta": {"__proto__": "m", "ok": "1"}}';
    const { markdown } = await importText(json, 'proto.json');
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect(markdown).toContain('**Proto / Polluted:** yes');
    const yaml = await importText('base: &base {name: Eve}\ncv:\n  <<: *base\n  name: Ada\n', 'merge.yaml');
    expect(yaml.markdown).toContain('name: Ada');
    expect(yaml.markdown).toContain('Eve');
  });

  const texts = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '{% include secret %} {{ site.x }}',
    'Lead {.private}',
    '[Lead]{.private}',
    '[Lead]{.optional} - {#id key=value}',
    '--- ',
    'a | b | 2019 – 2021',
    ': definition',
    '::: publications',
    '`r system("id")`',
    '\\input{/etc/passwd}',
    '$x^2$ and `\\LaTeX`{=latex}',
    '<!-- hidden',
    '[@key] [^1] ~~gone~~',
    '![x](/etc/passwd)',
    '# Heading',
    '1. one',
    '&lt;b&gt; &amp;',
    '📍 Berlin',
    '**Label:** x',
    'https://example.org/a_b_c',
    'x@y.example',
    '\u202Eevil\u0000\uFFFE',
    '2019',
    '}]{.x}',
  ];

  test.each(texts)('%j comes out as it is, wherever it stands', async (text) => {
    const resume = {
      basics: { name: 'Ada', label: text, summary: text, phone: text },
      work: [
        {
          name: text,
          position: text,
          location: text,
          startDate: '2019',
          summary: text,
          highlights: [text, text],
        },
      ],
      education: [{ institution: text, studyType: text, area: text, score: text }],
      skills: [{ name: text, keywords: [text, text], level: text }],
      interests: [{ name: text }],
      references: [{ name: text, reference: text }],
      odd: text,
    };
    const imported = await importText(JSON.stringify(resume), 'r.json');
    const { cv, frontMatter, vfile } = await readImported(imported);
    expect(vfile.messages.filter((message) => severityOf(message) === 'error')).toEqual([]);
    expect(messagesOf(vfile).filter((message) => /stripped|attribute|raw|html|block/.test(message))).toEqual(
      [],
    );
    const words = lettersOf(wordsOfCv([cv, frontMatter]));
    const expected = lettersOf(text.replace(/[\0\uFFFE]/g, ''));
    const count = words.split(expected).length - 1;
    if (expected !== '') expect(count).toBeGreaterThanOrEqual(15);
    expect(JSON.stringify(cv)).not.toMatch(/"classes":\["(?!field)/);
    expect(cv.sections.map(({ blocks }) => blocks.length)).toEqual([
      1,
      1,
      expect.any(Number),
      1,
      expect.any(Number),
      1,
    ]);
  });

  it('addresses that run code or reach files are no links', async () => {
    for (const url of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      ' javascript:x',
    ]) {
      const text = JSON.stringify({
        basics: {
          name: 'Ada',
          url,
          summary: `[x](${url.trim()})`,
          profiles: [{ network: 'Evil', username: 'e', url }],
        },
        certificates: [{ name: 'C', url }],
      });
      const { cv } = await readImported(await importText(text, 'r.json'));
      expect(JSON.stringify(cv, (key, value) => (key === 'url' ? `URL ${value}` : value))).not.toMatch(
        /URL \s*(?:javascript|data|file):/i,
      );
    }
  });

  it('no text breaks the front matter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (name, label) => {
        const text = JSON.stringify({
          basics: { name: `A${name}`, label, location: { city: label, address: name } },
        });
        const { cv, vfile } = await readImported(await importText(text, 'r.json'));
        expect(messagesOf(vfile).filter((message) => /front-matter|yaml|unknown-key/.test(message))).toEqual(
          [],
        );
        expect(cv.person.name?.text.startsWith('A')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
