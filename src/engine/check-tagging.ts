import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { addProblem } from '../problem.ts';
import { firstRelease, hasSince } from '../toolchain/tex-live-releases.ts';

/**
 * Says what the profile `accessible` cannot do with the TeX at hand.
 * @param release as `Toolchain.description` has it: `TeX Live 2022/Debian, /usr/bin`
 * @param place of the front matter's `profile:`, if it asked
 */
export function checkTagging(release: string, place: Position | undefined, vfile: VFile): void {
  const name = release.split(',')[0] as string;
  if (!hasSince('tagging', release))
    addProblem(vfile, 'no-tags', {
      reason: `Cannot tag the PDF with ${name}, expected TeX Live ${firstRelease.tagging} or later`,
      note: 'It has its language, its title, an outline and the letters of every glyph all the same.',
      place,
    });
  else
    addProblem(vfile, 'partial-tags', {
      reason: `The PDF is tagged by the code of ${name} that is still on trial: what it does not know, such as the head of an entry, is a paragraph`,
      note: 'The PDF does not claim to be PDF/UA. Try it with the screen reader that it is for.',
      place,
    });
}
