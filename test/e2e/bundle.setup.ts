import { execFileSync } from 'node:child_process';

/** The end-to-end tests run the compiled command line: it must be that of the sources under test. */
export default function setup(): void {
  execFileSync('npm', ['run', 'bundle', '--silent'], { stdio: 'inherit' });
}
