import { createReadStream, existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/** Only what the app fetches is published: the manifest and the tables it names. */
const PUBLISHED = /\.(?:json|parquet)$/;

async function publishedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && PUBLISHED.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Serves the embedded extract (`data/`, see docs/data-contract.md) as `data/…` from the app's own origin:
 * as a middleware while developing, as emitted files in a build. Names stay as the manifest has them, so
 * that the built app reads `data/` exactly as it reads any other extract.
 */
export function embeddedData(folder: string): Plugin {
  const root = resolve(folder);
  return {
    name: 'embedded-data',
    configureServer(server) {
      server.middlewares.use('/data', (request, response, next) => {
        const path = resolve(root, `.${decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')}`);
        if (!path.startsWith(root + sep) || !PUBLISHED.test(path) || !existsSync(path)) return next();
        response.setHeader(
          'Content-Type',
          path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
        );
        createReadStream(path).pipe(response);
      });
    },
    async generateBundle() {
      if (!existsSync(join(root, 'manifest.json'))) {
        this.warn(`no extract in ${relative('.', root)}: run the extract command first (see README)`);
        return;
      }
      for (const path of await publishedFiles(root)) {
        const fileName = ['data', ...relative(root, path).split(sep)].join('/');
        this.emitFile({ type: 'asset', fileName, source: await readFile(path) });
      }
    },
  };
}
