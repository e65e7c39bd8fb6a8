import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';
import { showCv } from './show-cv.ts';

test.each([
  [
    'a contact twice, and one with another word',
    '# Ada Byron\n\n[+49 (30) 123](tel:+4930123) | [+49 (30) 123](tel:+4930123) | [Fritz](tel:+4930123)\n\n## Work\n\nText.\n',
    [
      'name: Ada / Byron',
      'phone: <+49 (30) 123> -> tel:+4930123',
      'phone: <Fritz> -> tel:+4930123',
      '',
      '# Work',
      'paragraph: Text.',
    ],
  ],
  [
    'a period that is a link',
    '# Ada Byron\n\n## Work\n\n### Weaver\n\n**Period:** [2019 – 2021](https://x.org)\n\nText.\n',
    [
      'name: Ada / Byron',
      '',
      '# Work',
      'entry: Weaver',
      '  . date: **Period:** <2019 – 2021> [2019..2021]',
      '  paragraph: Text.',
    ],
  ],
  [
    'a role in a heading of its own',
    '# Ada Byron\n\n### Senior Software Engineer\n\n## Work\n\nText.\n',
    ['name: Ada / Byron', 'headline: Senior Software Engineer', '', '# Work', 'paragraph: Text.'],
  ],
  [
    'a place and a role in headings of their own',
    '# Ada Byron\n\n### Berlin, Germany\n\n### Software Engineer\n\nada@x.org\n\n## Work\n\nText.\n',
    [
      'name: Ada / Byron',
      'headline: Software Engineer',
      'email: <ada@x.org> -> mailto:ada@x.org',
      'entry: Berlin, Germany',
      '',
      '# Work',
      'paragraph: Text.',
    ],
  ],
  [
    'bullets of which one has no date',
    '# Ada Byron\n\n## Certificates\n\n- **Loom I** 2019 – 2020\n- **Loom II** 2020 – 2021\n- **Loom III** 2021 – 2022\n- Loom IV, which I never finished\n',
    [
      'name: Ada / Byron',
      '',
      '# Certificates',
      'list: (**Loom I** 2019 – 2020) (**Loom II** 2020 – 2021) (**Loom III** 2021 – 2022) (Loom IV, which I never finished)',
    ],
  ],
  [
    'bold bullets of which one has no date',
    '# Ada Byron\n\n## Certificates\n\n- **Loom I** 2019 – 2020\n- **Loom II** 2020 – 2021\n- **Loom III** 2021 – 2022\n- **Loom IV**\n',
    [
      'name: Ada / Byron',
      '',
      '# Certificates',
      'entry: Loom I',
      '  . date: 2019–2020 [2019..2020]',
      'entry: Loom II',
      '  . date: 2020–2021 [2020..2021]',
      'entry: Loom III',
      '  . date: 2021–2022 [2021..2022]',
      'entry: Loom IV',
    ],
  ],
  [
    'a title with another name',
    '---\ntitle: Jagie’s Resume\n---\n\n# Ada Byron\n\n## Work\n\nText.\n',
    ['name: Ada / Byron', '', '# Work', 'paragraph: Text.'],
  ],
  [
    'references with years',
    '# Ada Byron\n\n## Papers\n\n- Byron, A., & Quill, B. (2019). The looms of Kiel. Journal of Wool, 12(3), 4–5. 2019 – 2020\n- 2019: Byron, A., & Quill, B. (2019). The looms of Kiel. Journal of Wool, 12(3), 4–5.\n',
    [
      'name: Ada / Byron',
      '',
      '# Papers',
      'list: (Byron, A., & Quill, B. (2019). The looms of Kiel. Journal of Wool, 12(3), 4–5. 2019 – 2020) (2019: Byron, A., & Quill, B. (2019). The looms of Kiel. Journal of Wool, 12(3), 4–5.)',
    ],
  ],
  [
    'a sign among contacts',
    '# Ada Byron\n\nada@x.org | ★★★ | Kiel\n\n## Work\n\nText.\n',
    [
      'name: Ada / Byron',
      'email: <ada@x.org> -> mailto:ada@x.org',
      'text: ★★★',
      'text: Kiel',
      '',
      '# Work',
      'paragraph: Text.',
    ],
  ],
  [
    'contacts under a title within a section',
    '# Ada Byron\n\n## About\n\nText.\n\n### Contact\n\n- ada@x.org\n\n### Hobbies\n\nWool.\n',
    [
      'name: Ada / Byron',
      'email: <ada@x.org> -> mailto:ada@x.org',
      '',
      '# About',
      'paragraph: Text.',
      '',
      '# Hobbies',
      'paragraph: Wool.',
    ],
  ],
  [
    'contacts under the last title of a section, and a line',
    '# Ada Byron\n\n## About\n\nText.\n\n### Contact\n\n- ada@x.org\n\n---\n',
    ['name: Ada / Byron', 'email: <ada@x.org> -> mailto:ada@x.org', '', '# About', 'paragraph: Text.'],
  ],
  [
    'a text under such a title',
    '# Ada Byron\n\n## About\n\nText.\n\n### Contact\n\nWhoever knows me knows where I can be found, at any time.\n',
    [
      'name: Ada / Byron',
      '',
      '# About',
      'paragraph: Text.',
      'subsection: Contact',
      '  paragraph: Whoever knows me knows where I can be found, at any time.',
    ],
  ],
  [
    'nothing under such a title',
    '# Ada Byron\n\n## About\n\nText.\n\n### Contact\n',
    ['name: Ada / Byron', '', '# About', 'paragraph: Text.', 'entry: Contact'],
  ],
  [
    'a role, a colon and a period, in paragraphs',
    '# Ada Byron\n\n## Work\n\n**Software Engineer:** 2021 – present, Saltmarsh Ltd, Kiel\n\n**Weaver:** 2019 – 2021 and then for many years to come in a house by the sea, with a very long text behind it that is no place at all, Kiel\n\n**Dyer:** 2011 – 2012 in Kiel\n',
    [
      'name: Ada / Byron',
      '',
      '# Work',
      'entry: Software Engineer',
      '  . subtitle: Saltmarsh Ltd, Kiel',
      '  . date: 2021 – present [2021..open]',
      'item: Weaver',
      '  paragraph: 2019 – 2021 and then for many years to come in a house by the sea, with a very long text behind it that is no place at all, Kiel',
      'item: Dyer',
      '  paragraph: 2011 – 2012 in Kiel',
    ],
  ],
  [
    'a role, a colon and a period, in bullets',
    '# Ada Byron\n\n## Work\n\n- **Software Engineer:** 2021 – present, Saltmarsh Ltd, Kiel\n- **Weaver:** 2019 – 2021 and then for many years to come in a house by the sea, with a very long text behind it that is no place at all, Kiel\n- **Dyer:** 2011 – 2012 in Kiel\n- **Skills:** wool\n',
    [
      'name: Ada / Byron',
      '',
      '# Work',
      'entry: Software Engineer',
      '  . subtitle: Saltmarsh Ltd, Kiel',
      '  . date: 2021 – present [2021..open]',
      'item: Weaver',
      '  paragraph: 2019 – 2021 and then for many years to come in a house by the sea, with a very long text behind it that is no place at all, Kiel',
      'item: Dyer',
      '  paragraph: 2011 – 2012 in Kiel',
      'item: Skills',
      '  paragraph: wool',
    ],
  ],
  [
    'an image',
    '---\nimage: me.png\n---\n\n# Ada Byron\n\n## Work\n\nText.\n',
    ['name: Ada / Byron', 'photo: me.png', '', '# Work', 'paragraph: Text.'],
  ],
  [
    'bullets of terms and definitions',
    '# Ada Byron\n\n## Work\n\n- 2019 – 2021\n  : Weaver, Kiel\n- 2017 – 2019\n  : Dyer, Kiel\n',
    [
      'name: Ada / Byron',
      '',
      '# Work',
      'entry: Weaver, Kiel',
      '  . date: 2019–2021 [2019..2021]',
      'entry: Dyer, Kiel',
      '  . date: 2017–2019 [2017..2019]',
    ],
  ],
  [
    'a date above two terms',
    '# Ada Byron\n\n## Work\n\n2019 – 2021\n\n<dl><dt>Wool Ltd.</dt><dt>Silk Ltd.</dt><dd>Weaver</dd></dl>\n',
    [
      'name: Ada / Byron',
      '',
      '# Work',
      'paragraph: 2019 – 2021',
      'item: Wool Ltd.⏎Silk Ltd.',
      '  paragraph: Weaver',
    ],
  ],
])('%s', async (_what, value, expected) => {
  const { cv } = await parseCv(new VFile({ path: 'cv.md', value }));
  expect(showCv(cv).trim().split('\n')).toEqual(expected);
});
