import { join } from 'node:path';
import { loadBundle, loadForDebugging } from './load-bundle.ts';

/** Set by `src/bundling/bundle.ts`. */
declare const bundleName: string;

const file = join(__dirname, '..', bundleName);
const bundle = process.env.MDCV_DEBUG ? loadForDebugging(file) : loadBundle(file).bundle;

void bundle.serveBuilds(JSON.parse(process.argv[2] ?? '{}'));
