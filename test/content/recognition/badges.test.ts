import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';
import { showCv } from './show-cv.ts';

const shield = 'https://img.shields.io/badge/x-blue';

function badge(alt: string, url?: string): string {
  const image = `![${alt}](${shield})`;
  return url ? `[${image}](${url})` : image;
}

async function read(head: string): Promise<string[]> {
  const { cv } = await parseCv(new VFile({ path: 'cv.md', value: `# Jane Doe\n\n${head}\n` }));
  return showCv(cv).trim().split('\n').slice(1);
}

describe('a badge that leads to the person is a contact', () => {
  test.each([
    ['GitHub', 'https://github.com/jane', 'github'],
    ['GitHub', 'http://www.github.com/jane/?tab=repositories', 'github'],
    ['LinkedIn', 'https://www.linkedin.com/in/jane/', 'linkedin'],
    ['X', 'https://x.com/jane', 'twitter'],
    ['Stack Overflow', 'https://stackoverflow.com/users/12/jane', 'stackoverflow'],
    ['YouTube', 'https://www.youtube.com/@jane', 'youtube'],
    ['Scholar', 'https://scholar.google.com/citations?user=ab', 'scholar'],
    ['ORCID', 'https://orcid.org/0000-0002-1825-0097', 'orcid'],
    ['Mastodon', 'https://fosstodon.org/@jane', 'mastodon'],
    ['Gmail', 'mailto:jane@doe.org', 'email'],
    ['Call', 'tel:+49301234567', 'phone'],
    ['Personal-Website', 'https://doe.org', 'homepage'],
    ['Blog', 'https://doe.org/blog', 'homepage'],
  ])('%s', async (alt, url, kind) => {
    expect(await read(badge(alt, url))).toEqual([`${kind}: <${alt}> -> ${url}`]);
  });
});

describe('any other is none, and stays', () => {
  test.each([
    ['Docker', 'https://www.docker.com'],
    ['Build', 'https://github.com/jane/wool/actions'],
    ['GitHub', 'https://github.com'],
    ['Docs', 'https://jane.readthedocs.io'],
    ['Socket.io', 'https://socket.io'],
    ['Video', 'https://www.youtube.com/watch?v=1'],
    ['Company', 'https://www.linkedin.com/company/wool'],
    ['Answer', 'https://stackoverflow.com/a/12'],
    ['Section', '#section'],
  ])('%s', async (alt, url) => {
    expect(await read(badge(alt, url))).toEqual([`paragraph: <${alt}>`]);
  });

  test('without a link', async () => {
    expect(await read(`${badge('Python')} ${badge('Rust')}`)).toEqual(['paragraph: `Python` `Rust`']);
  });
});

test('in one line, one below the other, in bullets and in tables', async () => {
  const github = badge('GitHub', 'https://github.com/jane');
  const mail = badge('Mail', 'mailto:jane@doe.org');
  const docker = badge('Docker', 'https://docker.com');
  const expected = [
    'github: <GitHub> -> https://github.com/jane',
    'email: <Mail> -> mailto:jane@doe.org',
    'paragraph: <Docker> `Rust`',
  ];
  for (const head of [
    `${github} ${docker} ${badge('Rust')} ${mail}`,
    `${github}\n${docker}\n${badge('Rust')}\n${mail}`,
    `${github} | ${docker} | ${badge('Rust')} | ${mail}`,
    `- ${github}\n- ${docker}\n- ${badge('Rust')}\n- ${mail}`,
    `| ${github} | ${docker} |\n|---|---|\n| ${badge('Rust')} | ${mail} |`,
    `<p align="center"><a href="https://github.com/jane"><img src="${shield}" alt="GitHub"></a><a href="https://docker.com"><img src="${shield}" alt="Docker"/></a> <img src="${shield}" alt="Rust">\n<a href="mailto:jane@doe.org"><img src="${shield}" alt="Mail"></a></p>`,
  ])
    expect(await read(head), head).toEqual(expected);
});

test('words beside them stay with them', async () => {
  const docker = badge('Docker', 'https://docker.com');
  expect(await read(`jane@doe.org\nTools: ${docker} ${badge('Rust')}`)).toEqual([
    'email: <jane@doe.org> -> mailto:jane@doe.org',
    'paragraph: Tools: <Docker> `Rust`',
  ]);
  expect(await read(`jane@doe.org ${docker}`)).toEqual([
    'email: <jane@doe.org> -> mailto:jane@doe.org',
    'paragraph: <Docker>',
  ]);
  expect(await read(`Uses ${docker}\n\nReads`)).toEqual(['paragraph: Uses <Docker>', 'paragraph: Reads']);
});

test('a badge that says what a value is', async () => {
  expect(await read(`${badge('Email')} jane@doe.org`)).toEqual([
    'email: `Email` <jane@doe.org> -> mailto:jane@doe.org',
  ]);
  expect(await read(`| | |\n|---|---|\n| ${badge('GitHub')} | github.com/jane |`)).toEqual([
    'github: `GitHub`: github.com/jane -> https://github.com/jane',
  ]);
});

test('addresses of whatever length are judged in linear time', async () => {
  const url = `https://github.com/${'/'.repeat(200_000)}jane${'/'.repeat(200_000)}x`;
  expect(await read(badge('GitHub', url))).toEqual(['paragraph: <GitHub>']);
}, 10_000);

test('in a section of contacts, and at the end', async () => {
  const mixed = `${badge('GitHub', 'https://github.com/jane')} ${badge('Docker', 'https://docker.com')}`;
  expect(await read(`## Contact\n\n${mixed}\n\n## Skills\n\nWool`)).toEqual([
    'github: <GitHub> -> https://github.com/jane',
    '',
    '# Contact',
    'paragraph: <Docker>',
    '',
    '# Skills',
    'paragraph: Wool',
  ]);
  expect(await read(`## Skills\n\nWool\n\n---\n\n${mixed}`)).toEqual([
    'github: <GitHub> -> https://github.com/jane',
    '',
    '# Skills',
    'paragraph: Wool',
    'paragraph: <Docker>',
  ]);
});

test('pictures from elsewhere are icons, whose links say who they are', async () => {
  const icon = (alt: string, url: string): string => `[![${alt}](https://cdn.example/icon.svg)](${url})`;
  expect(
    await read(
      `${icon('github', 'https://github.com/jane')} ${icon('docker', 'https://docker.com')} ${icon('', 'https://doe.org')}`,
    ),
  ).toEqual([
    'github: <github> -> https://github.com/jane',
    'homepage: <doe.org> -> https://doe.org',
    'paragraph: <docker>',
  ]);
});
