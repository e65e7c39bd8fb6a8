import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { Badge } from '../../src/model/publication.ts';
import { identifierBadges, readBadges } from '../../src/publications/badges.ts';
import { show as showPhrase } from '../content/recognition/phrasing.ts';
import { createEntry } from './create-entry.ts';

/** `code (2K stars) -> https://…`, and the messages. */
function show(fields: Record<string, string>): string[] {
  const vfile = new VFile({ path: 'cv.md' });
  const badges = readBadges(createEntry('article', fields), vfile);
  return [
    ...badges.map(showBadge),
    ...vfile.messages.map(({ name, ruleId, reason }) => `${name} ${ruleId} ${reason}`),
  ];
}

function showBadge({ label, remark, url }: Badge): string {
  const parts = [showPhrase(label), remark && `(${showPhrase(remark)})`, url && `-> ${url}`];
  return parts.filter((part) => part !== undefined).join(' ');
}

const url = 'https://example.org/a';

test.each<[Record<string, string>, string[]]>([
  [{}, []],
  [{ title: 'No Badge' }, []],
  // In an order of their own.
  [
    { video: 'example.org/v', pdf: `\\url{${url}.pdf}` },
    [`pdf -> ${url}.pdf`, 'video -> https://example.org/v'],
  ],
  [{ code: url, 'code+an': '="2K {\\em stars}"' }, [`code (2K *stars*) -> ${url}`]],
  [{ code: url, 'code+an:default': ' = "2K stars" ' }, [`code (2K stars) -> ${url}`]],
  [{ code: url, code_remark: '2K stars' }, [`code (2K stars) -> ${url}`]],
  [{ code: url, 'code-remark': '2K stars' }, [`code (2K stars) -> ${url}`]],
  [{ code: url, 'code+an': '="one"', code_remark: 'two' }, [`code (one) -> ${url}`]],
  [{ code: url, 'code+an': '=""', code_remark: 'two' }, [`code (two) -> ${url}`]],
  [{ code: url, 'code+an': '=private' }, [`code -> ${url}`]],
  [{ code: url, code_remark: '\\relax' }, [`code -> ${url}`]],
  // A remark needs no address.
  [{ code: '', code_remark: 'on request' }, ['code (on request)']],
  [{ code: ' ' }, []],
  [
    { slides: 'talk.pdf' },
    ['publications.bib:3:12 unsafe-link Cannot link `slides` of `key` to `talk.pdf`, it is no web address'],
  ],
  [
    { code: 'on request', code_remark: 'soon' },
    [
      'code (soon)',
      'publications.bib:3:12 unsafe-link Cannot link `code` of `key` to `on request`, it is no web address',
    ],
  ],
])('reads the links of %j', (fields, expected) => {
  expect(show(fields)).toEqual(expected);
});

test.each<[Record<string, string>, string[]]>([
  [{ award: 'Best \\emph{Paper}' }, ['Best *Paper*']],
  [{ honor: 'Best Paper' }, ['Best Paper']],
  [{ award: '', honor: 'Best Paper' }, ['Best Paper']],
  [{ award: 'Best Paper', award_url: url }, [`Best Paper -> ${url}`]],
  [{ award: 'Best Paper', award_remark: '1 of 900' }, ['Best Paper (1 of 900)']],
  [{ award: url }, [`award -> ${url}`]],
  [{ award: url, award_remark: '1 of 900' }, [`award (1 of 900) -> ${url}`]],
  [{ award: 'true' }, ['award']],
  [{ award: 'True', award_url: url }, [`award -> ${url}`]],
  [{ award: '\\relax' }, []],
  [{ award_url: url }, []],
  [
    { award: 'Best Paper', award_url: 'none' },
    [
      'Best Paper',
      'publications.bib:3:12 unsafe-link Cannot link `award_url` of `key` to `none`, it is no web address',
    ],
  ],
])('reads the award of %j', (fields, expected) => {
  expect(show(fields)).toEqual(expected);
});

test.each([
  [{}, []],
  [{ doi: '10.1000/x', url }, ['doi -> https://doi.org/10.1000/x']],
  [
    { doi: '10.1000/x', arxiv: '2401.00001' },
    ['doi -> https://doi.org/10.1000/x', 'arXiv -> https://arxiv.org/abs/2401.00001'],
  ],
  [{ arxiv: '2401.00001', url }, ['arXiv -> https://arxiv.org/abs/2401.00001']],
  [{ url }, [`link -> ${url}`]],
  [{ isbn: '1', pmid: '1', badDoi: 'x' }, []],
])('makes badges of %j', (identifiers, expected) => {
  expect(identifierBadges(identifiers, undefined).map(showBadge)).toEqual(expected);
});
