import { z } from 'zod';
import { MdcvError } from '../problem.ts';
import { type Manifest, manifestSchema } from './manifest.ts';

/**
 * Reads a `template.json`.
 * @param path as messages name it
 * @throws MdcvError `template-manifest`, naming the key that is wrong
 */
export function parseManifest(json: string, path: string): Manifest {
  const result = manifestSchema.safeParse(parseJson(json, path));
  if (result.success) return result.data;
  const [issue] = result.error.issues as [z.core.$ZodIssue];
  const key = issue.path.join('.');
  throw new MdcvError(
    'template-manifest',
    `Cannot use the manifest \`${path}\`${key ? `, key \`${key}\`` : ''}: ${issue.message}`,
    { hint: '`mdcv schema --template` prints the schema of template.json.' },
  );
}

/** The schema of `template.json` as a JSON Schema (draft 2020-12), for editors. */
export function manifestJsonSchema(): object {
  return z.toJSONSchema(manifestSchema, { io: 'input' });
}

function parseJson(json: string, path: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new MdcvError('template-manifest', `Cannot read \`${path}\`: ${(cause as Error).message}`, {
      hint: 'A manifest is a JSON file; copy one of a template that works.',
      cause,
    });
  }
}
