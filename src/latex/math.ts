import { mathCommands } from './math-commands.ts';
import { rawTex, type Tex } from './tex.ts';

/** Deeper groups, and arguments of arguments, are no formula of a CV. */
const deepest = 20;

/**
 * Mathematics that is known to be safe and whole, written anew from its parts; `undefined` for anything else: unknown commands, open groups, a
 * script without a base, other than ASCII.
 */
export function mathToTex(source: string): Tex | undefined {
  const tokens = source.match(/\\(?:[a-zA-Z]+|[^a-zA-Z])|./gs) ?? [];
  const reader: Reader = { tokens, index: 0 };
  const body = readList(reader, 0);
  if (body === undefined || reader.index < tokens.length || body.trim() === '') return undefined;
  return rawTex(`\\ensuremath{${body}}`);
}

interface Reader {
  tokens: readonly string[];
  index: number;
}

/** Atoms with their scripts, up to a closing brace or the end. */
function readList(reader: Reader, depth: number): string | undefined {
  let list = '';
  while (reader.index < reader.tokens.length && reader.tokens[reader.index] !== '}') {
    if (/\s/.test(reader.tokens[reader.index] as string)) {
      reader.index += 1;
      list += ' ';
      continue;
    }
    const atom = readScripted(reader, depth);
    if (atom === undefined) return undefined;
    list += atom;
  }
  return list;
}

function readScripted(reader: Reader, depth: number): string | undefined {
  let atom = readAtom(reader, depth);
  const seen = new Set<string>();
  for (;;) {
    const token = reader.tokens[reader.index];
    if (atom === undefined || (token !== '^' && token !== '_' && token !== "'")) return atom;
    // TeX refuses a second superscript; a prime is one.
    const kind = token === '_' ? '_' : '^';
    if (seen.has(kind) && !(token === "'" && atom.endsWith("'"))) return undefined;
    seen.add(kind);
    reader.index += 1;
    const script = token === "'" ? '' : readArgument(reader, depth);
    atom = script === undefined ? undefined : `${atom}${token}${script}`;
  }
}

function readAtom(reader: Reader, depth: number): string | undefined {
  const token = reader.tokens[reader.index] as string;
  if (token === '{') return readGroup(reader, depth);
  reader.index += 1;
  if (/^[A-Za-z0-9+\-*/=<>()[\]|.,:;!?]$/.test(token)) return token;
  const count = token.startsWith('\\') ? mathCommands.get(token.slice(1)) : undefined;
  if (count === undefined) return undefined;
  if (token === '\\mathbb') return readBlackboard(reader);
  // The space keeps the command's name apart from letters that follow.
  let command = /[a-z]$/i.test(token) && count === 0 ? `${token} ` : token;
  for (let argument = 0; argument < count; argument += 1) {
    const group = readArgument(reader, depth);
    if (group === undefined) return undefined;
    command += group;
  }
  return command;
}

/** `\mathbb R` or `\mathbb{R}`, from the AMS font itself, so that no package is needed. */
function readBlackboard(reader: Reader): string | undefined {
  const [letter] =
    /^(?:\{[A-Z]\}|[A-Z])/.exec(reader.tokens.slice(reader.index, reader.index + 3).join('')) ?? [];
  if (!letter) return undefined;
  reader.index += letter.length;
  return `\\mbox{\\usefont{U}{msb}{m}{n}${letter.replace(/[{}]/g, '')}}`;
}

/** A group or a single atom, in braces either way. */
function readArgument(reader: Reader, depth: number): string | undefined {
  while (/^\s$/.test(reader.tokens[reader.index] ?? '')) reader.index += 1;
  const token = reader.tokens[reader.index];
  if (token === undefined || token === '}' || token === '[') return undefined;
  if (token === '{') return readGroup(reader, depth);
  if (depth >= deepest) return undefined;
  const atom = readAtom(reader, depth + 1);
  return atom === undefined ? undefined : `{${atom}}`;
}

function readGroup(reader: Reader, depth: number): string | undefined {
  reader.index += 1;
  if (depth >= deepest) return undefined;
  const list = readList(reader, depth + 1);
  if (list === undefined || reader.tokens[reader.index] !== '}') return undefined;
  reader.index += 1;
  return `{${list}}`;
}
