import { describeTex } from './describe-tex.ts';

describeTex('xelatex');
