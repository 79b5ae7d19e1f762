import { createReadStream, existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/** Character maps for Chinese text without its own, and the fonts that PDFs may leave out; each is fetched when needed. */
const FOLDERS = ['cmaps', 'standard_fonts'] as const;

/**
 * Serves what pdf.js needs as `pdfjs/cmaps/…` and `pdfjs/standard_fonts/…` from the app's own origin: as a middleware
 * while developing, as emitted files in a build. Licences lie beside the files.
 */
export function pdfResources(): Plugin {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return {
    name: 'pdf-resources',
    configureServer(server) {
      server.middlewares.use('/pdfjs', (request, response, next) => {
        const path = resolve(root, `.${decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')}`);
        const inside = FOLDERS.some((folder) => path.startsWith(join(root, folder) + sep));
        if (!inside || !existsSync(path)) return next();
        response.setHeader('Content-Type', 'application/octet-stream');
        createReadStream(path).pipe(response);
      });
    },
    async generateBundle() {
      for (const folder of FOLDERS) {
        for (const name of (await readdir(join(root, folder))).sort()) {
          const source = await readFile(join(root, folder, name));
          this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${name}`, source });
        }
      }
    },
  };
}
