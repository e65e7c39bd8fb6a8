import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';
import type { Block, Cv } from '../../../src/model/cv.ts';
import { show } from './phrasing.ts';

/** Ten public templates, which are other people's text and so not in this repository. */
const folder = process.env.MDCV_SAMPLES ?? join(import.meta.dirname, '../../../../shared/samples');
const isThere = existsSync(join(folder, 'md'));

/** What must be found: the name, each section with its entries, items and subsections, the dates, the kinds of the contacts. */
interface Skeleton {
  name?: string | undefined;
  headline?: string | undefined;
  sections: string[];
  dates: string[];
  contacts: string;
}

const samples: Record<string, Skeleton> = {
  'CyC2018__Markdown-Resume__Resume.md': {
    name: 'XXX',
    sections: [
      '个人信息: 1 prose',
      '教育经历: 1 prose',
      '工作经历: 1 entry, 1 prose',
      '项目经历: 1 prose',
      '技能清单: 1 prose',
    ],
    dates: ['2010.1–2010.9'],
    contacts: 'text email github text',
  },
  'alexlyttle__markdown-cv__main.md': {
    sections: [
      'Education: 3 entry, 3 prose',
      'Employment: 3 entry, 3 prose',
      'Publications: 2 entry, 6 prose',
    ],
    dates: [
      'Mar 2020',
      'Jun 2016',
      'Jul 2012',
      'Sep 2022 – Now',
      'Jun 2020 – Aug 2022',
      'Oct 2017 – Mar 2020',
    ],
    contacts: '',
  },
  'barraq__pandoc-moderncv__cv.md': {
    name: 'Firstname Lastname',
    headline: 'Résumé Title',
    sections: [
      'Profile: 1 prose',
      'Education: 2 item, 6 prose',
      'Awards and Grants: 2 item, 2 prose',
      'Experience: 1 prose',
    ],
    dates: [],
    contacts: 'homepage homepage email mobile phone fax twitter github linkedin',
  },
  'chuckthepiranha__davidkastner.github.io__cv.md': {
    sections: [
      'Education: 1 prose',
      'Work experience: 2 entry, 2 prose',
      'Skills: 1 prose',
      'Publications: ',
      'Talks: ',
      'Teaching: ',
      'Service and leadership: 4 prose',
      'Education: 1 prose',
      'Work experience: 2 entry, 2 prose',
      'Skills: 1 prose',
      'Publications: ',
      'Talks: ',
      'Teaching: ',
      'Service and leadership: 1 prose',
    ],
    dates: ['Summer 2015', 'Fall 2015', 'Summer 2015', 'Fall 2015'],
    contacts: '',
  },
  'elipapa__markdown-cv__index.md': {
    name: 'Isaac Newton',
    headline: 'Physicist, Mathematician, Cambridge professor.',
    sections: [
      'Currently: 2 subsection, 3 prose',
      'Education: 3 entry, 2 prose',
      'Awards: 1 entry, 1 prose',
      'Publications: 3 entry, 2 subsection, 1 prose',
      'Occupation: 2 entry, 1 prose',
    ],
    dates: ['1654–1660', 'June 1661 – now', '1667 – death', '2012', '1669', '1669', '2012', '1600', '1600'],
    contacts: 'email homepage',
  },
  'junian__markdown-resume__default-resume.md': {
    name: 'Firstname Lastname',
    sections: [
      'Experience: 4 entry, 4 prose',
      'Education: 2 entry',
      'Skills: 2 item, 2 prose',
      'Language Skills・语言能力・語学・언어 능력: 4 item, 4 prose',
      'Awards and Honors: 2 entry',
      'Publications: 6 prose',
    ],
    dates: [
      'Jul 2021 – Present',
      'Aug 2020 – Present',
      'Mar 2020 – Jun 2020',
      'Jul 2018 – Aug 2018',
      'Sep 2021 – Jan 2023',
      'Sep 2016 – Jul 2020',
      '2018',
      '2017, 2018',
    ],
    contacts: 'homepage github whatsapp linkedin email',
  },
  'lasanjin__markdown-resume__resume.md': {
    name: 'NAME LASTNAME',
    sections: [
      'About me: 1 prose',
      'Education: 1 entry',
      'Experience: 2 entry, 2 prose',
      'Projects: 2 entry, 2 prose',
      'Skills: 1 prose',
    ],
    dates: ['2019–2021', 'Sep 2019 –', 'Jan 2019 – Dec 2019', 'Sep 2019 –', 'Sep 2019 –'],
    contacts: 'phone email github linkedin',
  },
  'mszep__pandoc_resume__resume.md': {
    name: 'Johnny Coder',
    sections: [
      'Education: 2 entry, 2 prose',
      'Experience: 2 subsection, 3 prose',
      'Technical Experience: 3 item, 7 prose',
      'Extra Section, Call it Whatever You Want: 1 prose',
    ],
    dates: ['2010–2014 (expected)', '2007–2010'],
    contacts: 'email phone text location',
  },
  'roguh__pandoc-resume__template.md': {
    name: 'Sample',
    sections: ['Work Experience: 5 entry, 7 prose', 'Education: 1 entry'],
    dates: ['2078–2099', '1805–1808', '1555–1781', '2033–', '2030–2032'],
    contacts: 'email homepage homepage text',
  },
  'there4__markdown-resume__zhsample.md': {
    name: '杜少陵',
    headline: '高级Android工程师',
    sections: [
      '简介: 1 prose',
      '技能: 2 item, 2 prose',
      '技术: 1 prose',
      '工作经验: 2 entry, 2 prose',
      '学历: 1 entry, 1 prose',
      'Footer: 1 prose',
    ],
    dates: ['2012年至今', '2010年至年2012年', '2006年至2010年'],
    contacts: 'text email phone',
  },
};

describe.skipIf(!isThere)(
  'samples (skipped where they are not beside the repository: set MDCV_SAMPLES)',
  () => {
    test.each(Object.keys(samples))('%s', async (name) => {
      const value = await readFile(join(folder, 'md', name), 'utf8');
      const { cv } = await parseCv(new VFile({ path: name, value }));
      expect(toSkeleton(cv)).toEqual(samples[name]);
    });
  },
);

function toSkeleton({ person, sections }: Cv): Skeleton {
  const blocks = sections.map((section) => section.blocks.flatMap(flatten));
  const headline = show(person.headline);
  return {
    name: person.name?.text,
    ...(headline && { headline }),
    sections: sections.map(({ title }, index) => `${show(title)}: ${count(blocks[index] ?? [])}`),
    dates: blocks.flat().flatMap((block) => (block.type === 'entry' ? (show(block.date?.text) ?? []) : [])),
    contacts: person.contacts.map(({ kind }) => kind).join(' '),
  };
}

function count(blocks: readonly Block[]): string {
  const kinds = ['entry', 'item', 'subsection', 'prose'] as const;
  const counts = kinds.map((kind) => [blocks.filter(({ type }) => type === kind).length, kind] as const);
  return counts.flatMap(([number, kind]) => (number > 0 ? `${number} ${kind}` : [])).join(', ');
}

function flatten(block: Block): Block[] {
  if (block.type === 'prose' || block.type === 'publications') return [block];
  return [block, ...(block.type === 'subsection' ? block.blocks : block.body).flatMap(flatten)];
}
