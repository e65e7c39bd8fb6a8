/** How the value of a key is written. */
export type KeyShape =
  | 'text'
  | 'name'
  | 'names'
  | 'markdown'
  | 'texts'
  | 'list'
  | 'files'
  | 'words'
  | 'address'
  | 'contact'
  | 'boolean'
  | 'count'
  | 'fit'
  | 'languages'
  | 'variants'
  | 'reasons'
  | 'choice'
  | 'options'
  | 'venues'
  | 'lines'
  | 'placed-list';

interface RuleText {
  description: string;
  aliases?: readonly string[];
}

export type KeyRule = RuleText &
  ({ shape: Exclude<KeyShape, 'choice'> } | { shape: 'choice'; values: readonly string[] });

/**
 * Every key of the front matter that mdcv acts on, in the words that the JSON Schema shows. The one source for reading
 * (`front-matter-parse.ts`), for the schema (`front-matter-schema.ts`) and for the suggestions on unknown keys.
 */
const rules = {
  name: { shape: 'name', description: 'Your name as it is to be printed, or `{first: …, last: …}`.' },
  firstname: {
    shape: 'text',
    description: 'Your given name, together with `lastname`.',
    aliases: ['givenname', 'given'],
  },
  lastname: {
    shape: 'text',
    description: 'Your family name, together with `firstname`.',
    aliases: ['familyname', 'family', 'surname'],
  },
  author: { shape: 'names', description: 'Your name, where `name` is missing; or `{name: …, email: …}`.' },
  title: {
    shape: 'text',
    description: 'Title of the document: a name, a role, or a word like CV, which is not printed.',
  },
  headline: {
    shape: 'text',
    description: 'Role or motto printed below the name.',
    aliases: ['subtitle', 'label', 'position', 'jobtitle'],
  },
  photo: {
    shape: 'text',
    description: 'Path of your photo, relative to the CV.',
    aliases: ['picture', 'image'],
  },
  address: {
    shape: 'address',
    description: 'Postal address: a text, a list of lines, or street, city, postcode and country.',
  },
  contact: {
    shape: 'contact',
    description: 'Any contact, or a list or mapping of them.',
    aliases: ['contacts', 'social', 'socials', 'sociallinks', 'profiles', 'links', 'accounts', 'header'],
  },
  email: { shape: 'texts', description: 'E-mail address, or a list of them.', aliases: ['mail'] },
  phone: { shape: 'texts', description: 'Phone number, or a list of them.', aliases: ['tel', 'telephone'] },
  mobile: { shape: 'texts', description: 'Mobile phone number.', aliases: ['cell', 'cellphone'] },
  fax: { shape: 'texts', description: 'Fax number.' },
  homepage: {
    shape: 'texts',
    description: 'Address of your homepage, or a list of them.',
    aliases: ['website', 'url', 'web', 'site', 'www'],
  },
  location: { shape: 'texts', description: 'Where you live, as a contact.' },
  github: { shape: 'texts', description: 'GitHub user or address.' },
  gitlab: { shape: 'texts', description: 'GitLab user or address.' },
  bitbucket: { shape: 'texts', description: 'Bitbucket user or address.' },
  linkedin: { shape: 'texts', description: 'LinkedIn user or address.' },
  xing: { shape: 'texts', description: 'Xing user or address.' },
  twitter: { shape: 'texts', description: 'X (Twitter) user or address.', aliases: ['x'] },
  mastodon: { shape: 'texts', description: 'Mastodon user or address.' },
  bluesky: { shape: 'texts', description: 'Bluesky user or address.' },
  facebook: { shape: 'texts', description: 'Facebook user or address.' },
  instagram: { shape: 'texts', description: 'Instagram user or address.' },
  youtube: { shape: 'texts', description: 'YouTube channel or address.' },
  stackoverflow: { shape: 'texts', description: 'Stack Overflow user or address.' },
  orcid: { shape: 'texts', description: 'ORCID iD.' },
  scholar: { shape: 'texts', description: 'Google Scholar user or address.', aliases: ['googlescholar'] },
  researchgate: { shape: 'texts', description: 'ResearchGate user or address.' },
  telegram: { shape: 'texts', description: 'Telegram user.' },
  whatsapp: { shape: 'texts', description: 'WhatsApp number.' },
  wechat: { shape: 'texts', description: 'WeChat ID.' },
  skype: { shape: 'texts', description: 'Skype user.' },
  signal: { shape: 'texts', description: 'Signal user or number.' },
  matrix: { shape: 'texts', description: 'Matrix user.' },
  born: { shape: 'texts', description: 'Date of birth.', aliases: ['birthday', 'dateofbirth'] },
  lang: {
    shape: 'languages',
    description:
      'Language of the CV as a BCP 47 tag, such as `en`, `de-CH` or `zh-Hans`, or a list of them, for a PDF each.',
    aliases: ['language', 'locale'],
  },
  date: {
    shape: 'text',
    description: 'Date of the document. Of a letter, `today` is the day on which it is built.',
  },
  keywords: {
    shape: 'words',
    description: 'Keywords for the metadata of the PDF: a list, or a text split by commas.',
    aliases: ['tags'],
  },
  summary: { shape: 'markdown', description: 'Introduction, in Markdown.', aliases: ['abstract', 'profile'] },
  footer: { shape: 'markdown', description: 'Footer, in Markdown.' },
  bibliography: {
    shape: 'files',
    description: 'Path of a BibTeX file, relative to the CV, or a list of them.',
  },
  aliases: {
    shape: 'list',
    description: 'Other names under which you published, so that they stand out in lists of authors.',
    aliases: ['alias', 'othernames'],
  },
  venues: {
    shape: 'venues',
    description: 'Short names of venues: `ICML: International Conference on Machine Learning`.',
  },
  publications: {
    shape: 'options',
    description:
      'What all publications blocks have in common, such as `style`, `authors`, `number` or `sort`.',
  },
  nocite: {
    shape: 'list',
    description: "Keys of publications for pandoc's `::: {#refs}` block, or `@*` for all.",
  },
  private: {
    shape: 'list',
    description: 'Fields that `mdcv build --public` leaves out, such as `phone` or `address`.',
  },
  template: { shape: 'text', description: 'Name of the template.' },
  engine: {
    shape: 'choice',
    description: 'TeX engine.',
    values: ['pdflatex', 'xelatex', 'lualatex'],
  },
  toolchain: {
    shape: 'choice',
    description: 'Where TeX comes from.',
    values: ['auto', 'local', 'managed', 'docker'],
  },
  profile: {
    shape: 'choice',
    description:
      'What the PDF is for: `print` has no links and no outline, `accessible` is tagged as far as TeX can.',
    values: ['screen', 'print', 'accessible'],
  },
  lock: {
    shape: 'boolean',
    description: '`true` records in `mdcv.lock` what each PDF was made with, and a hash of it.',
  },
  options: { shape: 'options', description: 'Options of the template by name.' },
  geometry: { shape: 'words', description: "Margins, as pandoc's `geometry`." },
  fontsize: { shape: 'text', description: "Font size, as pandoc's `fontsize`." },
  mainfont: { shape: 'text', description: "Main font, as pandoc's `mainfont`." },
  pages: { shape: 'count', description: 'How many pages the CV may take; `mdcv check` warns of more.' },
  fit: {
    shape: 'fit',
    description:
      '`true` tightens spacing, margins and type, within what the template allows, until the CV fits `pages`; a number says how many that are.',
  },
  variants: {
    shape: 'variants',
    description:
      'Forms of the CV by name, each with the tags that it takes in (`include`) or leaves out (`exclude`), and other values for any of these keys or for options of the template.',
  },
  variant: {
    shape: 'text',
    description: 'The variant that is built where none is asked for, or `all`; the whole CV by default.',
  },
  checks: {
    shape: 'reasons',
    description: 'What `mdcv` is not to warn of: the code of a message, and why: `widow: "I like it"`.',
  },
  kind: {
    shape: 'choice',
    description:
      'What the file is: a `cv`, or a `letter` to go with one. The name of the file usually says it.',
    values: ['cv', 'letter'],
  },
  cv: {
    shape: 'text',
    description:
      'Of a letter: path of the CV whose person and look it shares, relative to the letter; `cv.md` by default, `false` for none.',
  },
  recipient: {
    shape: 'lines',
    description: 'Of a letter: whom it is to. A text, a list of lines, or name, company, street, city …',
    aliases: ['to', 'addressee'],
  },
  subject: { shape: 'text', description: 'Of a letter: what it is about.', aliases: ['regarding'] },
  opening: {
    shape: 'text',
    description: 'Of a letter: the salutation; without it, that of the language.',
    aliases: ['salutation', 'greeting'],
  },
  closing: {
    shape: 'text',
    description: 'Of a letter: the words above the name; without them, those of the language.',
    aliases: ['valediction', 'signoff'],
  },
  signature: {
    shape: 'text',
    description: 'Of a letter: path of an image of your signature, relative to the letter.',
  },
  enclosures: {
    shape: 'placed-list',
    description: 'Of a letter: what comes with it.',
    aliases: ['enclosure', 'encl', 'attachments'],
  },
  meta: {
    shape: 'options',
    description: 'What other formats say about the document itself; `mdcv export` gives it back.',
  },
  raw: { shape: 'choice', description: '`latex` lets raw LaTeX through.', values: ['latex'] },
  math: { shape: 'boolean', description: '`true` turns `$…$` into mathematics.' },
} as const;

export type KnownKey = keyof typeof rules;
export const keyRules: Readonly<Record<KnownKey, KeyRule>> = rules;

/** The key that a spelling stands for: case, `-`, `_` and blanks do not matter. */
export function canonicalKey(written: string): KnownKey | undefined {
  const plain = plainKey(written);
  const direct = plain as KnownKey;
  if (Object.hasOwn(keyRules, direct)) return direct;
  const all = Object.entries(keyRules) as [KnownKey, KeyRule][];
  return all.find(([, rule]) => rule.aliases?.includes(plain))?.[0];
}

export function plainKey(written: string): string {
  return written.toLowerCase().replace(/[-_\s]/g, '');
}
