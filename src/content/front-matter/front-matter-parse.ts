import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { isMap, isScalar, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { nearestName } from '../../nearest-name.ts';
import { addProblem } from '../../problem.ts';
import type { TextPoints } from '../syntax/text-points.ts';
import { ignoredKeys, unsupportedKeys } from './foreign-keys.ts';
import type { FrontMatter } from './front-matter.ts';
import { assignKey } from './front-matter-assign.ts';
import { canonicalKey, type KeyRule, keyRules, plainKey } from './front-matter-keys.ts';
import type { FrontMatterPlace } from './front-matter-split.ts';
import type { YamlContext } from './front-matter-values.ts';
import { tomlAsYaml } from './toml-as-yaml.ts';

/**
 * Reads the front matter. What is wrong in it becomes messages at its own lines, and what is right is kept.
 * Aliases are followed only to plain values, so they cannot multiply.
 */
export function parseFrontMatter(vfile: VFile, place: FrontMatterPlace, points: TextPoints): FrontMatter {
  const frontMatter: FrontMatter = { contacts: [] };
  const written = String(vfile).slice(place.start, place.end);
  const yaml = place.isToml ? tomlAsYaml(written) : written;
  const context: YamlContext = {
    vfile,
    yaml,
    // The author's lines, also where the YAML library only knows its own part of the file.
    at: ([start, end]) => points.position(place.start + start, place.start + end),
  };
  const map = parseYaml(yaml, context);
  for (const pair of map?.items ?? []) readPair(pair, frontMatter, context);
  return frontMatter;
}

function parseYaml(yaml: string, context: YamlContext): YAMLMap | undefined {
  try {
    const parsed = parseDocument(yaml, { prettyErrors: false, lineCounter: new LineCounter() });
    context.document = parsed;
    context.isBroken = parsed.errors.length > 0;
    for (const error of [...parsed.errors, ...parsed.warnings].slice(0, maxErrors)) {
      reportYaml(context, error, context.at(error.pos));
    }
    // Anything else is empty or has an error: front matter is only what begins like a mapping.
    return isMap(parsed.contents) ? parsed.contents : undefined;
  } catch (cause) {
    reportYaml(context, cause as Error, context.at([0, yaml.length]));
    return undefined;
  }
}

/** The first error makes most of the others. */
const maxErrors = 3;

function reportYaml(context: YamlContext, error: Error, place: Position): void {
  const what = error.message.replace(/\.$/, '').replace(/\s+/g, ' ');
  const isTooDeep = what.includes('call stack');
  addProblem(context.vfile, 'yaml-syntax', {
    reason: `Cannot read the front matter: ${isTooDeep ? 'it nests too deeply' : what.charAt(0).toLowerCase() + what.slice(1)}`,
    note: 'Write `key: value` lines, and put a value with `: `, `#`, `@` or brackets into quotes.',
    place,
    cause: error,
  });
}

function readPair(pair: Pair, frontMatter: FrontMatter, context: YamlContext): void {
  if (!isScalar(pair.key)) return;
  const written = String(pair.key.value);
  const place = context.at((pair.key.range as [number, number, number]).slice(0, 2) as [number, number]);
  const key = canonicalKey(written);
  if (key) assignKey(key, pair.value, { ...context, key: written, keyPlace: place }, frontMatter);
  else reportUnknownKey(written, place, context.vfile);
}

function reportUnknownKey(written: string, place: Position, vfile: VFile): void {
  const plain = plainKey(written);
  if (ignoredKeys.has(plain)) return;
  const instead = unsupportedKeys.get(plain);
  if (instead) {
    addProblem(vfile, 'unsupported-key', {
      reason: `Cannot use \`${written}\` of the front matter, mdcv does not support it`,
      note: instead,
      place,
    });
    return;
  }
  const near = nearestKey(plain);
  addProblem(vfile, 'unknown-key', {
    reason: `Cannot use \`${written}\` of the front matter, mdcv does not know this key`,
    note: near ? `Did you mean \`${near}\`?` : 'Delete it, or see `mdcv schema` for the keys there are.',
    place,
  });
}

/** The nearest key, if one is near. */
function nearestKey(plain: string): string | undefined {
  const rules: [string, KeyRule][] = Object.entries(keyRules);
  const names = rules.flatMap(([key, rule]) => [key, ...(rule.aliases ?? [])]);
  return nearestName(plain, names);
}
