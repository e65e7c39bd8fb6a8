import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, createFolder, lacking, pdfText } from './mdcv.ts';
import { runStep, type Step } from './workflow-runner.ts';

const reason = lacking(['pdflatex', 'pdftotext']);

const cv = `---
name: Ada Lovelace
emial: ada@example.org
phone: +44 20 7946 0958
private: [phone]
template: classic
---

## Experience

### Analyst | Analytical Engines Ltd | London | 2019 – present
- Wrote the first published program.
`;

/** A repository with a CV in it. */
function createWorkspace(file = 'content/cv.md', text = cv): string {
  const workspace = join(createFolder(), 'work');
  mkdirSync(join(workspace, file, '..'), { recursive: true });
  writeFileSync(join(workspace, file), text);
  return workspace;
}

function build(workspace: string, inputs: Record<string, string>): Step {
  return runStep('build', workspace, inputs, { MDCV_PROGRAM: cli });
}

describe.skipIf(reason)('the action for GitHub’s workflows', () => {
  it('builds the whole CV and the public one, and tells of both', () => {
    const workspace = createWorkspace('my cv, new/content/cv.md');
    const step = build(workspace, { 'working-directory': 'my cv, new', public: 'true' });
    expect(step).toMatchObject({
      exitCode: 0,
      outputs: { pdf: 'my cv, new/out/cv.pdf', 'public-pdf': 'my cv, new/out/cv-public.pdf', pages: '1' },
    });
    expect(pdfText(join(workspace, step.outputs.pdf ?? ''))).toContain('7946');
    expect(pdfText(join(workspace, step.outputs['public-pdf'] ?? ''))).not.toContain('7946');
    const [whole, ofPublic] = step.commands.filter(({ properties }) =>
      properties.title?.startsWith('unknown-key'),
    );
    expect(whole).toEqual({
      name: 'warning',
      properties: { file: 'my cv, new/content/cv.md', line: '3', col: '1', title: 'unknown-key' },
      text: 'Cannot use `emial` of the front matter, mdcv does not know this key\nDid you mean `email`?',
    });
    expect(ofPublic?.properties.title).toBe('unknown-key (public CV)');
    expect(step.summary).toContain(
      '| <code>my cv&#44; new&#47;out&#47;cv&#46;pdf</code> | whole | 1 | classic |',
    );
    expect(step.summary).toContain('Did you mean &#96;email&#96;&#63; |');
    // Where TeX is there, nothing was fetched that is worth keeping.
    expect(step.outputs['cache-key']).toBe('');
  });

  it('builds nothing but the public CV where it is told so, and fails on warnings where they matter', () => {
    const workspace = createWorkspace();
    const step = build(workspace, { public: 'only', strict: 'true', output: 'site' });
    expect(step).toMatchObject({ exitCode: 1, outputs: { pdf: '', 'public-pdf': 'site/cv-public.pdf' } });
    expect(readdirSync(join(workspace, 'site'))).toEqual(['cv-public.pdf', 'cv-public.tex']);
  });

  it('builds the variants that it is told, a public one each as well', () => {
    const variants = 'variants: { short: {}, long: { tags: [long] } }\ntemplate: classic';
    const text = `${cv.replace('template: classic', variants)}- Taught the engine to weave. {.long}\n`;
    const workspace = createWorkspace('content/cv.md', text);
    const step = build(workspace, { variant: 'all', public: 'true' });
    expect(step).toMatchObject({
      exitCode: 0,
      outputs: {
        pdf: 'out/cv-short.pdf\nout/cv-long.pdf',
        'public-pdf': 'out/cv-short-public.pdf\nout/cv-long-public.pdf',
      },
    });
    const textOf = (pdf: string): string => pdfText(join(workspace, 'out', pdf));
    expect(textOf('cv-long.pdf')).toContain('weave');
    expect(textOf('cv-short.pdf')).not.toContain('weave');
    expect(build(workspace, { variant: 'lnog' }).commands).toMatchObject([
      { name: 'error', properties: { title: 'unknown-variant' } },
    ]);
  });

  it('takes a name for a name, whatever it looks like', () => {
    const name = '$(touch hacked)`touch hacked`;\n::error::no,\npdf=x.md';
    const workspace = createWorkspace(name);
    const { exitCode, outputs, commands, summary } = build(workspace, { file: name });
    expect({ exitCode, pdf: outputs.pdf }).toEqual({
      exitCode: 0,
      pdf: 'out/$(touch hacked)`touch hacked`;\n::error::no,\npdf=x.pdf',
    });
    expect(Object.keys(outputs)).toEqual(['pdf', 'public-pdf', 'pages', 'cache-key']);
    expect(commands.map((command) => command.name)).not.toContain('error');
    expect(commands[0]?.properties.file).toBe(name);
    expect(summary.split('\n').filter((line) => line && !/^(\||##)/.test(line))).toEqual([]);
    expect(existsSync(join(workspace, 'hacked'))).toBe(false);
  });

  it('takes no option from a name, and no command from a CV', () => {
    const text = cv.replace('emial:', '"::stop-commands::x\\n::add-mask::Ada\\n::error::":');
    const workspace = createWorkspace('--public', text);
    const step = build(workspace, { file: '--public' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { pdf: 'out/--public.pdf' } });
    expect(new Set(step.commands.map(({ name }) => name))).toEqual(new Set(['warning']));
    expect(step.commands[0]?.text).toContain('\n::add-mask::Ada\n');
  });

  it('shows an error at its line, and gives out no PDF', () => {
    const workspace = createWorkspace('content/cv.md', cv.replace('template: classic', 'raw: latex'));
    writeFileSync(join(workspace, 'content/cv.md'), '\n```{=latex}\n\\undefined\n```\n', { flag: 'a' });
    const step = build(workspace, {});
    expect(step).toMatchObject({ exitCode: 1, outputs: { pdf: '', pages: '' } });
    expect(step.commands.find(({ name }) => name === 'error')).toMatchObject({
      properties: { file: 'content/cv.md', title: 'tex-error', line: '15' },
    });
    expect(step.summary).toContain('| **no PDF** | whole |');
  });

  it('says what is wrong with what it was given', () => {
    const workspace = createWorkspace();
    expect(build(workspace, { file: 'none.md' })).toMatchObject({
      exitCode: 2,
      commands: [{ name: 'error', properties: { title: 'missing-file', file: 'none.md' } }],
    });
    expect(build(workspace, { template: 'clasic' }).commands).toMatchObject([
      { name: 'error', properties: { title: 'unknown-template' } },
    ]);
    const mistakes: [Record<string, string>, string][] = [
      [{ public: 'yes' }, 'Cannot use `public: yes`, expected one of false, true, only'],
      [{ strict: '1' }, 'Cannot use `strict: 1`, expected one of false, true'],
      [
        { 'working-directory': '../other' },
        'Cannot use `working-directory: ../other`, expected a folder of the repository',
      ],
      [{ version: 'https://example.org/mdcv.tgz' }, 'Cannot use `version: https://example.org/mdcv.tgz`'],
      [{ version: '--registry=x' }, 'Cannot use `version: --registry=x`'],
      [{ version: '1\n::error::x' }, 'Cannot use `version: 1\n::error::x`'],
    ];
    for (const [inputs, reason] of mistakes) {
      const step = runStep('prepare', workspace, inputs);
      expect(step).toMatchObject({ exitCode: 2, outputs: {}, commands: [{ name: 'error' }] });
      expect(step.commands[0]?.text).toContain(reason);
    }
  });
});
