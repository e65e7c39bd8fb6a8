import { describe, expect, it, test } from 'vitest';
import { toJsonResume } from '../../src/export/to-json-resume.ts';
import { importText, messagesOf, readImported } from './formats.ts';

/** What people have in their files beyond the schema, or in its place, with invented people. */
async function markdownOf(resume: unknown): Promise<string> {
  const { markdown = '' } = await importText(
    JSON.stringify({ basics: { name: 'Ada' }, ...(resume as object) }),
    'r.json',
  );
  return markdown;
}

async function backOf(resume: unknown): Promise<Record<string, unknown>> {
  const text = JSON.stringify({ basics: { name: 'Ada' }, ...(resume as object) });
  const { cv, frontMatter, vfile } = await readImported(await importText(text, 'r.json'));
  return JSON.parse(JSON.stringify(toJsonResume(cv, frontMatter, vfile)));
}

describe('texts with HTML', () => {
  test.each([
    [
      'Led <b>two </b>teams at <a href="https://acme.example/x">Acme</a>',
      'Led **two** teams at [Acme](https://acme.example/x)',
    ],
    ['<p>One <i>two</i></p><p>three<br>four</p>', 'One *two*\n\nthree\\\nfour'],
    ['Tools:<ul><li>Go</li><li>C <code>x_y</code></li></ul>', 'Tools:\n\n  - Go\n  - C `x_y`'],
    ['One<br /><br/> two', 'One\n\ntwo'],
    ['5 m<sup>2</sup>', '5 m<sup>2</sup>'],
    ['an <b>open end', 'an \\<b>open end'],
    ['a </b> b <b> <u>c</u></b><b></b>', 'a \\</b> b  **c**'],
    ['<i><b>x</i></b>', '*\\<b>x*\\</b>'],
    ['<code>a <b>b</b></code> <script>x()</script>', 'a **b** \\<script>x()\\</script>'],
    ['<h2>Big</h2><a name="x">y</a>', '**Big**\n\ny'],
  ])('%s', async (summary, expected) => {
    const markdown = await markdownOf({
      work: [{ name: 'Acme', position: 'Lead', startDate: '2019', summary }],
    });
    expect(markdown).toContain(expected);
  });

  it('in a field, too, and an address that runs code is told of', async () => {
    const text = JSON.stringify({
      basics: { name: 'Ada', summary: 'I <a href="javascript:x()">run</a>' },
      work: [{ name: '<a href="https://acme.example">Acme</a> & Sons', position: 'Lead', startDate: '2019' }],
    });
    const { markdown, source } = await importText(text, 'r.json');
    expect(markdown).toContain('### Lead | [Acme](https://acme.example) & Sons | 2019 – present');
    expect(markdown).toContain('I run\n');
    expect(messagesOf(source).join()).toContain('unsafe-link');
  });
});

it('addresses in a text lead where they say, whatever signs they hold', async () => {
  const summary = 'At https://loom.example/~ada/a_b, https://loom.example/{x|y} and https://loom.example.';
  const { cv, vfile } = await readImported(
    await importText(
      JSON.stringify({ basics: { name: 'Ada', summary }, projects: [{ name: '[L](m)', url: 'x/~y' }] }),
      'r.json',
    ),
  );
  const urls = [...JSON.stringify(cv).matchAll(/"type":"link"[^}]*?"url":"([^"]*)"/gu)].map(([, url]) => url);
  expect(urls).toEqual([
    'https://loom.example/~ada/a_b',
    'https://loom.example/{x|y}',
    'https://loom.example',
  ]);
  expect(messagesOf(vfile)).toEqual([]);
});

describe('dates', () => {
  test.each([
    ['2019-05', 'Present', '2019-05 – Present'],
    ['07/2025', 'now', '07/2025 – now'],
    ['May 2022', 'Current', 'May 2022 – Current'],
    ['2019', '', '2019 – present'],
  ])('%s to %j', async (startDate, endDate, expected) => {
    const work = [{ name: 'Acme', position: 'Lead', startDate, endDate }];
    expect(await markdownOf({ work })).toContain(`### Lead | Acme | ${expected}\n`);
    const [back] = (await backOf({ work })).work as Record<string, unknown>[];
    expect(back).not.toHaveProperty('endDate');
  });

  it('an open end is said in the language of the CV', async () => {
    const work = [{ name: 'Acme', position: 'Lead', startDate: '2019', endDate: 'Present' }];
    expect(await markdownOf({ work, meta: { language: 'de' } })).toContain(
      '### Lead | Acme | 2019 – heute\n',
    );
  });

  it('what happened once has no open end, and both ends come back', async () => {
    const awards = [{ title: 'Medal', awarder: 'Guild', startDate: '2016' }];
    expect(await markdownOf({ awards })).toContain('### Medal | Guild | 2016\n');
    const back = await backOf({ awards: [{ title: 'Medal', awarder: 'Guild', date: '2016 ~ 2020' }] });
    expect(back.awards).toEqual([{ title: 'Medal', date: '2016', endDate: '2020', awarder: 'Guild' }]);
  });
});

describe('sections and records that the format does not know', () => {
  it('a list of records is a section, with what belongs together kept together', async () => {
    const markdown = await markdownOf({
      openSource: [
        { title: 'Loom', event: 'FairConf', date: '2021-05', link: 'loom.example/talk', notes: 'Keynote' },
        {
          role: 'Mentor',
          organization: 'Club',
          fromDate: '2019',
          toDate: '2020',
          description: 'Taught *looms*.',
        },
      ],
      'soft-skills': [
        { name: 'Listening', level: 'good' },
        { label: 'Talking', items: ['clearly', 'slowly'] },
      ],
    });
    expect(markdown).toContain(
      '## Open source\n\n### [Loom](https://loom.example/talk) | FairConf | 2021-05\n\n**Notes:** Keynote\n\n### Mentor | Club | 2019 – 2020\n\nTaught *looms*.\n',
    );
    expect(markdown).toContain('## Soft Skills\n\n**Listening:** good\n\n**Talking:** clearly, slowly\n');
  });

  it('records within a record are bullets, and each key is told of once', async () => {
    const { markdown, source } = await importText(
      JSON.stringify({
        basics: { name: 'Ada' },
        work: [
          {
            name: 'Acme',
            startDate: '2019',
            stages: [
              { position: 'Lead', startDate: '2020', endDate: 'Present', technologies: ['Go', 'C'] },
              { position: 'Engineer', startDate: '2019', endDate: '2020' },
            ],
            duties: ['Kept the looms of the whole valley running through three winters of snow', 'Rest'],
            remark: 'First line\n\n- a\n- b',
          },
        ],
      }),
      'r.json',
    );
    expect(markdown).toContain('  - **Lead**, 2020 – Present\n\n    **Technologies:** Go, C\n');
    expect(markdown).toContain('  - **Engineer**, 2019 – 2020');
    expect(markdown).toContain('**Duties:**\n\n  - Kept the looms');
    expect(markdown).toContain('- **Remark:** First line\n\n  - a\n  - b');
    expect(messagesOf(source).map((message) => message.replace(/^\S+ /, ''))).toEqual([
      'unplaced-field Cannot place `work[0].stages`, mdcv has no field for it',
      'unplaced-field Cannot place `work[0].duties`, mdcv has no field for it',
      'unplaced-field Cannot place `work[0].remark`, mdcv has no field for it',
    ]);
  });

  it('fields under other common names stand where they belong', async () => {
    const markdown = await markdownOf({
      certifications: [
        {
          name: 'Diver',
          issuingOrganization: 'Union',
          issueDate: '2020',
          credentialURL: 'https://dive.example',
        },
      ],
      publications: [{ title: 'Notes', journal: 'Memoirs', authors: ['A. L.', 'B. C.'], year: 1843 }],
    });
    expect(markdown).toContain('### [Diver](https://dive.example) | Union | 2020\n');
    expect(markdown).toContain('### Notes | Memoirs | 1843\n\n**Authors:** A. L., B. C.\n');
  });

  it('positions at one firm are entries of their own', async () => {
    const { markdown, source } = await importText(
      JSON.stringify({
        basics: { name: 'Ada' },
        work: [
          {
            name: 'Acme',
            company: 'Acme',
            url: 'https://acme.example',
            summary: 'Looms.',
            positions: [
              { position: 'Lead', startDate: '2020', summary: 'Led.' },
              { position: 'Engineer', startDate: '2019', endDate: '2020' },
            ],
          },
          { name: 'Shop', position: 'Clerk', startDate: '2018', positions: ['Till'] },
        ],
        volunteer: { organization: 'Club', position: 'Head', startDate: '2018' },
      }),
      'r.json',
    );
    expect(markdown).toContain(
      '### Lead | [Acme](https://acme.example) | 2020 – present\n\nLed.\n\n**Summary:** Looms.\n\n### Engineer | [Acme](https://acme.example) | 2019 – 2020\n\n### Clerk | Shop | 2018 – present\n\n**Positions:** Till\n',
    );
    expect(markdown).toContain('### Head | Club | 2018 – present\n');
    expect(messagesOf(source).map((message) => message.replace(/^\S+ /, ''))).toEqual([
      'unplaced-field Cannot place `work[0].summary`, mdcv has no field for it',
      'unplaced-field Cannot place `work[2].positions`, mdcv has no field for it',
    ]);
  });

  it('a field that mdcv has a word for is called by it in the language of the CV', async () => {
    const { markdown } = await importText(
      '{"basics": {"name": "Ada"}, "projects": [{"name": "Loom", "location": "Turin", "wage": "3"}]}',
      'r.json',
      { lang: 'de' },
    );
    expect(markdown).toContain('**Ort:** Turin\n\n**Wage:** 3\n');
  });

  it('a record without a title gets the first text that it has', async () => {
    const markdown = await markdownOf({
      publications: [
        { name: 'Notes', releaseDate: '1843' },
        { nom: 'Le métier', releaseDate: '1844', url: 'https://loom.example' },
      ],
    });
    expect(markdown).toContain('### Notes | 1843\n\n### Le métier | 1844\n');
  });

  it('names of icons, colours and logos are comments, and switches', async () => {
    const { markdown, source } = await importText(
      JSON.stringify({
        basics: { name: 'Ada' },
        work: [{ name: 'Acme', startDate: '2019', logo: 'img/acme.png', isPinned: true }],
        skills: [{ name: 'Web', icon: 'fa-solid fa-tag', color: '#fff', keywords: ['CSS'] }],
        interests: [{ name: 'Icons', keywords: ['Byzantium'] }],
      }),
      'r.json',
    );
    expect(markdown).toContain(
      '# work[0].logo: img/acme.png\n# work[0].isPinned: true\n# skills[0].icon: fa-solid fa-tag\n# skills[0].color: #fff\n',
    );
    expect(markdown).toContain('\n**Web:** CSS\n');
    expect(markdown).toContain('**Icons:** Byzantium');
    expect(messagesOf(source)).toEqual([]);
  });

  it('one record in place of a list, and several texts in place of one', async () => {
    const resume = { work: { name: 'Acme', position: 'Lead', startDate: '2019', summary: ['One.', 'Two.'] } };
    expect(await markdownOf(resume)).toContain('### Lead | Acme | 2019 – present\n\nOne.\n\nTwo.\n');
  });
});

describe('skills, languages, interests', () => {
  const names = (list: string[]): { name: string }[] => list.map((name) => ({ name }));

  it('that have no more than a name stand in a row, and come back', async () => {
    const resume = {
      skills: [
        ...names(['Go', 'Kubernetes (K8s)']),
        { name: 'C', level: 'Expert' },
        { name: 'Lua', level: '80%' },
      ],
      languages: [{ language: 'Latin' }, { language: 'Greek' }],
      interests: names(['Looms', 'Chess']),
    };
    const markdown = await markdownOf(resume);
    expect(markdown).toContain('## Skills\n\nGo, Kubernetes (K8s), C (Expert), Lua (80%)\n');
    expect(markdown).toContain('## Languages\n\nLatin, Greek\n');
    expect(await backOf(resume)).toMatchObject(resume);
  });

  it('are bullets where a row would not come apart again', async () => {
    const resume = {
      skills: [...names(['Go (expert)', 'SQL Server 2019']), { name: 'C', level: 'since school' }],
    };
    const markdown = await markdownOf(resume);
    expect(markdown).toContain('- Go (expert)\n- SQL Server 2019\n\n**C:** (since school)\n');
  });

  it('are entries where one of them says more', async () => {
    const resume = {
      skills: [
        { name: 'Web', level: 'Master', keywords: ['CSS', 'HTML'], years: '5' },
        { name: 'Data', keywords: ['SQL'] },
      ],
      languages: [
        { language: 'Latin', fluency: 'Good', certificate: 'Latinum' },
        { language: 'Greek', fluency: 'Some' },
      ],
      interests: [{ name: 'Chess', keywords: ['Endings'], rank: '3' }],
    };
    expect(await markdownOf(resume)).toContain(
      '### Web\n\nCSS, HTML (Master)\n\n**Years:** 5\n\n### Data\n\nSQL\n',
    );
    expect(await backOf(resume)).toMatchObject(resume);
  });
});

describe('the person', () => {
  it('has profiles as keys wherever a key says them, whatever their capitals and slashes', async () => {
    const { markdown, source } = await importText(
      JSON.stringify({
        basics: {
          name: 'Ada',
          location: 'Turin, Italy',
          profiles: [
            { network: 'Github', username: 'ada', url: 'https://github.com/ada' },
            { network: 'linkedin', username: 'ada-l', url: 'https://www.linkedin.com/in/ada-l/' },
            { network: 'Twitter', username: '', url: '' },
            { network: 'Blog', username: 'Ada writes', url: 'ada.example/blog' },
            { network: 'Resume', url: 'index-fr.html' },
          ],
        },
      }),
      'r.json',
    );
    expect(markdown).toContain(
      'location: Turin, Italy\ngithub: ada\nlinkedin: https://www.linkedin.com/in/ada-l/\n',
    );
    expect(markdown).toContain('Blog: [Ada writes](https://ada.example/blog) | Resume: index-fr.html');
    expect(markdown).toContain('# profiles.network: Twitter');
    expect(messagesOf(source)).toEqual([]);
  });

  it('has a photo of the web in the front matter, and one that the file holds beside it', async () => {
    const web = await importText(
      '{"basics": {"name": "Ada", "image": "https://ada.example/me.jpg"}}',
      'r.json',
    );
    expect(web.markdown).toContain('photo: https://ada.example/me.jpg\n');
    const held = await importText(
      '{"basics": {"name": "Ada", "picture": "data:image/png;base64,iVBORw0KGgo="}}',
      'r.json',
    );
    expect(held.markdown).toContain('photo: cv-photo.png\n');
    expect(held.copies).toEqual([
      { to: expect.stringMatching(/cv-photo\.png$/), content: Buffer.from('iVBORw0KGgo=', 'base64') },
    ]);
    const drawn = await importText(
      '{"basics": {"name": "Ada", "picture": "data:image/svg+xml,<svg/>"}}',
      'r.json',
    );
    expect(drawn.markdown).toContain('# image: data:image/svg+xml,<svg/>');
    expect(drawn.copies).toEqual([]);
  });

  it('has a statement at the top of the file for a summary', async () => {
    const { markdown } = await importText(
      'basics: {name: Ada}\npersonal-statement: |\n  I weave.\nwork: []\n',
      'r.yml',
    );
    expect(markdown).toContain('---\n\nI weave.\n');
  });
});

describe('the language of a file', () => {
  const french =
    'Responsable de la conception et du développement des applications pour les clients du groupe, avec une équipe de dix personnes dans le nord.';
  test.each([
    [
      'is told by its commonest words',
      { work: [{ name: 'Acme', startDate: '2019', summary: french }] },
      'fr',
    ],
    [
      'is told by its script',
      {
        work: [
          { name: 'Acme', startDate: '2019', summary: 'Отвечала за разработку станков и обучение людей' },
        ],
      },
      'ru',
    ],
    ['is what the file says', { meta: { language: 'de' } }, 'de'],
    [
      'is English where nothing tells',
      { work: [{ name: 'Casa de la Cultura', startDate: '2019' }] },
      undefined,
    ],
  ])('%s', async (_, resume, expected) => {
    const markdown = await markdownOf(resume);
    expect(/^lang: (.*)$/m.exec(markdown)?.[1]).toBe(expected);
  });

  it('in RenderCV and YAMLResume, too, unless they name one', async () => {
    const rendercv = await importText(`cv: {name: Ada, sections: {Profil: ["${french}"]}}\n`, 'r.yaml');
    expect(rendercv.markdown).toContain('lang: fr');
    const named = await importText(
      `cv: {name: Ada, sections: {Profil: ["${french}"]}}\nlocale: {language: english}\n`,
      'r.yaml',
    );
    expect(named.markdown).not.toContain('lang:');
    const yamlresume = await importText(`content: {basics: {name: Ada, summary: "${french}"}}\n`, 'r.yml');
    expect(yamlresume.markdown).toContain('lang: fr');
  });
});

it('the first version of RenderCV has its sections beside the name, in an order of its own', async () => {
  const { markdown, source } = await importText(
    `cv:
  name: Ada
  section_order: [Work Experience, My Talks, Education]
  education:
    - {institution: TU, area: Looms, study_type: BS, start_date: "2001-09", end_date: "2005-06", gpa: 3.9}
  work_experience:
    - {company: Acme, position: Lead, start_date: "2006-01", end_date: present, highlights: [Wove]}
  custom_sections:
    - title: My Talks
      entry_type: OneLineEntry
      entries: [{name: Turin, details: On looms}]
`,
    'ada.yaml',
  );
  expect(markdown).toContain(
    '## Work Experience\n\n### Lead | Acme | 2006-01 – present\n\n- Wove\n\n## My Talks\n\n**Turin:** On looms\n\n## Education\n\n### BS, Looms | TU | 2001-09 – 2005-06\n\n**GPA:** 3.9\n',
  );
  expect(messagesOf(source)).toEqual([
    '5:103 unplaced-field Cannot place `cv.education[0].gpa`, mdcv has no field for it',
  ]);
});

it('what has a field comes back in it', async () => {
  const resume = {
    basics: {
      name: 'Ada',
      profiles: [
        { network: 'Bluesky', username: 'ada.bsky.social', url: 'https://bsky.app/profile/ada.bsky.social' },
        { network: 'Page', url: 'https://ada.example' },
      ],
    },
    work: [
      { position: 'Software Engineer', startDate: '2000' },
      { name: 'Institute of Looms', position: 'Institute Professor', startDate: '2001' },
      { name: 'Looms GmbH', startDate: '2002', keywords: ['Go', 'C'] },
    ],
    education: [
      {
        institution: 'TU | North, West',
        area: 'Informatics',
        studyType: 'Diploma in Arts',
        startDate: '2001',
        score: '-',
        courses: [
          'A course with a title that is so long that nobody would ever put it into a row of others',
          'Looms',
        ],
      },
    ],
    certificates: [
      { name: 'Graphs for Looms', issuer: 'Neo4j', url: 'https://loom.example/1' },
      { name: 'Go', issuer: 'Loom.ai' },
    ],
    projects: [
      {
        name: 'Loom',
        description: 'See https://loom.example/a_b for more.',
        entity: 'Loom.io',
        roles: ['Lead'],
      },
    ],
  };
  expect(await backOf(resume)).toMatchObject(resume);
});
