import { expect, test } from 'vitest';
import { toFrontMatterContacts } from '../../../src/content/recognition/front-matter-contacts.ts';
import { recogniseContact } from '../../../src/content/recognition/recognise-contact.ts';
import type { Contact } from '../../../src/model/cv.ts';
import { parseInline, show } from './phrasing.ts';

type Row = [source: string, kind: string, text: string, url?: string, remark?: string];

function row(contact: Contact | undefined): unknown[] {
  const shown = contact && [contact.kind, show(contact.text), contact.url, show(contact.remark)];
  while (shown && shown.length > 2 && shown.at(-1) === undefined) shown.pop();
  return shown ?? [];
}

test.each<Row>([
  ['jane@doe.org', 'email', '<jane@doe.org>', 'mailto:jane@doe.org'],
  ['[isaac](isaac@applesdofall.org)', 'email', '<isaac>', 'mailto:isaac@applesdofall.org'],
  ['[write me](mailto:jane@doe.org)', 'email', '<write me>', 'mailto:jane@doe.org'],
  ['+86 185-1911-5711 (WeChat ID)', 'phone', '+86 185-1911-5711', 'tel:+8618519115711', 'WeChat ID'],
  ['+49 (0)30 901820', 'phone', '+49 (0)30 901820', 'tel:+4930901820'],
  ['(+86) 101-2345-6789', 'phone', '(+86) 101-2345-6789', 'tel:+8610123456789'],
  ['+46 76 555 66 77 (mobile)', 'mobile', '+46 76 555 66 77', 'tel:+46765556677', 'mobile'],
  ['030 901820 (home)', 'phone', '030 901820', 'tel:030901820', 'home'],
  ['Mobile: +46 76 555 66 77', 'mobile', 'Mobile: +46 76 555 66 77', 'tel:+46765556677'],
  ['Tel.: 030 901820', 'phone', 'Tel.: 030 901820', 'tel:030901820'],
  ['Fax: 030 901821', 'fax', 'Fax: 030 901821'],
  ['**Phone:** 030 901820', 'phone', '**Phone:** 030 901820', 'tel:030901820'],
  ['电话：13800000000', 'phone', '电话：13800000000', 'tel:13800000000'],
  ['https://doe.org', 'homepage', '<https://doe.org>', 'https://doe.org'],
  ['doe.org', 'homepage', 'doe.org', 'https://doe.org'],
  ['jt-zhang.github.io', 'homepage', 'jt-zhang.github.io', 'https://jt-zhang.github.io'],
  ['//doe.org/cv', 'homepage', '//doe.org/cv', 'https://doe.org/cv'],
  ['github.com/doe', 'github', 'github.com/doe', 'https://github.com/doe'],
  ['[me](github.com/doe)', 'github', '<me>', 'https://github.com/doe'],
  ['Web: github.com/doe', 'github', 'Web: github.com/doe', 'https://github.com/doe'],
  [
    'Github: [https://github.com/u](https://github.com/u)',
    'github',
    'Github: <https://github.com/u>',
    'https://github.com/u',
  ],
  ['GitHub: doe', 'github', 'GitHub: doe', 'https://github.com/doe'],
  [
    'Stack Overflow: [123](http://stackoverflow.com/users/123)',
    'stackoverflow',
    'Stack Overflow: <123>',
    'http://stackoverflow.com/users/123',
  ],
  ['[in](linkedin.com/in/doe)', 'linkedin', '<in>', 'https://linkedin.com/in/doe'],
  [
    '[Scholar](https://scholar.google.de/citations?user=x)',
    'scholar',
    '<Scholar>',
    'https://scholar.google.de/citations?user=x',
  ],
  [
    'https://gitlab.example.org/doe',
    'gitlab',
    '<https://gitlab.example.org/doe>',
    'https://gitlab.example.org/doe',
  ],
  ['0000-0002-1825-0097', 'orcid', '0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097'],
  [
    'ORCID: 0000-0002-1825-0097',
    'orcid',
    'ORCID: 0000-0002-1825-0097',
    'https://orcid.org/0000-0002-1825-0097',
  ],
  ['@doe@mastodon.social', 'mastodon', '@<doe@mastodon.social>', 'https://mastodon.social/@doe'],
  ['@doe:matrix.org', 'matrix', '@doe:matrix.org', 'https://matrix.to/#/@doe:matrix.org'],
  ['WeChat: jane_doe', 'wechat', 'WeChat: jane_doe'],
  ['微信：jane_doe', 'wechat', '微信：jane_doe'],
  ['[@doe](https://x.com/doe)', 'twitter', '<@doe>', 'https://x.com/doe'],
  ['skype:doe', 'skype', 'skype:doe', 'skype:doe?chat'],
  ['Born: 1 May 1990', 'born', 'Born: 1 May 1990'],
  ['**[doe.org](https://doe.org)**', 'homepage', '**<doe.org>**', 'https://doe.org'],
  // Addresses of other letters are no links yet.
  ['write to ada@müller.de please', 'email', 'write to ada@müller.de please', 'mailto:ada@müller.de'],
  ['0049 30 9018200 or ada@müller.de', 'phone', '0049 30 9018200 or ada@müller.de', 'tel:0049309018200'],
  ['ada@müller.de or 0049 30 9018200', 'email', 'ada@müller.de or 0049 30 9018200', 'mailto:ada@müller.de'],
  ['call +49 30 9018200 please', 'phone', 'call +49 30 9018200 please', 'tel:+49309018200'],
  ['My page [here](https://doe.org)', 'homepage', 'My page <here>', 'https://doe.org'],
  ['📧 jane@doe.org', 'email', '<jane@doe.org>', 'mailto:jane@doe.org'],
  ['![icon](mail.svg) jane@doe.org', 'email', '<jane@doe.org>', 'mailto:jane@doe.org'],
  ['📍 Berlin', 'location', 'Berlin'],
  ['Berlin, Germany', 'location', 'Berlin, Germany'],
  ['Address: Hauptstraße 5', 'location', 'Address: Hauptstraße 5'],
  ['1234 Abc Street, Example, EX 01234', 'location', '1234 Abc Street, Example, EX 01234'],
  ['[My Blog](#)', 'text', '<My Blog>'],
  ['[jane@doe.org]()', 'email', '<jane@doe.org>', 'mailto:jane@doe.org'],
  ['[x]()', 'text', '<x>'],
  ['Node.js', 'text', 'Node.js'],
  ['XX years old', 'text', 'XX years old'],
  ['[chat](xmpp:jane@doe.org)', 'homepage', '<chat>', 'xmpp:jane@doe.org'],
  ['**![icon](x.svg)** doe.org', 'homepage', 'doe.org', 'https://doe.org'],
  ['doe.org ( )', 'text', 'doe.org ( )'],
  ['2019-2021', 'text', '2019-2021'],
  ['2019-05-20', 'text', '2019-05-20'],
  ['Phone:', 'text', 'Phone:'],
  // Brackets around the whole are no remark.
  ['(email: $email$ - phone: $phone$)', 'email', '(email: $email$ - phone: $phone$)'],
  [
    'I write about databases and often answer jane@doe.org',
    'text',
    'I write about databases and often answer <jane@doe.org>',
  ],
])('recognises %j', (source, ...expected) => {
  expect(row(recogniseContact(parseInline(source)))).toEqual(expected);
});

test.each([
  ['Phone: 030 901820', true],
  ['**E-Mail:** jane@doe.org', true],
  ['LinkedIn: [doe](https://linkedin.com/in/doe)', true],
  ['Phone at work: +49 30 901820', true],
  ['Web - doe.org', true],
  ['call +49 30 901820', undefined],
  ['jane@doe.org', undefined],
  ['https://doe.org', undefined],
  ['[LinkedIn](https://linkedin.com/in/doe)', undefined],
  ['+46 76 555 66 77 (mobile)', undefined],
])('knows whether %j has a label', (source, isLabelled) => {
  expect(recogniseContact(parseInline(source))?.isLabelled).toBe(isLabelled);
});

test('recognises nothing in nothing', () => {
  expect(recogniseContact([])).toBeUndefined();
});

test.each<[key: string, value: string, ...rest: [string, string, string?, string?]]>([
  ['email', 'jane@doe.org', 'email', 'jane@doe.org', 'mailto:jane@doe.org'],
  ['phone', '+86 185-1911-5711 (WeChat ID)', 'phone', '+86 185-1911-5711', 'tel:+8618519115711', 'WeChat ID'],
  ['phone', '+1 (234) 567 890', 'phone', '+1 (234) 567 890', 'tel:+1234567890'],
  ['mobile', '+1 (234) 567 890', 'mobile', '+1 (234) 567 890', 'tel:+1234567890'],
  ['phone', 'ask me', 'phone', 'ask me'],
  ['fax', '+3 456', 'fax', '+3 456'],
  ['homepage', 'https://jt-zhang.github.io', 'homepage', 'jt-zhang.github.io', 'https://jt-zhang.github.io'],
  ['website', 'https://github.com/doe/', 'github', 'github.com/doe', 'https://github.com/doe/'],
  ['url', 'doe.example', 'homepage', 'doe.example'],
  ['location', 'Berlin', 'location', 'Berlin'],
  ['github', 'adalovelace', 'github', 'adalovelace', 'https://github.com/adalovelace'],
  ['github', '@adalovelace', 'github', '@adalovelace', 'https://github.com/adalovelace'],
  ['github', 'github.com/ada', 'github', 'github.com/ada', 'https://github.com/ada'],
  ['gitlab', 'ada', 'gitlab', 'ada', 'https://gitlab.com/ada'],
  ['linkedin', 'ada', 'linkedin', 'ada', 'https://www.linkedin.com/in/ada'],
  ['twitter', '@ada', 'twitter', '@ada', 'https://x.com/ada'],
  ['bluesky', 'ada.bsky.social', 'bluesky', 'ada.bsky.social', 'https://bsky.app/profile/ada.bsky.social'],
  ['mastodon', '@ada@hachyderm.io', 'mastodon', '@ada@hachyderm.io', 'https://hachyderm.io/@ada'],
  ['orcid', '0000-0002-1825-0097', 'orcid', '0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097'],
  [
    'scholar',
    'LTOTl0YAAAAJ',
    'scholar',
    'LTOTl0YAAAAJ',
    'https://scholar.google.com/citations?user=LTOTl0YAAAAJ',
  ],
  ['whatsapp', '+49 170 1234567', 'whatsapp', '+49 170 1234567', 'https://wa.me/491701234567'],
  ['telegram', 'ada', 'telegram', 'ada', 'https://t.me/ada'],
  ['skype', 'ada', 'skype', 'ada', 'skype:ada?chat'],
  ['matrix', '@ada:matrix.org', 'matrix', '@ada:matrix.org', 'https://matrix.to/#/@ada:matrix.org'],
  ['matrix', '@ada:server', 'matrix', '@ada:server', 'https://matrix.to/#/@ada:server'],
  ['homepage', 'https://', 'homepage', 'https://', 'https://'],
  ['wechat', 'ada', 'wechat', 'ada'],
  ['born', '1990', 'born', '1990'],
  ['contact', 'https://doe.org', 'homepage', 'doe.org', 'https://doe.org'],
  ['pigeon', 'coo', 'text', 'coo'],
])('makes a contact of %s: %s', (key, value, ...expected) => {
  const [contact] = toFrontMatterContacts({ contacts: [{ key, value: { value } }] });
  expect(row(contact)).toEqual(expected);
});

test('drops an empty value of the front matter', () => {
  expect(toFrontMatterContacts({ contacts: [{ key: 'email', value: { value: ' ' } }] })).toEqual([]);
});

test('a text without end is none', () => {
  const nodes = parseInline(`${'jane '.repeat(500)}jane@doe.org`);
  expect(recogniseContact(nodes)?.kind).toBe('text');
  expect(recogniseContact(parseInline(`<b>${' '.repeat(3)}</b>`).slice(0, 0))).toBeUndefined();
});

test('a picture alone is no contact', () => {
  expect(recogniseContact(parseInline('🏠'))).toBeUndefined();
});
