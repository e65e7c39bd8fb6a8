import type { PdfValue } from './pdf-objects.ts';

/** An operator of a content stream with what stands before it (ISO 32000-2, 7.8.2). */
export interface ContentOperator {
  name: string;
  operands: PdfValue[];
}

const tokens =
  /%[^\r\n]*|\/([^\s()<>[\]{}/%]*)|([+-]?(?:\d+\.?\d*|\.\d+))|(<<|>>|\[|\])|<([\dA-Fa-f\s]*)>|(\()|([^\s()<>[\]{}/%]+)/g;

/**
 * Reads a content stream, one byte a character (latin1). Dictionaries are passed over, as are the data of inline images, which is
 * the one thing that may go wrong in a stream that is right.
 */
export function* contentOperators(content: string): Generator<ContentOperator> {
  let operands: PdfValue[] = [];
  let list: PdfValue[] | undefined;
  const add = (value: PdfValue): void => {
    (list ?? operands).push(value);
  };
  // Its own: one stream is read in the middle of another, where a form is drawn.
  const pattern = new RegExp(tokens);
  for (let match = pattern.exec(content); match; match = pattern.exec(content)) {
    const [, name, number, bracket, hex, parenthesis, word] = match;
    if (name !== undefined) add({ name });
    else if (number !== undefined) add(Number(number));
    else if (bracket === '[') list = [];
    else if (bracket === ']') {
      operands.push(list ?? []);
      list = undefined;
    } else if (hex !== undefined) add(toPdfString(Buffer.from(hex.replace(/\s/g, ''), 'hex')));
    else if (parenthesis) {
      const end = endOfString(content, match.index);
      add(toPdfString(Buffer.from(content.slice(match.index + 1, end - 1), 'latin1')));
      pattern.lastIndex = end;
    } else if (word === 'ID') {
      const end = /\sEI(?=\s|$)/g;
      end.lastIndex = pattern.lastIndex;
      pattern.lastIndex = end.exec(content) ? end.lastIndex : content.length;
      operands = [];
    } else if (word) {
      yield { name: word, operands };
      operands = [];
    }
  }
}

/** Escapes are left in: nothing here needs the letters, only where they end. */
function toPdfString(bytes: Uint8Array): PdfValue {
  return { bytes, text: Buffer.from(bytes).toString('latin1') };
}

function endOfString(content: string, start: number): number {
  let depth = 0;
  for (let index = start; index < content.length; index += 1) {
    const character = content[index];
    if (character === '\\') index += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return content.length;
}
