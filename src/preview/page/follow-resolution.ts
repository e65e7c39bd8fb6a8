/** Tells each time that the window comes to a screen of another resolution, or the browser zooms. */
export function followResolution(onChange: () => void): void {
  matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener(
    'change',
    () => {
      onChange();
      followResolution(onChange);
    },
    { once: true },
  );
}
