import { expect, test } from 'vitest';
import { escapeTex } from '../../src/latex/escape.ts';
import { createContext } from './create-context.ts';

const han = (text: string): string => `\\mdcvscript{han}{${text}}`;

test.each([
  ['2016年', `2016${han('年')}`],
  ['2016年9月', `2016${han('年')}\\mdcvdatebreak{}9${han('月')}`],
  ['2016年12月31日', `2016${han('年')}\\mdcvdatebreak{}12${han('月')}31${han('日')}`],
  ['9月12日入社', `9${han('月')}12${han('日')}\\mdcvbreak{}${han('入社')}`],
  ['于2016年毕业', `${han('于')}\\mdcvbreak{}2016${han('年')}\\mdcvbreak{}${han('毕业')}`],
  ['（2016年）', `${han('（')}2016${han('年')}${han('）')}`],
  ['令和4年4月', `\\mdcvunbroken{${han('令和')}}4${han('年')}\\mdcvdatebreak{}4${han('月')}`],
  [
    '二〇一六年九月起',
    `\\mdcvunbroken{${han('二〇一六年')}}\\mdcvdatebreak{}\\mdcvunbroken{${han('九月')}}\\mdcvbreak{}${han('起')}`,
  ],
  ['２０１６年', `\\mdcvunbroken{${han('２０１６年')}}`],
  ['2016年 9月', `2016${han('年')} 9${han('月')}`],
  ['2020년 3월', '2020\\mdcvscript{hangul}{년} 3\\mdcvscript{hangul}{월}'],
  ['1.5年', `1.5${han('年')}`],
  ['毎年', han('毎年')],
])('%s', (text, tex) => {
  expect(escapeTex(text, createContext({ engine: 'xelatex', lang: 'zh' }))).toBe(tex);
});
