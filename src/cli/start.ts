#!/usr/bin/env node
import { join } from 'node:path';
import { loadBundle } from './load-bundle.ts';

/** Set by `scripts/bundle.ts`. */
declare const bundleName: string;

void loadBundle(join(__dirname, '..', bundleName)).bundle.main();
