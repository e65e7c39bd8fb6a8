import { VFile } from 'vfile';
import { parseRequest } from '../../src/publications/parse-request.ts';
import type { PublicationRequest } from '../../src/publications/publication-request.ts';

/** What a block without attributes asks for, but for the values that are given. */
export function createRequest(values: Partial<PublicationRequest> = {}): PublicationRequest {
  return { ...parseRequest(undefined, undefined, undefined, new VFile()), ...values };
}
