/** What is known of an image: it never changes, so that it has to be asked once and for all. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../cache-folder.ts';
import { writePublished } from '../../publish-file.ts';
import type { TexProgram } from '../toolchain.ts';
import type { ContainerImage } from './container-image.ts';

export interface ImageFacts {
  /** `TeX Live 2022/Debian`. */
  release: string;
  programs: TexProgram[];
  /** Where files are in it, by name; null for one that it has not. */
  files: Record<string, string | null>;
}

/** Goes up when what an older mdcv has kept can no longer be read. */
const layout = 1;

function placeOf({ client, id }: ContainerImage, env: NodeJS.ProcessEnv): string {
  const key = createHash('sha256').update(`${layout} ${client.name} ${id}`).digest('hex').slice(0, 24);
  return join(cacheFolder(env), 'images', `${key}.json`);
}

/** Nothing where nobody has asked yet. */
export function recallFacts(image: ContainerImage, env: NodeJS.ProcessEnv): ImageFacts | undefined {
  try {
    const { release, programs, files }: Partial<ImageFacts> = JSON.parse(
      readFileSync(placeOf(image, env), 'utf8'),
    );
    return release && programs && files ? { release, programs, files } : undefined;
  } catch {
    // Not there yet, or not whole: the image will be asked.
    return undefined;
  }
}

export function keepFacts(image: ContainerImage, facts: ImageFacts, env: NodeJS.ProcessEnv): void {
  try {
    writePublished(placeOf(image, env), JSON.stringify(facts));
  } catch {
    // A cache folder that cannot be written to costs time, and nothing else.
  }
}
