/** Reads what a page asks for with `POST /look`. Whatever is sent, the answer is a refusal in words, and what is read has a limit. */
import type { IncomingMessage } from 'node:http';
import type { LookChange } from './protocol.ts';

/** What is sent is no command. */
export class BadCommand extends Error {
  /** Of HTTP. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** In bytes: a command is a few names and values. */
const longestBody = 10_000;

/** @throws BadCommand */
export async function readLookCommand(request: IncomingMessage): Promise<LookChange> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(?:;|$)/i.test(type))
    throw new BadCommand(415, 'Cannot read a command of this type, expected `application/json`');
  return toLookChange(parse(await readBody(request)));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const tooLong = new BadCommand(413, `Cannot read a command of more than ${longestBody} bytes`);
  if (Number(request.headers['content-length'] ?? 0) > longestBody) throw tooLong;
  const pieces: Buffer[] = [];
  let length = 0;
  // The connection stays, so that the refusal arrives.
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    length += piece.length;
    if (length > longestBody) throw tooLong;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadCommand(400, 'Cannot read the command, expected JSON');
  }
}

function toLookChange(value: unknown): LookChange {
  if (!isObject(value)) throw notCommand();
  const { template, variant, lang, options } = value as LookChange;
  const isSound =
    [template, variant, lang].every((name) => name === undefined || typeof name === 'string') &&
    (options === undefined ||
      (isObject(options) &&
        Object.values(options).every((option) => typeof option === 'string' || typeof option === 'boolean')));
  if (!isSound) throw notCommand();
  return { template, variant, lang, options };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notCommand(): BadCommand {
  return new BadCommand(400, 'Cannot read the command, expected an object of names and options');
}
