import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { CONTENT_SECURITY_POLICY } from '../build/content-security-policy';

export interface ServeOptions {
  /** The built app: a folder with index.html. */
  folder: string;
  /** The first port to try; 0 lets the system choose one. */
  port: number;
  host?: string;
  /** Called after each answer with its path and the bytes written for it, headers included. */
  observe?: (path: string, bytes: number) => void;
}

export interface RunningServer {
  url: string;
  close(): Promise<void>;
}

const PORTS_TO_TRY = 100;
const A_YEAR = 'public, max-age=31536000, immutable';

/** Listens on `port`, or on the next free one. */
function listen(server: Server, port: number, host: string, triesLeft = PORTS_TO_TRY): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const next = port !== 0 && error.code === 'EADDRINUSE' && triesLeft > 1;
      if (next) listen(server, port + 1, host, triesLeft - 1).then(resolve, reject);
      else reject(error);
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/**
 * Serves the built app as any static server would: the `.br` or `.gz` beside a file when the browser takes
 * it, names with a hash kept for ever, everything else asked for again (ETag).
 *
 * @throws Error when the folder holds no built app, or no port is free.
 */
export async function startServer({
  folder,
  port,
  host = 'localhost',
  observe,
}: ServeOptions): Promise<RunningServer> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`${folder} holds no built app: run "npm run build" first`);
  }
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(response, path) {
      response.setHeader('Cache-Control', path.startsWith('/assets/') ? A_YEAR : 'no-cache');
      response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Referrer-Policy', 'no-referrer');
    },
  });
  const server = createServer((request, response) => {
    if (observe) {
      const { socket } = request;
      const before = socket.bytesWritten;
      response.on('close', () => observe(request.url ?? '', socket.bytesWritten - before));
    }
    files(request, response, () => {
      response.statusCode = 404;
      response.end('Not found');
    });
  });
  const bound = await listen(server, port, host);
  return {
    url: `http://${host}:${bound}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
