import type { Look, LookChange, LookOption, Refusal } from '../protocol.ts';
import { changeLook, writeLook } from './connection.ts';
import { byId, element, withCode } from './element.ts';

/** The switch: what is chosen is built at once, and may be written into the file. */
export function createLook(announce: (text: string) => void): (look: Look | undefined, file: string) => void {
  const form = byId<HTMLFormElement>('look-form');
  const write = byId<HTMLButtonElement>('look-write');
  const reset = byId<HTMLButtonElement>('look-reset');
  let shape = '';
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener(
    'change',
    ({ target }) => void command(changeLook(toChange(target as HTMLInputElement))),
  );
  reset.addEventListener('click', () => void command(changeLook({})));
  write.addEventListener('click', () => void command(writeLook(), `Written into ${write.dataset.file}`));
  return show;

  async function command(answer: Promise<Refusal | undefined>, done?: string): Promise<void> {
    const refusal = await answer;
    byId('look-error').replaceChildren(
      ...(refusal ? withCode(`${refusal.reason}. ${refusal.hint ?? ''}`) : []),
    );
    if (!refusal && done) announce(done);
  }

  function show(look: Look | undefined, file: string): void {
    byId<HTMLButtonElement>('look-button').disabled = !look;
    if (!look) return;
    write.dataset.file = file;
    write.title = `Write the choice into the front matter of ${file}`;
    write.disabled = !look.isChosen;
    reset.disabled = !look.isChosen;
    // Fields stay as they are while only their values change, so that the one in use keeps the focus.
    const next = JSON.stringify([
      look.templates,
      look.variants,
      look.languages,
      look.options.map(({ value, ...rest }) => rest),
    ]);
    if (next !== shape) fillForm(look);
    shape = next;
    setValue(form.elements.namedItem('template'), look.template);
    setValue(form.elements.namedItem('variant'), look.variant);
    setValue(form.elements.namedItem('lang'), look.lang);
    for (const { name, type, value } of look.options) {
      setValue(form.elements.namedItem(`option ${name}`), value);
      if (type === 'colour') setCustomColour(form, name, String(value));
    }
  }

  function fillForm(look: Look): void {
    const focused = document.activeElement as HTMLInputElement | null;
    const { name, value } = focused && form.contains(focused) ? focused : { name: '', value: '' };
    form.replaceChildren(
      ...editionFields(look),
      field(
        'Template',
        undefined,
        select(
          'template',
          look.templates.map(({ name, title }) => ({ value: name, label: title })),
        ),
      ),
      ...look.options.map(toField),
    );
    const again = name ? form.querySelectorAll<HTMLInputElement>(`[name="${name}"]`) : [];
    ([...again].find((input) => input.value === value) ?? again[0])?.focus();
  }
}

/** Which of the CVs that the source makes is shown, where there are several. */
function editionFields({ document, variants, languages }: Look): HTMLElement[] {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const variantChoices = variants.map((value) => ({
    value,
    label: value === 'none' ? `the whole ${document}` : value,
  }));
  const languageChoices = languages.map((value) => ({ value, label: names.of(value) ?? value }));
  return [
    ...(variants.length > 0 ? [field('Variant', undefined, select('variant', variantChoices))] : []),
    ...(languages.length > 0 ? [field('Language', undefined, select('lang', languageChoices))] : []),
  ];
}

function toChange({ name, type, value, checked }: HTMLInputElement): LookChange {
  if (name === 'template' || name === 'variant' || name === 'lang') return { [name]: value };
  return { options: { [name.replace('option ', '')]: type === 'checkbox' ? checked : value } };
}

function toField({ name, description, type, values }: LookOption): HTMLElement {
  const label = toLabel(name);
  const key = `option ${name}`;
  switch (type) {
    case 'boolean':
      return field(label, description, element('input', { type: 'checkbox', name: key }));
    case 'choice':
      return field(
        label,
        description,
        select(
          key,
          values.map(({ value }) => ({ value, label: value })),
        ),
      );
    case 'colour': {
      const swatches = values.map(({ value, hex }) => swatch(key, value, hex ?? '', value));
      const custom = element('input', {
        type: 'color',
        name: key,
        class: 'custom-colour',
        'aria-label': 'Another colour',
      });
      return element(
        'fieldset',
        { class: 'field', title: description },
        element('legend', {}, label),
        element('div', { class: 'swatches' }, ...swatches, custom),
      );
    }
  }
}

function swatch(name: string, value: string, hex: string, label: string): HTMLElement {
  const input = element('input', { type: 'radio', name, value, 'aria-label': label });
  const dot = element('label', { class: 'swatch', title: label }, input);
  dot.style.setProperty('--swatch', hex);
  return dot;
}

function field(label: string, description: string | undefined, control: HTMLElement): HTMLElement {
  return element('label', { class: 'field', title: description }, element('span', {}, label), control);
}

function select(name: string, choices: { value: string; label: string }[]): HTMLElement {
  return element(
    'select',
    { name },
    ...choices.map(({ value, label }) => element('option', { value }, label)),
  );
}

/** `fontSize` → `Font size` */
function toLabel(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function setValue(control: Element | RadioNodeList | null, value: string | boolean): void {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = value === true;
  else if (control instanceof HTMLSelectElement) control.value = String(value);
  else if (control instanceof RadioNodeList)
    for (const radio of control as unknown as Iterable<HTMLInputElement>)
      if (radio.type === 'radio') radio.checked = radio.value === value;
}

/** Shows a colour that has no name, or the one that its name stands for. */
function setCustomColour(form: HTMLFormElement, name: string, value: string): void {
  const custom = form.querySelector<HTMLInputElement>(`[name="option ${name}"][type="color"]`);
  if (!custom) return;
  const isCustom = value.startsWith('#');
  custom.classList.toggle('is-set', isCustom);
  if (isCustom) custom.value = value;
}
