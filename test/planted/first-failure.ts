/** One failure is enough: nothing is shrunk. */
import fc from 'fast-check';

fc.configureGlobal({ endOnFailure: true });
