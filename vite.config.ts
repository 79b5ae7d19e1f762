import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './build/content-security-policy.ts';
import { embeddedData } from './build/embedded-data.ts';
import { pdfResources } from './build/pdf-resources.ts';
import { precompress } from './build/precompress.ts';

export default defineConfig({
  base: './',
  publicDir: 'public',
  plugins: [
    svelte(),
    contentSecurityPolicy(),
    embeddedData('data'),
    pdfResources(),
    precompress('node_modules/.cache/precompress'),
  ],
  worker: { format: 'es' },
  build: {
    target: 'esnext',
    // Nothing inlined as data: URLs, so that the content security policy stays narrow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1024,
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  optimizeDeps: { exclude: ['@duckdb/duckdb-wasm'] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          // Real PDFs and linting take seconds on a busy machine.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'engine',
          environment: 'node',
          include: ['tests/engine/**/*.test.ts'],
          // Each file boots its own engine (18 MB of WebAssembly).
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
