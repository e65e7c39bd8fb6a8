import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, it, test } from 'vitest';
import { parseCv } from '../../src/content/parse-cv.ts';
import { toJsonResume } from '../../src/export/to-json-resume.ts';
import { sectionKindOf } from '../../src/formats/section-kinds.ts';
import { importCv } from '../../src/import/import-cv.ts';
import { samplesFolder } from '../e2e/mdcv.ts';
import { readCv } from './read-cv.ts';

async function toResume(
  body: string,
  frontMatter: string[] = [],
): Promise<{ resume: object; messages: string[] }> {
  const { cv, frontMatter: read, vfile } = await readCv(body, frontMatter);
  const resume = toJsonResume(cv, read, vfile);
  return { resume, messages: vfile.messages.map(({ line, ruleId }) => `${line} ${ruleId}`) };
}

const official = join(samplesFolder, 'json/jsonresume__resume-schema__sample.resume.json');

describe('a CV as JSON Resume', () => {
  it.skipIf(!existsSync(official))('the official sample comes back whole', async () => {
    const { markdown } = await importCv({ file: official, output: 'content/cv.md' });
    const vfile = new VFile({ path: 'cv.md', value: markdown ?? '' });
    const { cv, frontMatter } = await parseCv(vfile);
    const back = JSON.parse(JSON.stringify(toJsonResume(cv, frontMatter, vfile)));
    expect(back).toEqual(JSON.parse(readFileSync(official, 'utf8')));
    expect(vfile.messages).toEqual([]);
  });

  it('role and organisation are told apart in either order', async () => {
    const { resume } = await toResume(
      '## Education\n\n### Tsinghua University | 2021 – 2024\n\n*Master of Science in Physics* (GPA: 3.9) | Beijing\n\n### M.Sc. in Chemistry | TU Wien | 2019\n\n### Abitur | 2001\n\n### Ph.D., Law | 2003\n\n## Experience\n\n### Acme GmbH | Engineer | 2010 – 2011\n\n### Engineer | Acme GmbH | since 2012\n\n### Acme | until 2009',
    );
    expect(resume).toMatchObject({
      education: [
        {
          institution: 'Tsinghua University',
          studyType: 'Master of Science',
          area: 'Physics',
          score: '3.9',
          location: 'Beijing',
          startDate: '2021',
          endDate: '2024',
        },
        { institution: 'TU Wien', studyType: 'M.Sc.', area: 'Chemistry', startDate: '2019', endDate: '2019' },
        { institution: 'Abitur' },
        { studyType: 'Ph.D.', area: 'Law' },
      ],
      work: [
        { name: 'Acme GmbH', position: 'Engineer', startDate: '2010', endDate: '2011' },
        { name: 'Acme GmbH', position: 'Engineer', startDate: '2012' },
        { name: 'Acme', endDate: '2009' },
      ],
    });
    expect(JSON.stringify(resume)).not.toContain('"endDate":"open"');
  });

  it('sections go by their titles in any language, others are kept and told of', async () => {
    const { resume, messages } = await toResume(
      'Intro *text*.\n\n## Berufserfahrung\n\n### Ingenieurin | Werk | 2019 – heute\n\n## 技能\n\n**Web:** HTML、CSS (精通)\n\n## Langues\n\nFrançais (natif), Anglais\n\n## Навыки\n\n- Go\n\n## Hobbies\n\nSailing, chess\n\n## Awards\n\n- Best paper (2019)\n- 2020: Prize\n- A cup\n\n## References\n\n**Prof. X:** Good.\n\n### Prof. Y\n\n> Very good.\n\n## About me\n\nMore.\n\n## Publications\n\n[A 2021]\n: *Title.* Journal.\n\n- Plain, 2020.\n\n## Teaching\n\n### Course | 2019\n\n- Well | Done {.optional}\n\n## Projects\n\n### Group\n\n#### P | 2019\n\nText',
    );
    expect(resume).toMatchObject({
      basics: { summary: 'Intro *text*.\n\nMore.' },
      work: [{ name: 'Werk', position: 'Ingenieurin', startDate: '2019' }],
      skills: [{ name: 'Web', level: '精通', keywords: ['HTML', 'CSS'] }, { name: 'Go' }],
      languages: [{ language: 'Français', fluency: 'natif' }, { language: 'Anglais' }],
      interests: [{ name: 'Sailing' }, { name: 'chess' }],
      awards: [
        { title: 'Best paper (2019)', date: '2019' },
        { title: '2020: Prize', date: '2020' },
        { title: 'A cup' },
      ],
      references: [
        { name: 'Prof. X', reference: 'Good.' },
        { name: 'Prof. Y', reference: '> Very good.' },
      ],
      publications: [{ name: '[A 2021]', summary: '*Title.* Journal.' }, { name: 'Plain, 2020.' }],
      projects: [{ name: 'P', startDate: '2019', description: 'Text' }],
      meta: {
        version: 'v1.0.0',
        sections: [{ title: 'Teaching', text: '**Course, 2019**\n\n- Well | Done' }],
      },
    });
    expect(messages).toContain('52 unexported-section');
  });

  it('contacts are profiles, and what is none is kept beside them', async () => {
    const { resume } = await toResume('## Skills\n\n**A:** b', [
      'email: [a@x.example, b@x.example]',
      'mobile: +44 20 7946 0958 (office)',
      'homepage: [https://a.example, https://b.example/path]',
      'github: ada',
      'mastodon: "@ada@social.example"',
      'orcid: 0000-0002-1825-0097',
      'location: London, UK',
      'fax: +44 20 7946 0000',
      'photo: me.png',
    ]);
    expect(resume).toMatchObject({
      basics: {
        image: 'me.png',
        email: 'a@x.example',
        phone: '+44 20 7946 0958 (office)',
        url: 'https://a.example',
        location: { city: 'London', region: 'UK' },
        profiles: [
          { network: 'Website', url: 'https://b.example/path' },
          { network: 'GitHub', username: 'ada', url: 'https://github.com/ada' },
          { network: 'Mastodon', username: '@ada@social.example', url: 'https://social.example/@ada' },
          { network: 'ORCID', username: '0000-0002-1825-0097', url: 'https://orcid.org/0000-0002-1825-0097' },
        ],
        contacts: [
          { kind: 'email', text: 'b@x.example' },
          { kind: 'fax', text: '+44 20 7946 0000' },
        ],
      },
    });
  });

  it('an address without parts is its lines', async () => {
    const { resume } = await toResume('Text', ['address: [1 High Street, London]', 'lang: de']);
    expect(resume).toMatchObject({
      basics: { location: { address: '1 High Street\nLondon' } },
      meta: { lang: 'de' },
    });
  });

  it('labels without a field are properties, whatever they are called', async () => {
    const { resume } = await toResume(
      '## Work\n\n### Dev | Acme | 2019\n\n**Team size:** 12\n\n**__proto__:** x\n\n**Score:** 1\n\nA^2^ ~~b~~ `c` [d](https://d.example)',
    );
    expect(resume).toMatchObject({
      work: [
        {
          teamSize: '12',
          proto: 'x',
          score: '1',
          summary: expect.stringContaining('[d](https://d.example)'),
        },
      ],
    });
    expect(({} as { x?: string }).x).toBeUndefined();
  });
});

test.each([
  ['Work Experience', 'work'],
  ['Honors & Awards', 'awards'],
  ['Formação Acadêmica', 'education'],
  ['Umiejętności', 'skills'],
  ['Δεξιότητες', 'skills'],
  ['Yayınlar', 'publications'],
  ['職務経歴', 'work'],
  ['자격증', 'certificates'],
  ['التعليم', 'education'],
  ['שפות', 'languages'],
  ['Centres d’intérêt', 'interests'],
  ["Centres d'intérêt", 'interests'],
  ['Something else', undefined],
])('a section titled “%s” is about %s', (title, kind) => {
  expect(sectionKindOf(title)).toBe(kind);
});
