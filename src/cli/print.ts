import picocolors from 'picocolors';
import { MdcvError } from '../problem.ts';
import type { Colours } from '../report.ts';
import { toSystemError } from '../system-error.ts';
import { showControls } from './show-controls.ts';

/** Colours for standard error, where messages go: only on a terminal, and as NO_COLOR and FORCE_COLOR say. */
export const colours: Colours & { isColorSupported: boolean } = picocolors.createColors(
  picocolors.isColorSupported && (process.stderr.isTTY || Boolean(process.env.FORCE_COLOR)),
);

/** What a command was asked for, on standard output. */
export function printLine(text: string): void {
  console.log(showControls(text, picocolors.isColorSupported));
}

/** What people are told, on standard error. */
export function printNote(text: string): void {
  console.error(showControls(text, colours.isColorSupported));
}

/** An error without a place, as people read it. A stack trace is for us: `MDCV_DEBUG=1` shows it. */
export function printError(thrown: unknown, of?: string): void {
  const error = toSystemError(thrown);
  const { message } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof MdcvError) {
    printNote(`${of ? `${of}: ` : ''}${colours.red('error')} ${error.code} ${message}`);
    if (error.hint) printNote(error.hint.replace(/^/gm, '  '));
  } else {
    printNote(`${colours.red('error')} internal ${message}`);
    printNote('  This is a defect of mdcv. Set MDCV_DEBUG=1 to see where, and please report it.');
  }
  if (process.env.MDCV_DEBUG && error instanceof Error) console.error(error.stack, error.cause ?? '');
}

/** The same for what costs nothing that was asked for. */
export function printWarning({ code, message, hint }: MdcvError): void {
  printNote(`${colours.yellow('warning')} ${code} ${message}`);
  if (hint) printNote(hint.replace(/^/gm, '  '));
}

/** A line for those who look for the cause of something, with `MDCV_DEBUG=1`. */
export function printDebug(message: string): void {
  if (process.env.MDCV_DEBUG) printNote(colours.dim(message));
}
