import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseToolchain, type ToolchainChoice } from '../../src/toolchain/choose-toolchain.ts';
import { diagnose, type TemplateNeeds } from '../../src/toolchain/diagnose.ts';
import { keepFacts } from '../../src/toolchain/docker/image-facts.ts';

// A small TeX of shell scripts that has moderncv.cls and no network to fetch another; test/e2e has the real ones.
let folder: string;
let env: NodeJS.ProcessEnv;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mdcv-choose-'));
  env = { PATH: folder, MDCV_CACHE: path.join(folder, 'cache'), HOME: folder };
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function install(name: string, script: string): Promise<void> {
  const file = path.join(folder, name);
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
}

async function installTex(...engines: string[]): Promise<void> {
  for (const engine of engines) await install(engine, '# (TeX Live 2022/Debian)\nexit 0');
  const answer = 'for name; do case $name in moderncv.cls|a.sty) echo /texmf/$name;; esac; done';
  await install('kpsewhich', `echo /texmf\n${answer}`);
}

function choose(more: Partial<ToolchainChoice>): ReturnType<typeof chooseToolchain> {
  const choice = { wish: 'auto', engine: 'pdflatex', files: ['moderncv.cls'], mayProvision: true } as const;
  return chooseToolchain({ ...choice, env, ...more });
}

describe('the choice', () => {
  test.each(['auto', 'local'] as const)('%s takes a local TeX that has everything', async (wish) => {
    await installTex('pdflatex');
    expect((await choose({ wish })).kind).toBe('local');
  });

  test.each(['auto', 'local'] as const)(
    '%s names what a local TeX lacks, where no other can be had',
    async (wish) => {
      await installTex('pdflatex');
      await expect(
        choose({ wish, engine: 'lualatex', files: ['moderncv.cls', 'enumitem.sty'] }),
      ).rejects.toMatchObject({
        code: 'missing-tex-files',
        message: `Cannot set this document with TeX Live 2022/Debian, ${folder}: it lacks \`lualatex\`, \`luaotfload.sty\`, \`enumitem.sty\``,
        hint:
          'Install what is missing: on Debian and Ubuntu `sudo apt-get install texlive-luatex texlive-latex-extra`; ' +
          'with TeX Live’s own manager `tlmgr install luahbtex luaotfload enumitem`.',
      });
    },
  );

  test.each(['auto', 'local'] as const)('%s without any TeX says what to install', async (wish) => {
    await expect(choose({ wish })).rejects.toMatchObject({
      code: 'no-tex',
      message: 'Cannot find TeX on this machine, expected `pdflatex` and `kpsewhich` on the PATH',
    });
  });

  test.each(['auto', 'local'] as const)('%s does not take a local TeX that cannot be asked', async (wish) => {
    await installTex('pdflatex');
    await install('kpsewhich', 'exit 1');
    await expect(choose({ wish })).rejects.toMatchObject({ code: 'kpsewhich-failed' });
  });

  test('local does not even look for another', async () => {
    const [auto, local] = await Promise.all(
      (['auto', 'local'] as const).map((wish) =>
        choose({ wish }).catch((error) => error.cause?.code ?? 'none'),
      ),
    );
    expect({ auto, local }).toEqual({ auto: 'unsupported-system', local: 'none' });
  });

  test('a managed TeX cannot be made without apt', async () => {
    await installTex('pdflatex');
    await expect(choose({ wish: 'managed' })).rejects.toMatchObject({ code: 'unsupported-system' });
    await expect(choose({ wish: 'managed', mayProvision: false })).rejects.toMatchObject({ code: 'no-tex' });
  });

  describe('of a file that no part of a managed TeX brings', () => {
    const files = ['moderncv.cls', 'fourier.sty'];
    const hint =
      'Install what is missing: on Debian and Ubuntu `sudo apt-get install texlive-fonts-extra`; ' +
      'with TeX Live’s own manager `tlmgr install fourier`.';
    beforeEach(async () => {
      // Whoever fetches something fails with another error.
      for (const name of ['apt-get', 'dpkg-deb', 'tar', 'bash']) await install(name, 'exit 1');
    });

    test('auto fetches nothing and says what the local TeX lacks', async () => {
      await installTex('pdflatex');
      await expect(choose({ files })).rejects.toMatchObject({
        code: 'missing-tex-files',
        message: `Cannot set this document with TeX Live 2022/Debian, ${folder}: it lacks \`fourier.sty\``,
        hint: `${hint} mdcv’s own TeX does not bring that here.`,
      });
    });

    test('auto without any TeX says what to install', async () => {
      await expect(choose({ files })).rejects.toMatchObject({
        code: 'missing-tex-files',
        message: 'Cannot set this document with mdcv’s own TeX: it lacks `fourier.sty`',
        hint: expect.stringMatching(/^Install what is missing: (?!.*Install).* mdcv’s own TeX does not/),
      });
    });

    test('managed says so', async () => {
      await expect(choose({ wish: 'managed', files })).rejects.toMatchObject({
        code: 'missing-tex-files',
        hint: `No part of mdcv’s own TeX brings that here. Use a TeX of this machine instead. ${hint}`,
      });
    });

    test.each([
      [['fourier.sty'], ['sudo apt-get install texlive-fonts-extra']],
      [['moderncv.cls'], ['mdcv build', 'sudo apt-get install texlive-latex-base texlive-latex-extra']],
    ])('the doctor says what mends %j', async (requires, mend) => {
      if (requires[0] === 'fourier.sty') await installTex('pdflatex');
      const needs = { name: 'mine', class: 'moderncv', requires, wants: [], engines: ['pdflatex'] } as const;
      expect((await diagnose([needs], env)).mend).toEqual(mend);
    });
  });

  test('a container is taken where neither can serve, but what keeps it from that is not told', async () => {
    await installTex('pdflatex');
    await install('docker', 'echo Cannot connect to the Docker daemon at unix:///x. >&2; exit 1');
    await expect(choose({ engine: 'lualatex' })).rejects.toMatchObject({ code: 'missing-tex-files' });
    // What a client says is real in test/e2e/docker.test.ts; here it says that there is an image, which was asked before.
    const id = 'a'.repeat(64);
    await install('docker', `[ "$1 $2" = "image inspect" ] && echo sha256:${id}`);
    const image = { client: { name: 'docker', command: '', env: {} }, name: 'mine', id } as const;
    const files = {
      'luaotfload.sty': '/texmf/luaotfload.sty',
      'moderncv.cls': '/texmf/moderncv.cls',
      'none.sty': null,
    };
    keepFacts(image, { release: 'TeX Live 2024/Debian', programs: ['lualatex', 'kpsewhich'], files }, env);
    const chosen = await choose({ engine: 'lualatex' });
    expect(chosen.kind).toBe('docker');
    expect(chosen.description).toMatch(
      /^TeX Live 2024\/Debian, docker image mdcv-tex:bookworm-\w{12} \(a{12}\)$/,
    );
    await expect(choose({ wish: 'docker', files: ['none.sty'], engine: 'lualatex' })).rejects.toMatchObject({
      code: 'missing-tex-files',
      hint: expect.stringContaining('MDCV_IMAGE'),
    });
    expect((await choose({})).kind).toBe('local');
  });
});

describe('the diagnosis', () => {
  const template = (name: string, more: Partial<TemplateNeeds>): TemplateNeeds => ({
    name,
    class: 'moderncv',
    requires: [],
    wants: [],
    engines: ['pdflatex'],
    ...more,
  });
  const garamond = { file: 'EBGaramond.tfm', otherwise: 'Latin Modern', package: 'texlive-fonts-extra' };

  test('of nothing at all', async () => {
    const { node, ...rest } = await diagnose([template('classic', { wants: [garamond] })], env);
    expect(node).toEqual({ version: process.versions.node, supported: true });
    expect(rest).toEqual({
      local: undefined,
      managed: { state: 'none', components: [], bytes: 0 },
      fetching: {
        possible: false,
        reason: 'Cannot fetch TeX here: there is no `apt-get`, expected Debian or Ubuntu with apt',
      },
      docker: { state: 'none', engines: [] },
      templates: [{ name: 'classic', settable: [], missing: ['pdflatex', 'moderncv.cls'], fallbacks: [] }],
      mend: ['tlmgr install latex-bin moderncv'],
    });
  });

  test('of a TeX that can set some templates, on a system that can fetch one', async () => {
    await installTex('pdflatex', 'xelatex');
    for (const name of ['apt-get', 'dpkg-deb', 'tar', 'bash']) await install(name, 'exit 1');
    await install('docker', 'echo "Error: No such image: $5"; exit 1');
    const diagnosis = await diagnose(
      [
        template('classic', { requires: ['a.sty'], wants: [garamond, { ...garamond, file: 'a.sty' }] }),
        template('modern', { requires: ['titlesec.sty'], engines: ['lualatex', 'pdflatex'] }),
      ],
      env,
    );
    expect(diagnosis.local).toEqual({
      description: `TeX Live 2022/Debian, ${folder}`,
      engines: ['pdflatex', 'xelatex'],
      problem: undefined,
    });
    expect(diagnosis.docker).toMatchObject({ state: 'unusable', problem: { code: 'no-container-image' } });
    expect(diagnosis.templates).toEqual([
      { name: 'classic', settable: ['local'], missing: [], fallbacks: [garamond] },
      {
        name: 'modern',
        settable: [],
        missing: ['lualatex', 'luaotfload.sty', 'titlesec.sty'],
        fallbacks: [],
      },
    ]);
    expect(diagnosis.mend).toEqual([
      'mdcv build',
      'mdcv toolchain build-image',
      'sudo apt-get install texlive-luatex texlive-latex-extra',
    ]);
  });

  test('of a TeX that does not start', async () => {
    await installTex('pdflatex');
    await install('pdflatex', 'echo cannot load library; exit 1');
    await install('docker', 'exit 1');
    const diagnosis = await diagnose([template('classic', {})], env);
    expect(diagnosis.local?.problem).toBe('cannot load library');
    expect(diagnosis.templates).toEqual([
      { name: 'classic', settable: [], missing: ['pdflatex', 'moderncv.cls'], fallbacks: [] },
    ]);
    expect(diagnosis.docker).toMatchObject({ state: 'unusable', problem: { code: 'container-failed' } });
    await install('kpsewhich', 'exit 2');
    const unasked = await diagnose([template('classic', {})], env);
    expect(unasked.local?.problem).toContain('Cannot look up files with');
  });
});
