import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { engineNames } from '../../src/engine/engine.ts';
import { createMarks, type Marks } from '../../src/latex/origins.ts';
import { joinTex, rawTex, type Tex } from '../../src/latex/tex.ts';
import { identifierPlace } from '../../src/template/file-identifier.ts';
import { iconNames, selectIcons } from '../../src/template/icons.ts';
import { listTemplates, type Template } from '../../src/template/load-template.ts';
import { renderTemplate } from '../../src/template/render-template.ts';
import { resolveOptions } from '../../src/template/resolve-options.ts';
import type { CvView } from '../../src/template/view.ts';

const templates = await listTemplates([]);
const cases = templates.flatMap((template) =>
  engineNames.map((engine) => ({ name: template.name, template, engine })),
);

describe('templates', () => {
  it('are the seven', () => {
    expect(templates.map((template) => template.name).sort()).toEqual([
      'academic',
      'banking',
      'casual',
      'classic',
      'contemporary',
      'fancy',
      'oldstyle',
    ]);
  });

  it.each(templates.map(({ name, manifest }) => ({ name, manifest })))(
    '$name has defaults that fit its own options',
    ({ manifest }) => {
      const vfile = new VFile({ path: 'cv.md' });
      const asked = Object.entries(manifest.options).map(([name, { default: value }]) => [name, { value }]);
      const options = resolveOptions(
        manifest,
        { contacts: [], options: { value: Object.fromEntries(asked) } },
        vfile,
      );
      expect(vfile.messages.map(String)).toEqual([]);
      expect(Object.keys(options)).toEqual(Object.keys(manifest.options));
    },
  );

  it.each(cases)('$name prints every field for $engine', ({ template, engine }) => {
    const marks = createMarks('cv.md');
    const options = resolveOptions(template.manifest, { contacts: [] }, new VFile({ path: 'cv.md' }));
    const view = createView(marks, engine, options);
    const { marked } = renderTemplate(template, view, selectIcons(view));
    const { source, unprinted } = marks.resolve(marked);
    expect(unprinted.map((mark) => mark.field)).toEqual([]);
    expect(source).not.toMatch(/[\uFDD0\uFDD1]|{undefined}|\[object/);
    expect(source.match(/\\documentclass|\\begin\{document\}|\\end\{document\}/g)).toEqual([
      '\\documentclass',
      '\\begin{document}',
      '\\end{document}',
    ]);
    // A blank line within the arguments of an environment would be a paragraph where TeX forbids one.
    expect(source).toMatch(/\\begin\{mdcventry\}\{0\}%\n {2}\{date-0\}%\n {2}\{title-0\}%\n/);
  });

  it.each(cases)('$name prints every field of a letter for $engine', ({ template, engine }) => {
    const marks = createMarks('letter.md');
    const options = resolveOptions(template.manifest, { contacts: [] }, new VFile({ path: 'letter.md' }));
    const value = (text: string): Tex => joinTex([marks.content({ line: 1, column: 1 }, text), rawTex(text)]);
    const view = {
      ...createView(marks, engine, options),
      sections: [],
      date: undefined,
      letter: {
        recipient: [value('to-1'), value('to-2')],
        date: value('letter-date'),
        subject: value('subject'),
        opening: value('opening'),
        closing: value('closing'),
        signature: value('image-2.png'),
        enclosures: { label: value('label'), items: [value('one'), value('two')] },
      },
    };
    const { source, unprinted } = marks.resolve(renderTemplate(template, view, []).marked);
    // The view of a whole CV has made these marks, too.
    const printed = unprinted.filter(({ field = '' }) => !/-\d|section|bare|other|document date/.test(field));
    expect(printed).toEqual([]);
    expect(unprinted.map(({ field }) => field)).not.toContain('to-1');
    expect(source).not.toMatch(/[\uFDD0\uFDD1]|{undefined}|\[object/);
    expect(source).toContain('\\begin{mdcvletter}');
    expect(source.split('\\begin{document}')[0]).toBe(preambleOfCv(template, engine, options));
  });

  it('hide the photo without losing sight of it', () => {
    const template = templates.find(({ name }) => name === 'classic');
    if (!template) throw new Error('Cannot find the template classic');
    const marks = createMarks('cv.md');
    const options = resolveOptions(template.manifest, { contacts: [] }, new VFile({ path: 'cv.md' }));
    const view = createView(marks, 'pdflatex', { ...options, photo: false });
    const { source, unprinted } = marks.resolve(renderTemplate(template, view, []).marked);
    expect(unprinted).toEqual([]);
    expect(source).not.toContain('\\newcommand{\\mdcvphoto}');
  });
});

describe('icons.json', () => {
  it('has an icon for each kind of contact but plain text', () => {
    expect([...iconNames()].sort()).toEqual(
      [
        ...['bitbucket', 'bluesky', 'born', 'email', 'facebook', 'fax', 'github', 'gitlab', 'homepage'],
        ...['instagram', 'linkedin', 'location', 'mastodon', 'matrix', 'mobile', 'orcid', 'phone'],
        ...['researchgate', 'scholar', 'signal', 'skype', 'stackoverflow', 'telegram', 'twitter', 'wechat'],
        ...['whatsapp', 'xing', 'youtube'],
      ].sort(),
    );
  });
});

/** A letter and its CV share all that an engine can read ahead. */
function preambleOfCv(template: Template, engine: CvView['engine'], options: CvView['options']): string {
  const marks = createMarks('cv.md');
  const { marked } = renderTemplate(template, createView(marks, engine, options), []);
  return marks.resolve(marked).source.split('\\begin{document}')[0] ?? '';
}

/** A view with every field there is, each value marked, as `toView` marks it. */
function createView(marks: Marks, engine: CvView['engine'], options: CvView['options']): CvView {
  const value = (text: string): Tex => joinTex([marks.content({ line: 1, column: 1 }, text), rawTex(text)]);
  const entry = (depth: number): CvView['introduction'][number] => ({
    type: 'entry',
    date: value(`date-${depth}`),
    title: value(`title-${depth}`),
    subtitle: value(`subtitle-${depth}`),
    place: value(`place-${depth}`),
    details: [value(`detail-${depth}-1`), value(`detail-${depth}-2`)],
    body: depth < 2 ? [entry(depth + 1), item(depth)] : [],
  });
  const item = (depth: number): CvView['introduction'][number] => ({
    type: 'item',
    label: value(`label-${depth}`),
    text: value(`text-${depth}`),
    body: [{ type: 'prose', kind: 'list', text: value(`item-body-${depth}`) }],
  });
  return {
    lang: 'de',
    direction: 'ltr',
    ideographs: 'SC',
    babel: 'ngerman',
    wideLatin: true,
    engine,
    options,
    profile: 'screen',
    scriptFonts: [],
    scripts: engine === 'pdflatex' ? [] : ['arabic', 'cyrillic', 'han', 'khmer', 'symbol', 'other'],
    person: {
      given: value('given'),
      family: value('family'),
      headline: value('headline'),
      address: [value('street'), value('town')],
      contacts: [
        { kind: 'email', icon: 'email', text: value('mail'), remark: value('remark') },
        { kind: 'text', text: value('free text') },
      ],
      photo: value('photo.png'),
    },
    metadata: {
      title: rawTex('Title'),
      author: rawTex('Author'),
      keywords: rawTex('a, b'),
      lang: 'de',
      producer: rawTex('pdfTeX'),
      id: identifierPlace,
      pdfa: true,
      xmp: { title: rawTex('Title'), author: rawTex('Author'), keywords: rawTex('a, b') },
    },
    introduction: [{ type: 'prose', kind: 'paragraph', text: value('introduction') }],
    sections: [
      {
        title: value('section'),
        bookmark: rawTex('section'),
        blocks: [
          entry(0),
          item(0),
          {
            type: 'subsection',
            title: value('subsection'),
            bookmark: rawTex('subsection'),
            blocks: [
              entry(2),
              item(2),
              { type: 'prose', kind: 'other', text: value('other') },
              { type: 'entry', title: value('bare'), details: [], body: [] },
              { type: 'item', label: value('bare label'), body: [] },
            ],
          },
        ],
      },
    ],
    footer: value('footer'),
    seal: value('seal'),
    date: value('document date'),
  };
}
