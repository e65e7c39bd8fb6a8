import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSetting, type Setting } from './managed-setting.ts';
import { buildJson, cli, createProject, mdcv, pdfText } from './mdcv.ts';
import { runStep } from './workflow-runner.ts';

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(() => setting.remove());

/** What SEED of the reference CV asks for, a phrase of each block, in the order of the page. */
const blocks = [
  'JINTAO ZHANG',
  'ZiQiang Technology Building, Tsinghua University, Haidian District, Beijing, China 100084',
  'Zhang-jt24@mails.tsinghua.edu.cn',
  '+86 185-1911-5711',
  'WeChat ID',
  'jt-zhang.github.io',
  'EDUCATION',
  'Aug. 2024 – Dec. 2026 (Expected)',
  'Prof. Jun Zhu and Prof. Jianfei Chen',
  'GPA: 3.92',
  'Xidian University',
  'SELECTED PUBLICATIONS',
  '* indicates equal contributions',
  '[arXiv 2025]',
  '[SIGMOD 2024]',
  'Ji Sun*, Jintao Zhang*, Zhaoyan Sun, Guoliang Li, Nan Tang',
  'RESEARCH STATEMENT',
  'AI Infra',
  'SELECTED AWARDS',
  '2019 & 2020',
  'PROFESSIONAL EXPERIENCES',
  '“Programming Fundamentals” in Tsinghua University',
];

describe('somebody with a fresh machine and no TeX', () => {
  it('builds the reference CV, whole, on one page, and at once the second time', (context) => {
    const folder = createProject();
    const build = buildJson(folder, [], setting.env);
    const [problem] = build.messages;
    if (
      process.env.MDCV_REQUIRE_ALL !== '1' &&
      ['no-network', 'unsupported-system'].includes(problem?.code ?? '')
    )
      context.skip(`TeX cannot be fetched here: ${problem?.reason}`);
    expect(build).toMatchObject({
      pdf: 'out/cv.pdf',
      pages: 1,
      template: 'academic',
      engine: 'pdflatex',
      toolchain: 'managed',
      messages: [],
    });
    const text = pdfText(join(folder, 'out/cv.pdf')).replace(/\s+/g, ' ');
    expect(blocks.filter((block) => !text.includes(block))).toEqual([]);
    expect(buildJson(folder, [], setting.env).durationMs).toBeLessThan(build.durationMs / 2);
    const doctor = JSON.parse(mdcv(folder, ['doctor', '--json'], setting.env).stdout);
    expect(doctor).toMatchObject({ managed: { state: 'ready', components: ['base'] } });
    expect(doctor.local).toBeUndefined();
    // In a workflow that TeX is kept for the next job.
    const { exitCode, outputs } = runStep('build', folder, {}, { ...setting.env, MDCV_PROGRAM: cli });
    expect(exitCode).toBe(0);
    expect(outputs['cache-key']).toMatch(/^mdcv-tex-\w+-[\w.]+-\w+-texlive-.*\+base$/);
  }, 600_000);
});
