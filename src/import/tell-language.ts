import { guessLanguage } from '../content/recognition/guess-language.ts';
import { leavesOf } from './fields.ts';
import type { SourceNode } from './source-tree.ts';
import { toLanguageTag } from './to-language-tag.ts';

/** Words that every text of a language has many of. */
const words: Readonly<Record<string, string>> = {
  en: 'the and of to in for with on by from at as is was that this an their into using our which',
  de: 'und der die das mit für von im den dem des ein eine einer zur zum bei auf als sowie in nach',
  fr: 'et de la le les des du pour dans en avec sur au aux une un par à ainsi que qui l d',
  es: 'y de la el los las del en para con por una un al como que se su mi e',
  it: 'di e il la per con del della dei delle nel nella un una gli in che da le dal',
  pt: 'e de da do das dos em para com uma um no na pelo ao que por os as',
  nl: 'van en de het een voor met in op te bij aan als dat die naar om tot',
  pl: 'i w z na do oraz dla się przez przy od jest a o ze po',
  tr: 've ile için bir bu olarak da de ve gibi en çok',
  sv: 'och i att med för av på en till som den från ett vid är',
  da: 'og i at med for af på en til som den fra et ved er',
};

const sets = Object.entries(words).map(([tag, list]) => [tag, new Set(list.split(' '))] as const);

/** Fewer of them are those of a name or a quotation. */
const leastHits = 12;

/**
 * The language of a file that does not say it, as a BCP 47 tag: by its script, else by its commonest words; English where neither tells.
 */
export function tellLanguage(root: SourceNode): string {
  const said = leavesOf(root, []).filter(({ path }) =>
    /^(?:language|lang|locale)$/iu.test(path.at(-1) ?? ''),
  );
  const meta = said.find(({ path }) => path.length === 1 || path[0] === 'meta' || path[0] === 'basics');
  const named = toLanguageTag(meta?.value);
  if (named) return named;
  const text = leavesOf(root, [])
    .map(({ value }) => value)
    .filter((value) => /\s/.test(value))
    .join('\n');
  const script = guessLanguage(text);
  if (script !== 'en') return script;
  const tokens = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const [best, second] = sets
    .map(([tag, set]) => ({ tag, hits: tokens.filter((token) => set.has(token)).length }))
    .sort((a, b) => b.hits - a.hits);
  const isSure = best && second && best.hits >= leastHits && best.hits > second.hits * 1.1;
  return isSure && best.hits > tokens.length * 0.08 ? best.tag : 'en';
}
