import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../../../cli/static-server';

let folder: string;
let server: RunningServer;

/** Asks for exactly this path, as it stands (fetch would tidy it). */
function request(
  path: string,
  encodings = '',
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path, headers: { 'accept-encoding': encodings } }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    }).on('error', reject);
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'juesuan-serve-'));
  const dist = join(folder, 'dist');
  await mkdir(join(dist, 'assets'), { recursive: true });
  await mkdir(join(dist, 'data'));
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(dist, 'index.html'), '<p>index</p>');
  await writeFile(join(dist, 'assets/engine-1234.wasm'), 'plain');
  await writeFile(join(dist, 'assets/engine-1234.wasm.br'), 'brotli');
  await writeFile(join(dist, 'assets/engine-1234.wasm.gz'), 'gzip');
  await writeFile(join(dist, 'data/manifest.json'), '{}');
  server = await startServer({ folder: dist, port: 0 });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('the static server', () => {
  it('serves the page with the policy that keeps it at home', async () => {
    const { status, headers, body } = await request('/');
    expect([status, body]).toEqual([200, '<p>index</p>']);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('sends the bytes compressed at build time, as the browser takes them', async () => {
    const path = '/assets/engine-1234.wasm';
    const cases = [
      ['gzip, deflate, br', 'brotli', 'br'],
      ['gzip', 'gzip', 'gzip'],
      ['', 'plain', undefined],
    ] as const;
    for (const [accepted, body, encoding] of cases) {
      const answer = await request(path, accepted);
      expect(answer.body).toBe(body);
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.headers['content-type']).toBe('application/wasm');
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
  });

  it('answers 404 for what is not there, never the page in its place', async () => {
    expect((await request('/data/facts.parquet')).status).toBe(404);
    expect((await request('/data/manifest.json')).body).toBe('{}');
  });

  it('does not leave its folder', async () => {
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/assets/../../secret.txt',
      '//../secret.txt',
    ]) {
      expect((await request(path)).body, path).not.toContain('secret');
    }
  });

  it('takes the next port when one is taken', async () => {
    const port = Number(new URL(server.url).port);
    const second = await startServer({ folder: join(folder, 'dist'), port });
    try {
      expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
    } finally {
      await second.close();
    }
  });

  it('says what to do when nothing was built', async () => {
    await expect(startServer({ folder: join(folder, 'none'), port: 0 })).rejects.toThrow('npm run build');
  });
});
