import { splitDegree } from '../formats/split-degree.ts';

/** Degree and subject as one title (`Bachelor, Physics`); the subject by itself where the two could not be told apart again. */
export function joinDegree(
  degree: string | undefined,
  area: string | undefined,
): { title?: string | undefined; area?: string | undefined } {
  if (degree === undefined || area === undefined) return { title: degree, area };
  const title = `${degree}${/\p{Script=Han}/u.test(area) ? '，' : ', '}${area}`;
  const back = splitDegree(title);
  return back.degree === degree && back.area === area ? { title } : { title: degree, area };
}
