/** Builds with TeX in a real container. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLocalToolchain } from '../../src/toolchain/local-toolchain.ts';
import {
  client,
  containersOf,
  findTestImage,
  start,
  startRegistry,
  untilGone,
  untilUp,
} from './containers.ts';
import { createSetting } from './managed-setting.ts';
import { buildJson, cli, createFolder, createProject, lacking, mdcv, pdfText, skipFor } from './mdcv.ts';

const { image, reason } = await findTestImage();
const front = 'name: Ada Byron\ntemplate: academic\n';
const cv = (text: string, head = ''): string => `---\n${front}${head}---\n\n## Work\n\n${text}\n`;
const endless = cv('```{=latex}\n\\loop\\iftrue\\repeat\n```', 'raw: latex\n');

function createCv(text: string): string {
  const folder = createFolder();
  writeFileSync(join(folder, 'cv.md'), text);
  return folder;
}

/** The pixels of all pages. */
function raster(pdf: string): Buffer {
  return execFileSync('pdftoppm', ['-r', '80', pdf], { maxBuffer: 256 * 1024 * 1024 });
}

describe.skipIf(reason)(`TeX in a container${reason ? ` (skipped: ${reason})` : ''}`, () => {
  const there = image as NonNullable<typeof image>;

  describe('beside the TeX of this machine', () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'mdcv-same-'));
      cpSync(join(import.meta.dirname, '../../content'), join(folder, 'content'), { recursive: true });
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it.for([
      ['academic', 'pdflatex'],
      ['classic', 'xelatex'],
      ['banking', 'lualatex'],
    ] as const)('sets the same page: %s, %s', async ([template, engine], { skip }) => {
      const local = await findLocalToolchain();
      const doctor = JSON.parse(mdcv(folder, ['doctor', '--json']).stdout);
      expect(doctor.docker).toMatchObject({ state: 'ready', engines: expect.arrayContaining([engine]) });
      const release = /^[^,]*/.exec(doctor.docker.description)?.[0] ?? '';
      if (!local?.description.startsWith(release)) return skip(skipFor(`this machine has no ${release}`));
      const build = (kind: string) =>
        buildJson(folder, ['-t', template, '--engine', engine, '--toolchain', kind, '-o', `${kind}.pdf`]);
      const inside = build('docker');
      const outside = build('local');
      expect(inside).toMatchObject({ toolchain: 'docker', pdf: 'docker.pdf', pages: outside.pages });
      // pdfTeX begins its own warnings with the command that it was started by.
      expect(JSON.stringify(inside.messages)).toBe(
        JSON.stringify(outside.messages).replaceAll(/\/\S+\/(?=pdflatex)/g, ''),
      );
      const [one, two] = [join(folder, 'docker.pdf'), join(folder, 'local.pdf')];
      expect(pdfText(one)).toBe(pdfText(two));
      expect(raster(one).equals(raster(two))).toBe(true);
    });
  });

  it('is chosen where neither a local nor a managed TeX can serve, and files belong to the user', async () => {
    const setting = await createSetting();
    rmSync(join(setting.folder, 'bin/apt-get'));
    rmSync(join(setting.folder, 'bin', there.client.name), { force: true });
    symlinkSync(there.client.command, join(setting.folder, 'bin', there.client.name));
    const folder = createCv(cv('Here'));
    const build = buildJson(folder, ['cv.md', '--keep'], setting.env);
    expect(build).toMatchObject({ toolchain: 'docker', pages: 1 });
    for (const name of ['cv.pdf', 'cv.build/cv.log', 'cv.build/cv.aux'])
      expect(statSync(join(folder, 'out', name)).uid).toBe(process.getuid?.());
    await setting.remove();
  });

  it('is where a CV that is not trusted is set, though this machine has a TeX', () => {
    const folder = createCv(cv('Here'));
    expect(buildJson(folder, ['cv.md', '--untrusted'])).toMatchObject({ toolchain: 'docker', pages: 1 });
    writeFileSync(join(folder, 'cv.md'), endless);
    expect(buildJson(folder, ['cv.md', '--untrusted'])).toMatchObject({
      pdf: null,
      messages: [{ code: 'untrusted-content' }],
    });
    expect(pdfText(join(folder, 'out/cv.pdf'))).toContain('Here');
  });

  const noOther = process.getuid?.() === 0 ? undefined : skipFor('needs root, to be somebody else');
  it.skipIf(noOther)(
    'works for a user who is not root, whose files they are; or says that the socket is denied',
    () => {
      const folder = createCv(cv('Mine'));
      const tmp = join(folder, 'tmp');
      mkdirSync(tmp);
      // Of the clients only the one that is asked about.
      const bin = join(folder, 'bin');
      mkdirSync(bin);
      symlinkSync(there.client.command, join(bin, there.client.name));
      for (const path of [folder, tmp, bin]) {
        chmodSync(path, 0o755);
        chownSync(path, 65_534, 65_534);
      }
      const socket = (process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock').replace('unix://', '');
      const as = (gid: number) =>
        spawnSync(process.execPath, [cli, 'build', 'cv.md', '--toolchain', 'docker', '--keep'], {
          cwd: folder,
          uid: 65_534,
          gid,
          encoding: 'utf8',
          env: { ...process.env, PATH: bin, HOME: folder, TMPDIR: tmp, MDCV_CACHE: join(folder, 'cache') },
        });
      expect(as(65_534).stderr).toContain('error container-denied');
      const run = as(statSync(socket).gid);
      expect(run.stdout).toContain('pdflatex (docker)');
      for (const name of ['cv.pdf', 'cv.build/cv.log'])
        expect(statSync(join(folder, 'out', name)).uid).toBe(65_534);
    },
  );

  it('takes paths with spaces, commas, accents and symbolic links', () => {
    const folder = createFolder();
    const odd = join(folder, 'wörk, "a": b');
    mkdirSync(join(odd, '履歴 tmp'), { recursive: true });
    symlinkSync(join(odd, '履歴 tmp'), join(folder, 'link'));
    symlinkSync(odd, join(folder, 'project'));
    const project = createProject();
    execFileSync('cp', ['-r', join(project, 'content'), odd]);
    const env = { TMPDIR: join(folder, 'link') };
    const build = buildJson(join(folder, 'project'), ['-t', 'classic', '--toolchain', 'docker'], env);
    expect(build).toMatchObject({ toolchain: 'docker', pages: expect.any(Number) });
    expect(pdfText(join(odd, 'out/cv.pdf')).length).toBeGreaterThan(500);
    const direct = buildJson(odd, ['-t', 'classic', '--toolchain', 'docker'], {
      TMPDIR: join(odd, '履歴 tmp'),
    });
    expect(direct.pages).toBe(build.pages);
  });

  it('sets many CVs, two at a time', async () => {
    const folder = createFolder();
    const names = ['Ada', 'Bo', 'Cy', 'Di', 'Ed'];
    for (const name of names) writeFileSync(join(folder, `${name}.md`), cv(`The work of ${name}.`));
    const run = start(['build', '*.md', '--jobs', '2', '--json'], folder);
    expect(await run.ended).toBe(0);
    const lines = run
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(lines.map((line) => JSON.parse(line).toolchain)).toEqual(names.map(() => 'docker'));
    for (const name of names)
      expect(pdfText(join(folder, 'out', `${name}.pdf`))).toContain(`The work of ${name}.`);
    const mounts = client(
      there,
      'ps',
      '--all',
      '--no-trunc',
      '--filter',
      'label=mdcv',
      '--format',
      '{{.Mounts}}',
    );
    expect(mounts).not.toContain(folder);
    expect(run.leftovers()).toEqual([]);
  });

  it('ends at the time limit with the line that TeX was at, and leaves nothing behind', async () => {
    const folder = createCv(endless);
    const run = start(['build', 'cv.md', '--timeout', '12'], folder);
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/^cv\.md:10:1 error tex-timeout/);
    expect(containersOf(there, run.child.pid)).toEqual([]);
    expect(run.leftovers()).toEqual([]);
  });

  it('ends at the time limit even where nothing in the container reacts', async () => {
    const run = start(['build', 'cv.md', '--timeout', '4'], createCv(endless));
    const name = await untilUp(there, run);
    await delay(1000);
    client(there, 'pause', name);
    expect(await run.ended).not.toBe(0);
    await untilGone(there, run);
    expect(run.leftovers()).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing behind after %s', async (signal) => {
    const run = start(['build', 'cv.md'], createCv(endless));
    await untilUp(there, run);
    await delay(500);
    run.child.kill(signal);
    expect(await run.ended).toBe(130);
    expect(containersOf(there, run.child.pid)).toEqual([]);
    expect(run.leftovers()).toEqual([]);
  });

  it('says so when its container is taken away', async () => {
    const run = start(['build', 'cv.md'], createCv(endless));
    const name = await untilUp(there, run);
    await delay(1500);
    client(there, 'rm', '--force', name);
    expect(await run.ended).toBe(2);
    expect(run.output()).toContain('error container-failed Cannot run TeX, its container has ended');
    expect(run.leftovers()).toEqual([]);
  });

  /** A PATH on which no podman answers in docker's place. */
  const onlyDocker = (): string => {
    const folder = createFolder();
    symlinkSync(there.client.command, join(folder, 'docker'));
    return folder;
  };
  it.each([
    ['no client', 'no-container-client', () => ({ PATH: createFolder() })] as const,
    // podman needs no daemon.
    ...(image?.client.name === 'podman'
      ? []
      : [
          [
            'no daemon',
            'no-container-daemon',
            () => ({ PATH: onlyDocker(), DOCKER_HOST: 'unix:///nowhere.sock' }),
          ] as const,
        ]),
    ['no image', 'no-container-image', () => ({ MDCV_IMAGE: 'mdcv-none:1' })] as const,
  ])('with %s says what to do', (_what, code, env) => {
    const { exitCode, stderr } = mdcv(createCv(cv('x')), ['build', 'cv.md', '--toolchain', 'docker'], env());
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(new RegExp(`^error ${code} Cannot .+\n {2}\\S.+`));
    expect(stderr).not.toContain('at ');
  });

  const noRegistry = lacking(['docker-registry']);
  it.skipIf(noRegistry)(
    `pins the base by the digest that a registry gives${noRegistry ? ` (skipped: ${noRegistry})` : ''}`,
    async ({ skip }) => {
      const release = /mdcv-tex:(\w+)-/.exec(there.name)?.[1];
      const local = `debian:${release}-slim`;
      if (!release || !client(there, 'image', 'ls', '--quiet', local)) return skip(skipFor(`needs ${local}`));
      const registry = await startRegistry();
      const [base, tag] = [`${registry}/mdcv-debian:12`, `mdcv-pinned:${process.pid}`];
      try {
        client(there, 'tag', local, base);
        client(there, 'push', base);
        client(there, 'rmi', base);
        const args = [
          'toolchain',
          'build-image',
          '--release',
          release,
          '--base',
          base,
          '--tag',
          tag,
          '--network',
          'host',
        ];
        const { exitCode, stdout } = mdcv(createFolder(), args);
        const pinned = new RegExp(`${registry}/mdcv-debian@sha256:[0-9a-f]{64}`).exec(stdout)?.[0];
        expect({ exitCode, pinned }).toEqual({ exitCode: 0, pinned: expect.any(String) });
        const label = '{{index .Config.Labels "org.opencontainers.image.base.name"}}';
        expect(client(there, 'image', 'inspect', '--format', label, tag).trim()).toBe(pinned);
      } finally {
        client(there, 'rmi', '--force', tag, base);
      }
    },
  );

  it('with an image that has no TeX says so', ({ skip }) => {
    const base = client(there, 'image', 'ls', '--quiet', 'debian').split('\n')[0];
    if (!base) return skip(skipFor('needs an image debian'));
    const run = mdcv(createCv(cv('x')), ['build', 'cv.md', '--toolchain', 'docker'], { MDCV_IMAGE: base });
    return expect(run.stderr).toMatch(/^error no-container-image .*there is none in it/);
  });
});
