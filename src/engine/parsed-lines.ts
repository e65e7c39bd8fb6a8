import type { LogEntry } from './engine.ts';

/** What a parser made of a log's lines from a given one on: no entry for what need not be told. */
export interface ParsedLines {
  entry?: LogEntry | undefined;
  /** Index of the first line that was not used. */
  next: number;
}
