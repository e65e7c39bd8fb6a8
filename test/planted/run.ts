/**
 * Shows that the property tests can fail: plants one fault after the other and runs the tests that should find it, with the seed and the
 * number of documents that `.ci/run` has. `npm run faults`; with a part of a fault's
 * name, or of a test file's, only those.
 */
import { startVitest } from 'vitest/node';
import { type Fault, faults } from './faults.ts';
import { plant } from './plant.ts';

process.env.FUZZ_SEED = '1';
process.env.MDCV_REQUIRE_ALL = '1';
/** As in `.ci/run`. */
const runsOf = (file: string): string => (file.endsWith('latex') ? '1500' : '12000');

/** What failed, in one line; nothing where the fault was not found. */
async function findFault(fault: Fault, file: string): Promise<string | undefined> {
  process.env.FUZZ_RUNS = runsOf(file);
  let isPlanted = false;
  const plugin = plant(fault, () => {
    isPlanted = true;
  });
  const vitest = await startVitest(
    'test',
    [`test/fuzz/${file}.test.ts`],
    {
      watch: false,
      bail: 1,
      // Of its own: a project of the usual one would not see the plugin.
      config: false,
      include: ['test/fuzz/**/*.test.ts'],
      testTimeout: 600_000,
      hookTimeout: 120_000,
      reporters: [{}],
      setupFiles: ['test/planted/first-failure.ts'],
      retry: 0,
    },
    { plugins: [plugin] },
  );
  const failures = vitest.state
    .getTestModules()
    .flatMap((module) => [
      ...module.errors(),
      ...[...module.children.allTests('failed')].flatMap((test) => test.result().errors ?? []),
    ]);
  await vitest.close();
  // A test that fails is what is wanted here.
  process.exitCode = 0;
  if (!isPlanted) throw new Error(`${file} does not load ${fault.file}`);
  return failures[0] && rootOf(failures[0]);
}

/** What was seen, and not that it was seen. */
function rootOf({ message, cause }: { message: string; cause?: unknown }): string {
  return cause instanceof Object && 'message' in cause ? rootOf(cause as Error) : message;
}

const wanted = process.argv[2] ?? '';
const missed: string[] = [];
for (const fault of faults)
  for (const file of fault.foundBy) {
    const title = `${fault.name} · ${file}`;
    if (!title.includes(wanted)) continue;
    const start = Date.now();
    const found = await findFault(fault, file);
    if (found === undefined) missed.push(title);
    const said = found === undefined ? 'NOT FOUND' : `found: ${found.split('\n')[0]}`;
    console.log(`${title}, ${Math.round((Date.now() - start) / 1000)} s · ${said}`);
  }
if (missed.length > 0) {
  console.error(`${missed.length} faults were not found:\n${missed.join('\n')}`);
  process.exitCode = 1;
}
