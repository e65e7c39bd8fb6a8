/** One line on the terminal that says what is being done; nothing where the output is no terminal. */
export interface Progress {
  show: (step: string) => void;
  stop: () => void;
}

export function createProgress(): Progress {
  const stream = process.stderr;
  if (!stream.isTTY) return { show: () => {}, stop: () => {} };
  let shown = false;
  const clear = (): void => {
    if (shown) stream.write('\r\u001B[K');
    shown = false;
  };
  return {
    show: (step) => {
      clear();
      stream.write(`${step.slice(0, Math.max(10, stream.columns - 2))} …`);
      shown = true;
    },
    stop: clear,
  };
}
