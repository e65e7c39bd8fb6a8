/** mdcv's own templates that a test goes through. */
import { spawnSync } from 'node:child_process';

/** contemporary came with moderncv 2.4: Debian 12 has an older one. */
const hasContemporary = spawnSync('kpsewhich', ['moderncvstylecontemporary.sty']).status === 0;

/** All that the TeX of this machine has the class for; fonts that it lacks have others stand in. */
export const templates: readonly string[] = [
  ...['academic', 'banking', 'casual', 'classic', 'fancy', 'oldstyle'],
  ...(hasContemporary ? ['contemporary'] : []),
];
