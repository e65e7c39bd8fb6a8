import type { Image } from 'mdast';
import { escapeTex } from '../escape.ts';
import { rawTex, type Tex } from '../tex.ts';
import type { PhrasingState } from './phrasing-state.ts';

/** An image by its file name within the run's folder, or its description where there is no file. */
export function handleImage(node: Image, { context }: PhrasingState): Tex {
  const file = context.imageFile(node);
  if (file === undefined) return escapeTex(node.alt ?? '', { ...context, position: node.position });
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(file)) {
    throw new RangeError(
      `Cannot set an image with the file name \`${file}\`, expected a plain name that mdcv chose`,
    );
  }
  return rawTex(`\\mdcvimage{${file}}`);
}
