import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { loadBundle, loadForDebugging } from './load-bundle.ts';

/** Set by `src/bundling/bundle.ts`. */
declare const bundleName: string;

const file = join(__dirname, '..', bundleName);
const bundle = process.env.MDCV_DEBUG ? loadForDebugging(file) : loadBundle(file).bundle;

/**
 * A process that sets a hundred CVs still gains nothing from code that V8 optimises: measured on 80 CVs, a tenth of its own time goes into making it.
 * Later versions of V8 have another compiler in between and other flags.
 */
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=2000000');

void bundle.serveBuilds(JSON.parse(process.argv[2] ?? '{}'));
