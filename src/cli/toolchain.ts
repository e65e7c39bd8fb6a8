import { nearestName } from '../nearest-name.ts';
import { MdcvError } from '../problem.ts';
import { buildImage } from '../toolchain/docker/build-image.ts';
import { debianReleases } from '../toolchain/docker/container-image.ts';
import { printLine, printNote } from './print.ts';
import { createProgress } from './progress.ts';
import { abortOnSignals } from './signals.ts';

export interface ImageFlags {
  release: string;
  base?: string;
  tag?: string;
  network?: string;
}

/** `mdcv toolchain build-image`: builds the image that `--toolchain docker` runs TeX in. */
export async function runBuildImage({ release, ...flags }: ImageFlags): Promise<number> {
  const known = debianReleases.find((name) => name === release);
  if (!known) {
    const nearest = nearestName(release, debianReleases);
    throw new MdcvError(
      'bad-argument',
      `Cannot use the release \`${release}\`, expected one of ${debianReleases.join(', ')}`,
      { ...(nearest && { hint: `Did you mean \`${nearest}\`?` }) },
    );
  }
  const signals = abortOnSignals();
  const progress = createProgress();
  try {
    const { name, base, client } = await buildImage({
      ...flags,
      release: known,
      signal: signals.signal,
      onProgress: ({ step, detail }) => progress.show({ stage: 'toolchain', step, detail }),
    });
    progress.stop();
    printLine(`${name} · ${client} · on ${base} · mdcv build --toolchain docker`);
    if (flags.tag) printNote(`Use it by MDCV_IMAGE=${name}.`);
    return 0;
  } finally {
    progress.stop();
    signals.release();
  }
}
