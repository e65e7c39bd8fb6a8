import type { VFile } from 'vfile';
import type { Photo } from '../model/cv.ts';
import { addProblem } from '../problem.ts';
import { readImageColours } from './image-colours.ts';
import type { ImageFormat } from './image-file.ts';

interface NamedImage {
  /** As the author wrote it. */
  name: string;
  path: string;
  format: ImageFormat;
  position: Photo['position'];
}

/**
 * Says where a PDF with this image cannot be PDF/A-2u, whose output intent is sRGB (ISO 19005-2, 6.2.4.3): then it does not claim to be. And
 * where the image's colours will come out otherwise. Transparency, palettes and 16 bits are allowed.
 */
export function checkImageColours({ name, path, format, position: place }: NamedImage, vfile: VFile): void {
  const { space, profile } = readImageColours(path, format);
  if (format === 'pdf' || space === 'cmyk') {
    addProblem(vfile, 'no-pdfa', {
      reason:
        format === 'pdf'
          ? `The PDF does not claim to be PDF/A: the image \`${name}\` is a PDF file, of which mdcv does not check fonts and colours`
          : `The PDF does not claim to be PDF/A: the image \`${name}\` is in CMYK, and the PDF's colours are sRGB`,
      note: format === 'pdf' ? 'Use a PNG or JPEG file.' : 'Convert the image to RGB (sRGB).',
      place,
    });
    return;
  }
  if (profile !== undefined)
    addProblem(vfile, 'image-profile', {
      reason: `The image \`${name}\` has a colour profile of its own${profile && `, \`${profile}\``}, which TeX may leave out: its colours can come out otherwise`,
      note: 'Convert the image to sRGB.',
      place,
    });
}
