/**
 * Writes `templates/shared/srgb-profile.tex.njk`: the ICC profile of sRGB as hexadecimal digits in a TeX macro, so that a .tex file needs
 * no other file to become PDF/A. `npm run templates` runs it.
 */
import { writeFileSync } from 'node:fs';
import { toProfilePartial } from './profile-partial.ts';

writeFileSync('templates/shared/srgb-profile.tex.njk', toProfilePartial());
