#!/usr/bin/env node
import { join } from 'node:path';
import { loadBundle } from './load-bundle.ts';

/** Set by `src/bundling/bundle.ts`. */
declare const bundleName: string;

const { bundle } = loadBundle(join(__dirname, '..', bundleName));

void bundle.main().then(() => {
  // Taking down what Node has set up takes longer than leaving at once; but never before all is written.
  if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
});
