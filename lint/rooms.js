/**
 * The rooms of the code and the arrows between them (docs/index.md). A room may import itself, the rooms in
 * `values`, and the types alone of the rooms in `types`. Every folder of `src/` has a line here.
 *
 * @type {Record<string, {values: string[], types?: string[]}>}
 */
export const ROOMS = {
  domain: { values: [] },
  i18n: { values: [] },
  documents: { values: ['domain'] },
  extract: { values: ['domain', 'documents'] },
  engine: { values: ['domain'] },
  dataset: { values: ['domain', 'engine'] },
  analysis: { values: ['domain'], types: ['engine'] },
  checks: { values: ['domain', 'engine'] },
  charts: { values: ['domain'], types: ['analysis'] },
  export: { values: ['domain', 'analysis', 'charts'] },
  state: {
    values: [
      'domain',
      'documents',
      'extract',
      'engine',
      'dataset',
      'analysis',
      'checks',
      'charts',
      'export',
      'i18n',
    ],
  },
  ui: { values: ['domain', 'state', 'i18n'] },
  pages: {
    values: [
      'domain',
      'documents',
      'extract',
      'engine',
      'dataset',
      'analysis',
      'checks',
      'charts',
      'export',
      'state',
      'ui',
      'i18n',
    ],
  },
  cli: {
    values: [
      'domain',
      'documents',
      'extract',
      'engine',
      'dataset',
      'analysis',
      'checks',
      'charts',
      'export',
      'i18n',
    ],
  },
};

/** Rooms that run unchanged in Node, in a worker and in the page: no Svelte, no DOM. */
export const PURE_ROOMS = [
  'domain',
  'documents',
  'extract',
  'dataset',
  'engine',
  'analysis',
  'checks',
  'charts',
];

/** Packages that one room alone may know. */
export const FENCED_PACKAGES = [
  { pattern: /^(@duckdb\/duckdb-wasm|apache-arrow)(\/|$)/, rooms: ['engine'] },
  { pattern: /^svelte(\/|$)|^@lucide\/svelte(\/|$)/, rooms: ['state', 'ui', 'pages'] },
  { pattern: /^@observablehq\/plot(\/|$)/, rooms: ['charts', 'export', 'state', 'ui', 'pages'] },
];
