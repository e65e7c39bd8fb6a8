/** The characters of the font encoding T1 (Cork) by slot, where they are not ASCII; `fontenc`'s t1enc.def. */
const below = '`´ˆ˜¨˝˚ˇ˘¯˙¸˛‚‹›“”„«»–—\u200B₀ıȷﬀﬁﬂﬃﬄ';
const above =
  'ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£' +
  'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖŒØÙÚÛÜÝÞẞàáâãäåæçèéêëìíîïðñòóôõöœøùúûüýþß';

/** Text that TeX wrote as slots of a T1 font: one character a byte, control characters as `^^P`. */
export function decodeT1(slots: string): string {
  return slots
    .replace(/\^\^([@-_])/g, (_, sign: string) => below[sign.charCodeAt(0) - 64] as string)
    .replaceAll('^^?', '-')
    .replace(/[\x80-\xff]/g, (slot) => above[slot.charCodeAt(0) - 128] as string);
}
