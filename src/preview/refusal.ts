import type { IncomingMessage } from 'node:http';

/** Hosts under which the server answers; any other is somebody's name that was made to point here (DNS rebinding). */
const hosts = ['127.0.0.1', 'localhost'];

/**
 * Why a request is not answered; nothing when it may be. Only pages of this server may ask, and of what other sites can make a
 * browser do, only following a link to the page itself.
 * @param root path of the page
 */
export function refusalOf(
  { method, headers, url }: IncomingMessage,
  port: number,
  root: string,
): string | undefined {
  const own = hosts.flatMap((host) => [`${host}:${port}`, ...(port === 80 ? [host] : [])]);
  const { host = '', origin } = headers;
  if (!own.includes(host)) return 'Not a host of the preview';
  if (origin !== undefined && origin !== `http://${host}`) return 'Not a page of the preview';
  const isReading = method === 'GET' || method === 'HEAD';
  // A browser always tells the origin of what may change something.
  if (!isReading && origin === undefined) return 'Not a page of the preview';
  const site = headers['sec-fetch-site'];
  const isOwn = site === undefined || site === 'same-origin' || site === 'none';
  const isLink = isReading && url === root && headers['sec-fetch-dest'] === 'document';
  return isOwn || isLink ? undefined : 'Not a page of the preview';
}
