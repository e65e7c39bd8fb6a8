import type { Node } from 'mdast';
import type { Direction } from './language-direction.ts';

/** Between two pieces of text: lines run the other way from here on, or no longer. Made by `setDirections`, never by a parser. */
export interface Turn extends Node {
  type: 'turn';
  to: Direction;
  ends: boolean;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    turn: Turn;
  }
  interface RootContentMap {
    turn: Turn;
  }
}
