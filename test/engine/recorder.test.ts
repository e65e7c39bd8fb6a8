import { describe, expect, it } from 'vitest';
import { parseRecorder } from '../../src/engine/recorder.ts';

describe('parseRecorder', () => {
  it('gives absolute inputs, each once, without what was written', () => {
    const text = [
      'PWD /run',
      'INPUT /texmf/article.cls',
      'INPUT cv.tex',
      'INPUT ./cv.tex',
      'INPUT cv.aux',
      'OUTPUT cv.aux',
      'INPUT ./part one/a.tex',
      'INPUT /texmf/article.cls',
      'OUTPUT cv.pdf',
      '',
    ].join('\n');
    expect(parseRecorder(text, '/run')).toEqual(['/texmf/article.cls', '/run/cv.tex', '/run/part one/a.tex']);
  });

  it("takes the folder of a container for the run's own", () => {
    expect(
      parseRecorder('PWD /work\nINPUT /work/cv.tex\nINPUT /workshop/x.tex\nINPUT me.png\n', '/home/run'),
    ).toEqual(['/home/run/cv.tex', '/workshop/x.tex', '/home/run/me.png']);
  });

  it('has nothing to say of nothing', () => {
    expect(parseRecorder('', '/run')).toEqual([]);
  });
});
