import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { importArrows } from '../../../lint/import-arrows.js';
import { ROOMS } from '../../../lint/rooms.js';

const linter = new Linter({ cwd: process.cwd() });

/** The rule's message ids for one file with this text. */
function arrows(filename: string, text: string): (string | undefined)[] {
  const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser: parser as Linter.Parser },
    plugins: { rooms: { rules: { 'import-arrows': importArrows } } },
    rules: { 'rooms/import-arrows': 'error' },
  };
  const messages = linter.verify(text, config, join(process.cwd(), filename));
  expect(messages.filter((message) => message.fatal)).toEqual([]);
  return messages.map((message) => message.messageId);
}

/** Which rooms each room may import, written down from the table in docs/index.md; `type:` for types alone. */
const TABLE: Record<string, string> = {
  domain: '',
  i18n: '',
  documents: 'domain',
  extract: 'domain documents',
  dataset: 'domain engine',
  engine: 'domain',
  analysis: 'domain type:engine',
  checks: 'domain engine',
  charts: 'domain type:analysis',
  export: 'domain analysis charts',
  state: 'domain documents extract dataset engine analysis checks charts export i18n',
  ui: 'domain state i18n',
  pages: 'domain documents extract dataset engine analysis checks charts export state ui i18n',
  cli: 'domain documents extract dataset engine analysis checks charts export i18n',
};

describe('import arrows', () => {
  const rooms = Object.keys(TABLE);

  it('has a line in the table for every room', () => {
    expect(Object.keys(ROOMS).sort()).toEqual([...rooms].sort());
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !rooms.includes(name))).toEqual([]);
  });

  it.each(rooms)('allows %s exactly the arrows of the table', (from) => {
    const allowed = TABLE[from]!.split(' ');
    const file = from === 'cli' ? 'cli/file.ts' : `src/${from}/deep/file.ts`;
    const up = from === 'cli' ? '../src' : '../..';
    for (const to of rooms.filter((room) => room !== from && room !== 'cli')) {
      const value = arrows(file, `import { x } from '${up}/${to}/thing';`);
      const type = arrows(file, `import type { X } from '${up}/${to}/thing';`);
      const expected = allowed.includes(to)
        ? [[], []]
        : allowed.includes(`type:${to}`)
          ? [['types'], []]
          : [['arrow'], ['arrow']];
      expect([value, type], `${from} → ${to}`).toEqual(expected);
    }
  });

  it.each([
    ['a re-export', `export { x } from '../engine/types';`],
    ['a re-export of all', `export * from '../engine/types';`],
    ['an import for its effect', `import '../engine/types';`],
    ['a dynamic import', `const x = await import('../engine/types');`],
    ['a type import in place', `let x: import('../engine/types').Value;`],
    ['a worker', `new Worker(new URL('../engine/worker.ts', import.meta.url));`],
    ['a room by its index', `import { x } from '../engine';`],
  ])('fires on %s', (_, text) => expect(arrows('src/domain/file.ts', text)).toEqual(['arrow']));

  it('lets a room import itself and the entry files import every room', () => {
    expect(arrows('src/extract/forms/rows.ts', `import { x } from '../layout/lines';`)).toEqual([]);
    expect(arrows('src/main.ts', `import { x } from './pages/overview'; import './App.svelte';`)).toEqual([]);
    expect(arrows('src/pages/overview/page.ts', `import { x } from '../../main';`)).toEqual(['arrow']);
  });

  it('tells type specifiers from values', () => {
    expect(
      arrows('src/analysis/file.ts', `import { type Engine, type Row } from '../engine/types';`),
    ).toEqual([]);
    expect(arrows('src/analysis/file.ts', `import { type Engine, quote } from '../engine/sql';`)).toEqual([
      'types',
    ]);
  });

  it('keeps packages and Node modules where they belong', () => {
    expect(arrows('src/dataset/file.ts', `import * as d from '@duckdb/duckdb-wasm';`)).toEqual(['fenced']);
    expect(arrows('src/engine/file.ts', `import * as d from '@duckdb/duckdb-wasm';`)).toEqual([]);
    expect(arrows('src/domain/file.ts', `import { tick } from 'svelte';`)).toEqual(['fenced']);
    expect(arrows('src/dataset/file.ts', `import { readFile } from 'node:fs/promises';`)).toEqual(['node']);
    expect(arrows('src/engine/node-host.ts', `import { readFile } from 'node:fs/promises';`)).toEqual([]);
  });

  it('reports a folder of src without a line in the table', () => {
    expect(arrows('src/helpers/file.ts', `import { x } from '../domain/money';`)).toEqual(['unknown']);
  });

  it('is switched on for the app and the command line', async () => {
    const eslint = new ESLint();
    for (const file of ['src/domain/money.ts', 'cli/serve.ts', 'src/App.svelte']) {
      const config = (await eslint.calculateConfigForFile(file)) as Linter.Config;
      expect(config.rules?.['rooms/import-arrows'], file).toEqual([2]);
    }
    const pure = (await eslint.calculateConfigForFile('src/domain/money.ts')) as Linter.Config;
    expect(JSON.stringify(pure.rules?.['no-restricted-globals'])).toContain('document');
  });
});
