/** What people write between a degree and its subject. */
const joint = /\s*[,，]\s+|\s*，\s*|\s+(?:in|en|em|na|i|à|w)\s+/u;

/** Parts a title such as `M.Sc. in Physics` or `Bachelor, Physics` into degree and subject; without a subject, it is the degree. */
export function splitDegree(title: string): { degree: string; area?: string } {
  const found = joint.exec(title);
  const area = found ? title.slice(found.index + found[0].length) : '';
  return found && found.index > 0 && area !== ''
    ? { degree: title.slice(0, found.index), area }
    : { degree: title };
}
