/** Single keys, as long as no field wants them. */
export function onKeys(actions: Readonly<Record<string, () => void>>): void {
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const isField = target instanceof HTMLElement && target.matches('select, input, textarea');
    const action = actions[key];
    if (!action || ctrlKey || metaKey || altKey || (isField && key !== 'Escape')) return;
    // Escape also closes what opened below the bar.
    if (key !== 'Escape') event.preventDefault();
    action();
  });
}
