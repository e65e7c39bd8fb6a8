import type { Delete, Emphasis, Strong } from 'mdast';
import type { Small, Subscript, Superscript, Underline } from '../../content/nodes.ts';
import { rawTex, type Tex } from '../tex.ts';
import type { PhrasingState } from './phrasing-state.ts';

type Wrapped = Delete | Emphasis | Small | Strong | Subscript | Superscript | Underline;

const commands: Readonly<Record<Wrapped['type'], string>> = {
  delete: '\\mdcvstrike',
  emphasis: '\\emph',
  small: '\\mdcvsmall',
  strong: '\\textbf',
  subscript: '\\textsubscript',
  superscript: '\\textsuperscript',
  underline: '\\mdcvunderline',
};

/** Nodes that are a command around their text. */
export function handleWrapped(node: Wrapped, state: PhrasingState): Tex {
  return rawTex(`${commands[node.type]}{${state.all(node.children)}}`);
}
