#!/usr/bin/env node
import { join } from 'node:path';
import { loadBundle, loadForDebugging } from './load-bundle.ts';

/** Set by `src/bundling/bundle.ts`. */
declare const bundleName: string;

const file = join(__dirname, '..', bundleName);
const bundle = process.env.MDCV_DEBUG ? loadForDebugging(file) : loadBundle(file).bundle;

void bundle.main().then(() => {
  // Taking down what Node has set up takes longer than leaving at once; but never before all is written.
  if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
});
