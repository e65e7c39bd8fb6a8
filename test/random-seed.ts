/** `FUZZ_SEED` has properties try the same values each time: what random ones find does not turn somebody else's change red. */
import fc from 'fast-check';

const { FUZZ_SEED } = process.env;
if (FUZZ_SEED) fc.configureGlobal({ seed: Number(FUZZ_SEED) });
