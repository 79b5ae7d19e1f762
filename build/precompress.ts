import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const COMPRESSIBLE = /\.(?:html|js|css|json|svg|wasm|txt|webmanifest)$/;
const SMALLEST = 1024;
const LARGE = 2 ** 22;

const codecs = [
  {
    suffix: '.br',
    run: (bytes: Buffer) =>
      promisify(brotliCompress)(bytes, {
        params: {
          // On the 18 MB engine level 10 takes 20 s for 2.7 MB, level 11 30 s for 2.6 MB (docs/decisions.md).
          [constants.BROTLI_PARAM_QUALITY]: bytes.length > LARGE ? 10 : 11,
          [constants.BROTLI_PARAM_LGWIN]: 24,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  },
  { suffix: '.gz', run: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }) },
];

/**
 * Writes `.br` and `.gz` beside every compressible file of the build, for servers that serve them as they
 * lie. Results are kept by content in `cache`, because the engine's bytes hardly ever change.
 */
export function precompress(cache: string): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle(options) {
      if (!options.dir) return;
      await mkdir(cache, { recursive: true });
      const entries = await readdir(options.dir, { recursive: true, withFileTypes: true });
      for (const entry of entries) {
        if (!entry.isFile() || !COMPRESSIBLE.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = await readFile(path);
        if (bytes.length < SMALLEST) continue;
        const key = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
        await Promise.all(
          codecs.map(async ({ suffix, run }) => {
            const kept = join(cache, key + suffix);
            if (bytes.length > LARGE && !existsSync(kept)) {
              this.info(`compressing ${entry.name}${suffix}, once`);
            }
            const packed = existsSync(kept) ? await readFile(kept) : await run(bytes);
            if (!existsSync(kept)) await writeFile(kept, packed);
            if (packed.length < bytes.length) await writeFile(path + suffix, packed);
          }),
        );
      }
    },
  };
}
