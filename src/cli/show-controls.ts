/** Colours and weights, as mdcv's own messages have them. */
const ownStyles = '\u001B\\[(?:0|1|2|9|22|29|3[0-9])m';
/** The control characters but tabs and line ends; and what turns the direction of all that follows. */
const controls = '[\\0-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]';
const styleOrControl = new RegExp(`(${ownStyles})|${controls}`, 'g');

/**
 * A text for a terminal with a sign in the place of each character that would act on it: names of files and what a CV says stand in messages, and may hold
 * sequences that clear the screen, rename the window, or turn the order of letters.
 * @param isStyled whether colours and weights go through, for messages that have some
 */
export function showControls(text: string, isStyled: boolean): string {
  return text.replace(styleOrControl, (found, style?: string) =>
    style === undefined ? toSign(found) : isStyled ? style : `${toSign(found)}${style.slice(1)}`,
  );
}

/** Unicode's pictures of control characters, for those that have one. */
function toSign(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\uFFFD';
}
