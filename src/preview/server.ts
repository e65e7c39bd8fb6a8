import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MdcvError } from '../problem.ts';
import type { Access } from './access.ts';
import { BadCommand, readLookCommand } from './look-command.ts';
import { listPageFiles, type PageFile } from './page-files.ts';
import type { LookChange, PreviewState, Refusal, SourceLine } from './protocol.ts';
import { refusalOf } from './refusal.ts';

export interface Download {
  name: string;
  bytes: Uint8Array;
}

/** What the server answers with. */
export interface ServerInput {
  port: number | undefined;
  access: Access;
  state: () => Omit<PreviewState, 'pageId'>;
  pdf: () => Download | undefined;
  tex: () => Download | undefined;
  sourceAt: (page: number, x: number, y: number) => SourceLine | undefined;
  changeLook: (change: LookChange) => Promise<void>;
  writeLook: () => void;
  /** How long a request may take to arrive. */
  patience?: Patience | undefined;
}

interface Patience {
  headersMs: number;
  requestMs: number;
}

export interface PreviewServer {
  url: string;
  /** Leads to the page once: for others' eyes. */
  createTicketUrl: () => string;
  /** Sends the state to every page that is open. */
  push: () => void;
  close: () => Promise<void>;
}

const address = '127.0.0.1';

/** Milliseconds within which a request has to be there, its headers first: a browser of this machine needs a few. */
const usualPatience: Patience = { headersMs: 5_000, requestMs: 10_000 };

/** A page takes a few; the others are for what asks and never ends, which must leave files to open for the builds. */
const mostConnections = 100;

/** What a page may leave unread, in bytes; one that leaves more asks again when it reads on. */
const mostUnread = 4 * 1024 ** 2;

/** The page loads nothing from elsewhere, runs no script that is not a file of ours, and is shown in no other page. */
const securityHeaders = {
  'Content-Security-Policy': [
    "default-src 'none'",
    // pdf.js decodes some images with WebAssembly.
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "connect-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** @throws MdcvError `port-in-use`, `cannot-serve` */
export async function startServer(input: ServerInput): Promise<PreviewServer> {
  const { access } = input;
  const files = listPageFiles();
  const pageId = idOf(files);
  const open = new Set<ServerResponse>();
  const event = (): string => `data: ${JSON.stringify({ ...input.state(), pageId })}\n\n`;
  const { headersMs, requestMs } = input.patience ?? usualPatience;
  const limits = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: headersMs / 2,
  };
  const server = createServer(limits, (request, response) => {
    const { port } = server.address() as AddressInfo;
    const refusal = refusalOf(request, port, access.root);
    if (refusal) sendJson(response, 403, { reason: refusal });
    else
      void answer(request, response).catch((error: Error) => {
        if (response.headersSent) response.destroy();
        else sendJson(response, 500, { reason: error.message });
      });
  });
  server.maxConnections = mostConnections;
  const port = await listen(server, input.port ?? 0);
  const origin = `http://${address}:${port}`;
  return {
    url: `${origin}${access.root}`,
    createTicketUrl: () => `${origin}${access.issueTicket()}`,
    push: () => {
      for (const response of open)
        if (response.writableLength > mostUnread) response.destroy();
        else response.write(event());
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // As it was sent: nothing is resolved, so nothing leads elsewhere.
    const [whole = '', query] = (request.url ?? '').split('?', 2);
    if (request.method === 'GET' && access.redeem(whole)) return redirect(response, access.root);
    const path = access.within(whole);
    if (path === undefined) return sendJson(response, 404, { reason: noKey });
    switch (`${request.method} ${path}`) {
      case 'GET /events':
        return sendEvents(response);
      case 'GET /cv.pdf':
        return sendDownload(response, input.pdf(), 'application/pdf', 'inline');
      case 'GET /download/pdf':
        return sendDownload(response, input.pdf(), 'application/pdf', 'attachment');
      case 'GET /download/tex':
        return sendDownload(response, input.tex(), 'application/x-tex', 'attachment');
      case 'GET /source': {
        const [page, x, y] = ['page', 'x', 'y'].map((name) => Number(new URLSearchParams(query).get(name)));
        return sendJson(response, 200, input.sourceAt(page ?? 0, x ?? 0, y ?? 0) ?? null);
      }
      case 'POST /look':
        return obey(response, async () => input.changeLook(await readLookCommand(request)));
      case 'POST /look/write':
        return obey(response, async () => input.writeLook());
      default: {
        const file = request.method === 'GET' ? files.get(path) : undefined;
        if (file) send(response, 200, file.type, readFileSync(file.path));
        else sendJson(response, 404, { reason: 'There is nothing here' });
      }
    }
  }

  function sendEvents(response: ServerResponse): void {
    response.writeHead(200, { ...securityHeaders, 'Content-Type': 'text/event-stream; charset=utf-8' });
    response.write(`retry: 500\n${event()}`);
    open.add(response);
    response.on('close', () => open.delete(response));
  }
}

const noKey = 'There is nothing here: the address of the preview is the one that `mdcv watch` has printed';

function redirect(response: ServerResponse, path: string): void {
  response.writeHead(303, { ...securityHeaders, Location: path }).end();
}

/** Another one for other files of the page. */
function idOf(files: ReadonlyMap<string, PageFile>): string {
  const hash = createHash('sha256');
  for (const name of ['/', '/page.js', '/page.css']) {
    const file = files.get(name);
    if (file) hash.update(readFileSync(file.path));
  }
  return hash.digest('hex').slice(0, 16);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        cause.code === 'EADDRINUSE'
          ? new MdcvError(
              'port-in-use',
              `Cannot show the preview at port ${port}, another program is there`,
              {
                hint: 'Name another port, or leave `--port` out to get a free one.',
                cause,
              },
            )
          : new MdcvError('cannot-serve', `Cannot show the preview at port ${port}: ${cause.message}`, {
              hint: 'Name another port, or watch with `--no-preview`.',
              cause,
            }),
      );
    });
    server.listen({ host: address, port }, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Does what a page asks for, and says whether it was done. */
async function obey(response: ServerResponse, command: () => Promise<void>): Promise<void> {
  try {
    await command();
    sendJson(response, 200, {});
  } catch (error) {
    const refusal: Refusal =
      error instanceof MdcvError
        ? { reason: error.message, hint: error.hint }
        : { reason: error instanceof Error ? error.message : String(error) };
    sendJson(response, error instanceof BadCommand ? error.status : 400, refusal);
  }
}

function sendDownload(
  response: ServerResponse,
  file: Download | undefined,
  type: string,
  disposition: 'inline' | 'attachment',
): void {
  if (!file) {
    sendJson(response, 404, { reason: 'There is no PDF yet' });
    return;
  }
  const name = encodeURIComponent(file.name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  send(response, 200, type, file.bytes, {
    'Content-Disposition': `${disposition}; filename*=UTF-8''${name}`,
  });
}

function sendJson(response: ServerResponse, status: number, value: object | null): void {
  send(response, status, 'application/json', Buffer.from(JSON.stringify(value)));
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: Uint8Array,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    ...securityHeaders,
    ...headers,
    'Content-Type': type,
    'Content-Length': body.byteLength,
  });
  response.end(body);
}
