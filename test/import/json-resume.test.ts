import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toJsonResume } from '../../src/export/to-json-resume.ts';
import { formatsFolder, importFixture, importText, messagesOf, readImported } from './formats.ts';

const golden = join(formatsFolder, 'resume.md');

describe('JSON Resume', () => {
  it('becomes Markdown as people write it', async () => {
    const { markdown, source } = await importFixture('resume.json');
    expect(messagesOf(source)).toEqual([]);
    await expect(markdown).toMatchFileSnapshot(golden);
  });

  it('is read by mdcv as it is meant', async () => {
    const { cv, vfile } = await readImported(await importFixture('resume.json'));
    expect(messagesOf(vfile)).toEqual([]);
    const work = cv.sections.find(
      ({ title }) => title.children[0]?.type === 'text' && title.children[0].value === 'Experience',
    );
    expect(work?.blocks).toHaveLength(3);
    expect(work?.blocks[0]).toMatchObject({
      type: 'entry',
      title: { children: [{ type: 'span', children: [{ value: 'Lead (2019 onwards) – Field' }] }] },
      subtitle: {
        children: [
          {
            type: 'link',
            url: 'https://delta.example/about_us',
            children: [{ value: 'Delta - Water | Works' }],
          },
        ],
      },
      place: { children: [{ value: 'Köln, NRW' }] },
      date: { start: { year: 2019, month: 3, day: 1 }, end: 'open' },
      details: [],
      body: [
        { type: 'item', label: { children: [{ value: 'Description' }] } },
        { type: 'prose', node: { type: 'paragraph' } },
        { type: 'prose', node: { type: 'list' } },
      ],
    });
    expect(cv.person.contacts.map(({ kind }) => kind)).toEqual([
      ...['email', 'phone', 'homepage', 'github', 'linkedin', 'linkedin', 'homepage', 'text', 'homepage'],
    ]);
    expect(cv.person.postal).toEqual({
      street: 'Uferstraße 7\nHinterhaus',
      postcode: '13357',
      city: 'Berlin',
      region: 'Wedding',
      country: 'DE',
    });
  });

  it('comes back with every field that the schema names', async () => {
    const { cv, frontMatter, vfile } = await readImported(await importFixture('resume.json'));
    const back = JSON.parse(JSON.stringify(toJsonResume(cv, frontMatter, vfile)));
    expect(back).toEqual(JSON.parse(readFileSync(join(formatsFolder, 'resume.json'), 'utf8')));
    expect(messagesOf(vfile)).toEqual([]);
  });

  it('comes back with lists and paragraphs in the field that they were in', async () => {
    const list = '- One\n- Two *words*';
    const resume = {
      basics: { name: 'Ada Lovelace', summary: list },
      work: [
        { name: 'Engines', position: 'Analyst', startDate: '1843-01', summary: list },
        { name: 'Engines', position: 'Analyst', startDate: '1842-01', summary: list, highlights: ['Three'] },
        {
          name: 'A',
          position: 'B',
          startDate: '1841',
          description: list,
          summary: 'Text.',
          highlights: ['Three'],
        },
        {
          name: 'C',
          position: 'D',
          startDate: '1840',
          description: 'A.\n\nB.',
          summary: `A.\n\n${list}\n\nB.`,
        },
        {
          name: 'E',
          position: 'F',
          startDate: '1839',
          description: list,
          summary: list,
          highlights: ['Three', 'Four'],
        },
      ],
      volunteer: [{ organization: 'Club', position: 'Head', startDate: '1840', summary: list }],
      education: [{ institution: 'Home', area: 'Mathematics', startDate: '1830', courses: ['Algebra'] }],
      awards: [{ title: 'Medal', date: '1850', awarder: 'Society', summary: list }],
      publications: [{ name: 'Notes', publisher: 'Memoirs', releaseDate: '1843', summary: list }],
      references: [{ name: 'Charles Babbage', reference: list }],
      projects: [
        { name: 'Engine', description: list, highlights: ['Three'] },
        { name: 'Loom', description: list },
      ],
    };
    const { cv, frontMatter, vfile } = await readImported(await importText(JSON.stringify(resume), 'r.json'));
    expect(JSON.parse(JSON.stringify(toJsonResume(cv, frontMatter, vfile)))).toMatchObject(resume);
    expect(messagesOf(vfile)).toEqual([]);
  });

  it('is read in its first version, too, and comes back in the names of today', async () => {
    const imported = await importFixture('resume-v0.json');
    expect(messagesOf(imported.source)).toEqual([]);
    const { cv, frontMatter, vfile } = await readImported(imported);
    expect(toJsonResume(cv, frontMatter, vfile)).toMatchObject({
      basics: { name: 'Ole Brandt', url: 'https://ole.example', location: { region: 'Schleswig-Holstein' } },
      work: [
        {
          name: 'Treppen Brandt',
          url: 'https://treppen.example',
          startDate: '2012-01',
          summary: 'Stairs of oak.',
        },
      ],
      education: [{ score: '1.3', courses: ['Stairs'] }],
      awards: [{ date: '2019-05-01', awarder: 'Guild' }],
      publications: [{ url: 'https://wood.example/oak' }],
      interests: [{ name: 'Sailing', keywords: ['Dinghies'] }],
    });
  });

  it('of the very first draft: `bio` with maps of profiles and websites', async () => {
    const { markdown } = await importText(
      JSON.stringify({
        bio: {
          name: 'Al',
          websites: { blog: 'https://al.example' },
          profiles: { github: 'al', other: 'https://o.example/al' },
        },
      }),
      'al.json',
    );
    expect(markdown).toContain('blog: <https://al.example>');
    expect(markdown).toContain('github: al');
    expect(markdown).toContain('other: <https://o.example/al>');
  });

  it('in YAML is JSON Resume all the same', async () => {
    const { markdown } = await importText(
      'basics: {name: Ada}\nwork:\n  - {name: Acme, startDate: 2019}\n',
      'ada.yaml',
    );
    expect(markdown).toContain('### Acme | 2019 – present');
  });

  it('takes titles and labels in the language that is asked for', async () => {
    const text = JSON.stringify({
      basics: { name: 'Ada' },
      education: [{ institution: 'TU', score: '1.0', startDate: '2019' }],
    });
    const { markdown } = await importText(text, 'ada.json', { lang: 'de' });
    expect(markdown).toContain('lang: de');
    expect(markdown).toContain('## Ausbildung\n\n### TU | 2019 – heute\n\n**Note:** 1.0');
  });

  it('keeps what it does not know as labelled items, and tells where it is', async () => {
    const text =
      '{"basics": {"name": "Ada", "pronouns": "she"},\n "work": [{"name": "Acme", "teamSize": 12, "stack": {"main_db": "Pg", "langs": ["Go", "C"]}}],\n "patents": [{"title": "Nut"}]}';
    const { markdown, source } = await importText(text, 'ada.json');
    expect(messagesOf(source)).toEqual([
      '2:40 unplaced-field Cannot place `work[0].teamSize`, mdcv has no field for it',
      '2:65 unplaced-field Cannot place `work[0].stack.main_db`, mdcv has no field for it',
      '2:81 unplaced-field Cannot place `work[0].stack.langs`, mdcv has no field for it',
      '1:40 unplaced-field Cannot place `basics.pronouns`, mdcv has no field for it',
    ]);
    expect(markdown).toContain(
      '### Acme\n\n**Team size:** 12\n\n**Stack / Main db:** Pg\n\n**Stack / Langs:** Go, C\n',
    );
    expect(markdown).toContain('## Patents\n\n### Nut\n\n## Further information\n\n**Pronouns:** she\n');
  });

  it('tells of a wrong type at its place, and loses nothing of it', async () => {
    const text =
      '{"basics": {"name": ["Ada", "L."], "phone": 123},\n "work": "Acme",\n "skills": ["Go"],\n "education": [{"institution": "MIT", "courses": [{"name": "X1"}]}]}';
    const { markdown, source } = await importText(text, 'ada.json', { name: 'Ada L.' });
    expect(messagesOf(source).filter((message) => message.includes('wrong-type'))).toEqual([
      '1:21 wrong-type Cannot use `basics.name` with a list, expected a text',
      '2:10 wrong-type Cannot use `work` with a text, expected a list',
      '3:13 wrong-type Cannot use `skills[0]` with a text, expected a map of fields',
      '4:50 wrong-type Cannot use `education[0].courses` with a list, expected a list of texts',
    ]);
    for (const word of ['Ada, L.', 'phone: "123"', 'Acme', '- Go', 'X1'])
      expect(markdown?.replaceAll("'", '"')).toContain(word);
  });
});
