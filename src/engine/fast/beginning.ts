/** The first lines of a body, which a standby sets before it is known what follows. */
import type { EngineName, TexAsset, TexDocument } from '../engine.ts';
import { lookAt, sameLooks } from './looks.ts';
import { findPauses, pauseAfter } from './pauses.ts';

export interface Beginning {
  /** From the first line of the body's file to the one at whose end TeX waits. */
  lines: readonly string[];
  /** All images of the body that it was taken from. */
  assets: readonly TexAsset[];
  /** Of files that TeX may have read for it. */
  looks: ReadonlyMap<string, string>;
}

/** In lines of the file that its places refer to, with its images. */
export type Body = Pick<TexDocument, 'source' | 'assets'>;

/** What a body that was just set tells of the next one. */
export interface SetBody extends Body {
  /** Absolute paths of what TeX read for it. */
  inputs: readonly string[];
  /** The line in which TeX was when it put out the first page, 1-based. */
  firstPageLine: number | undefined;
}

/**
 * `\mdcvidentify{…}`: the identifier of the PDF is made of the whole document. In a beginning its line is empty, and TeX is told it when it
 * goes on.
 */
const identifying = /^\\mdcvidentify\{[0-9A-F]*\}$/;

/** xelatex hands its driver the identifier with the first page (templates/shared/pdfa.tex.njk). */
const identifiesWithFirstPage: ReadonlySet<EngineName> = new Set(['xelatex']);

/**
 * What the next body will most likely have in common with this one: all that comes before the place where this one differs from the one
 * before, as far as TeX can wait there. People who write go on where they are.
 * @returns nothing where that is next to nothing
 */
export function findBeginning(engine: EngineName, before: string, body: SetBody): Beginning | undefined {
  const lines = toLines(body.source);
  const beforeLines = toLines(before);
  const changed = lines.findIndex((line, index) => line !== beforeLines[index]);
  const whole = changed < 0 ? lines.length : changed;
  const firstPage = body.firstPageLine ?? 0;
  const end = identifiesWithFirstPage.has(engine) ? Math.max(0, Math.min(whole, firstPage - 1)) : whole;
  const last = findPauses(lines.slice(0, end)).at(-1);
  if (last === undefined) return undefined;
  const { assets, inputs } = body;
  const own = assets.flatMap(({ from }) => (typeof from === 'string' ? [from] : []));
  return { lines: lines.slice(0, last + 1), assets, looks: lookAt([...inputs, ...own]) };
}

/** Whether a body begins so, and nothing that was read for it has changed. */
export function beginsWith(body: Body, beginning: Beginning): boolean {
  const lines = toLines(body.source);
  return (
    sameAssets(body.assets, beginning.assets) &&
    beginning.lines.every((line, index) => line === lines[index]) &&
    sameLooks(beginning.looks)
  );
}

/** Whether what has set one of them may go on as if it had set the other. */
export function sameBeginning(one: Beginning, other: Beginning): boolean {
  return (
    one.lines.length === other.lines.length &&
    one.lines.every((line, index) => line === other.lines[index]) &&
    sameAssets(one.assets, other.assets) &&
    sameLooks(one.looks)
  );
}

/** Whether TeX reads the same in both, images included. */
export function sameBody(one: Body, other: Body): boolean {
  return one.source === other.source && sameAssets(one.assets, other.assets);
}

function sameAssets(some: readonly TexAsset[], others: readonly TexAsset[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ name, from }, index) => name === others[index]?.name && from === others[index].from)
  );
}

/** As TeX is to read it first: with the pause at its end. */
export function beginningSource({ lines }: Beginning): string {
  return [...lines.slice(0, -1), pauseAfter(lines.at(-1) as string), ''].join('\n');
}

/**
 * A body that has TeX wait wherever it can, and its beginning up to where that is first possible: to see whether waiting makes a difference.
 * @returns nothing where TeX can wait nowhere
 */
export function pauseEverywhere({
  source,
  assets,
}: Body): { beginning: Beginning; body: PausedBody } | undefined {
  const all = source.split('\n');
  const lines = toLines(source);
  const identifier = all.findIndex((line) => identifying.test(line));
  const [first, ...others] = findPauses(lines).filter((index) => index > identifier);
  if (first === undefined) return undefined;
  for (const index of others) all[index] = pauseAfter(all[index] as string);
  return {
    beginning: { lines: lines.slice(0, first + 1), assets, looks: new Map() },
    body: { source: all.join('\n'), assets, pauses: others.length },
  };
}

/** A body with pauses in it. */
export interface PausedBody extends Body {
  /** How many. */
  pauses: number;
}

/** What comes after a beginning, and the line of TeX to go on with. */
export function restOf(source: string, { lines }: Beginning): { source: string; command: string } {
  const all = source.split('\n');
  const command = all.slice(0, lines.length).find((line) => identifying.test(line)) ?? '';
  // No end of the line, which would be a space.
  return { source: all.slice(lines.length).join('\n'), command: `${command}%` };
}

function toLines(source: string): string[] {
  return source.split('\n').map((line) => (identifying.test(line) ? '%' : line));
}
