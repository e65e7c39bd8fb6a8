import { describeTex } from './describe-tex.ts';

describeTex('lualatex');
