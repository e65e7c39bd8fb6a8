import type { OnToolchainProgress } from '../toolchain.ts';

/** `Step 4/9 : RUN …` of docker's old builder, `#7 [2/4] RUN …` of its new one, `STEP 4/9: RUN …` of podman. */
const stepLine = /^(?:step (\d+)\/(\d+) ?:|#\d+ \[(?:\S+ )?(\d+)\/(\d+)\])/i;

/** What apt and dpkg are doing; the new builder puts `#7 12.34 ` before it. */
const workLine = /^(?:#\d+ [\d.]+ )?((?:Get:\d+|Unpacking|Setting up|Building format|Running updmap)\S* ?.*)/;

/**
 * Tells how a build of an image gets on.
 * @returns takes the client's output as it comes
 */
export function readBuildOutput(onProgress: OnToolchainProgress): (text: string) => void {
  let rest = '';
  let step = 'Building the image';
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [, number, of, newNumber, newOf] = stepLine.exec(line) ?? [];
      const [at, all] = [number ?? newNumber, of ?? newOf];
      if (at && all) {
        step = `Building the image, step ${at} of ${all}`;
        onProgress({ step, detail: '', fraction: (Number(at) - 1) / Number(all) });
      }
      const work = workLine.exec(line)?.[1];
      if (work) onProgress({ step, detail: toDetail(work) });
    }
  };
}

/** `Get:37 http://deb.debian.org/debian bookworm/main amd64 lmodern all 2.005-1 [9480 kB]` is `downloading lmodern`. */
function toDetail(work: string): string {
  const [, name] = /^Get:\d+ \S+ \S+ \S+ (\S+)/.exec(work) ?? [];
  if (name) return `downloading ${name}`;
  const [, verb = '', what = ''] = /^(Unpacking|Setting up) (\S+)/.exec(work) ?? [];
  return verb ? `${verb.toLowerCase()} ${what}` : work.replace(/\.+ *$/, '').toLowerCase();
}
