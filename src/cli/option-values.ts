/** Reads the values of options, as commander asks for; what cannot be read is a usage error with its words. */
import { InvalidArgumentError } from 'commander';

/** A whole number from 1 on. */
export function toCount(text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1) throw new InvalidArgumentError('Expected a whole number above 0.');
  return count;
}

/** The values of an option that may be given several times. */
export function append(value: string, before: string[] = []): string[] {
  return [...before, value];
}

/** A port of TCP. */
export function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new InvalidArgumentError('Expected a number from 1 to 65535.');
  return port;
}
